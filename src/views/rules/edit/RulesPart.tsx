import { useMemo } from 'react';
import type { AssessmentView } from '../../../platform/engine-api';
import { usePlace } from '../../../store/place';
import { useEngineCall } from '../../../store/use-engine-call';
import { useRules } from '../../../store/use-rules';
import { periodOf } from '../../../store/view-select';
import { pickRegion } from '../../region/pick-region';
import { Empty } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { FlipsCard } from './FlipsCard';
import { PullCard } from './PullCard';
import { RuleForm } from './RuleForm';
import { RuleList } from './RuleList';
import { EDIT_TEXT } from './text';

/** The rules of the draft: the list, and of the chosen one its lines on history, what they would change, and its fields. */
export function RulesPart({ view }: { readonly view: AssessmentView }) {
  const t = useT(EDIT_TEXT);
  const place = usePlace();
  const draft = useRules((s) => s.history.now);
  const faulty = useRules((s) => s.checked.value === null);
  // While something is wrong, what was last right stays on the chart.
  const content = useRules((s) => s.right);
  const { ruleSet } = draft;
  const found = ruleSet.rules.findIndex((r) => r.id === place.free.rule);
  const at = found >= 0 ? found : 0;
  const rule = ruleSet.rules[at];
  const period = periodOf(view, place.period);
  const region = useMemo(() => pickRegion(view, place.region, period), [view, place.region, period]);
  const regionCode = view.tree.regions[region ?? 0]!.code;
  // Weeks cannot be held against months: what such rules say is seen once they grade.
  const comparable = content.ruleSet.frequency === view.ruleSet.frequency;
  const key = useMemo(() => JSON.stringify(content), [content]);
  const preview = useEngineCall(rule && comparable ? `${rule.id} ${regionCode} ${key}` : null, (engine, options) =>
    engine.previewRule({ ruleSet: content.ruleSet, scheme: content.scheme, ruleId: rule!.id, regionCode }, options),
  );
  return (
    <div className="edit-columns">
      <RuleList view={view} ruleSet={ruleSet} chosen={rule?.id ?? null} />
      {rule ? (
        <>
          <div className="edit-middle">
            <PullCard
              view={view}
              rule={rule}
              at={at}
              regionCode={regionCode}
              preview={preview}
              faulty={faulty}
              comparable={comparable}
            />
            <RuleForm key={rule.id} view={view} ruleSet={ruleSet} rule={rule} at={at} />
          </div>
          {preview.data && preview.data.ruleId === rule.id && (
            <FlipsCard view={view} preview={preview.data} busy={preview.loading} />
          )}
        </>
      ) : (
        <Empty title={t('noRule')} />
      )}
    </div>
  );
}
