import { memo, useMemo } from 'react';
import { formatNumber } from '../../base/format';
import { levelKey, levelName, levelNumeral } from '../../base/level';
import type { Lang } from '../../base/text';
import type { RegionDerivation } from '../../levels/derivation';
import { describeRegion, type TextNode } from '../../levels/derivation-text';
import type { AssessmentView } from '../../platform/engine-api';
import { Card } from '../parts/Card';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { REGION_TEXT } from './text';
import './region.css';

interface WhyCardProps {
  readonly view: AssessmentView;
  readonly lang: Lang;
  readonly derivation: RegionDerivation;
}

/** The proof of the level as a tree of sentences; every line opens to what it rests on. */
export const WhyCard = memo(function WhyCard({ view, lang, derivation }: WhyCardProps) {
  const t = useT(REGION_TEXT);
  const root = useMemo(() => describeRegion(derivation, view), [derivation, view]);
  return (
    <Card
      title={t('why', { level: levelName(derivation.level)[lang] })}
      subtitle={t('whySubtitle')}
      footer={t('whyFooter', {
        rules: view.ruleSet.name[lang],
        rulesVersion: derivation.ruleSet.version,
        scheme: view.scheme.name[lang],
        schemeVersion: derivation.scheme.version,
        basis: t(view.rules.builtIn ? 'basisOurs' : 'basisUser'),
      })}
    >
      {root.note && <p className="quiet">{root.note[lang]}</p>}
      {root.children.length === 0 && <p className="quiet">{t('whyEmpty')}</p>}
      <ProofList nodes={root.children} lang={lang} regionCode={derivation.regionCode} />
    </Card>
  );
});

interface ProofListProps {
  readonly nodes: readonly TextNode[];
  readonly lang: Lang;
  readonly regionCode: string;
}

/** Lists of native disclosures: opened and closed by keyboard, read out as they are. */
function ProofList({ nodes, lang, regionCode }: ProofListProps) {
  return (
    <ul className="proof">
      {nodes.map((node, i) => (
        // Lines have no id of their own; their order is fixed within one derivation.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i} className={`proof-${node.kind}`}>
          {node.children.length === 0 ? (
            <div className="proof-leaf">
              <ProofLine node={node} lang={lang} regionCode={regionCode} />
            </div>
          ) : (
            // A family that warns is open at first: the reason is in view without a click.
            <details open={node.kind === 'family' && node.level !== null && node.level >= 1 && node.level <= 4}>
              <summary>
                <ProofLine node={node} lang={lang} regionCode={regionCode} />
              </summary>
              <ProofChildren node={node} lang={lang} regionCode={regionCode} />
              {node.ref.indicatorId !== undefined && node.kind === 'signal' && (
                <SeriesLink indicatorId={node.ref.indicatorId} regionCode={regionCode} />
              )}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A family's signals that are past no line are many and say little: they wait behind one line. */
function ProofChildren({
  node,
  lang,
  regionCode,
}: {
  readonly node: TextNode;
  readonly lang: Lang;
  readonly regionCode: string;
}) {
  const t = useT(REGION_TEXT);
  const loud = node.kind === 'family' ? node.children.filter((c) => c.level !== 0) : node.children;
  const quiet = node.children.filter((c) => !loud.includes(c));
  if (loud.length === 0 || quiet.length === 0) {
    return <ProofList nodes={node.children} lang={lang} regionCode={regionCode} />;
  }
  return (
    <>
      <ProofList nodes={loud} lang={lang} regionCode={regionCode} />
      <details className="proof-rest">
        <summary className="small">{t('quietSignals', { count: formatNumber(quiet.length) })}</summary>
        <ProofList nodes={quiet} lang={lang} regionCode={regionCode} />
      </details>
    </>
  );
}

function ProofLine({
  node,
  lang,
  regionCode,
}: {
  readonly node: TextNode;
  readonly lang: Lang;
  readonly regionCode: string;
}) {
  const other = node.kind === 'note' && node.ref.regionCode !== undefined && node.ref.regionCode !== regionCode;
  const warned = node.level !== null && node.level >= 1 && node.level <= 4;
  return (
    <>
      {warned && (
        <span className={`proof-numeral text-${levelKey(node.level!)}`} aria-hidden="true">
          {levelNumeral(node.level!)}
        </span>
      )}
      <span className={warned ? 'proof-warned' : ''}>
        {other ? (
          <PlaceLink to={{ screen: 'region', region: node.ref.regionCode! }}>{node.text[lang]}</PlaceLink>
        ) : (
          node.text[lang]
        )}
      </span>
      {node.note && <span className="proof-note">{node.note[lang]}</span>}
    </>
  );
}

function SeriesLink({ indicatorId, regionCode }: { readonly indicatorId: string; readonly regionCode: string }) {
  const t = useT(REGION_TEXT);
  return (
    <PlaceLink className="small" to={{ screen: 'indicators', free: { ind: indicatorId, reg: regionCode } }}>
      {t('toSeries')}
    </PlaceLink>
  );
}
