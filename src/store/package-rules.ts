import type { Text } from '../base/text';
import { loadVersion, ONLY_WHEN_ASKED, type RulesAndScheme, versionBody } from '../levels/load-rule-book';
import { BUILT_IN_ID, builtInVersion } from '../levels/rule-book';
import type { KeepApi } from '../platform/engine-api';
import { nextNumber } from './rules';
import { isSameContent } from './rules-draft';

interface Rules {
  readonly content: RulesAndScheme;
  readonly name: Text;
  readonly note: string;
  readonly by: string;
  /** Digest of the package: names the version where it has to be saved. */
  readonly digest: string;
}

/**
 * The version of the rules that a package was graded by, on this machine: the built-in one or a saved one where their
 * content is the same, else saved as a version that grades only where the address asks for it. Its id, and whether it was
 * saved for this.
 */
export async function rulesHere(
  engine: Pick<KeepApi, 'papers' | 'putPaper'>,
  { content, name, note, by, digest }: Rules,
): Promise<{ readonly id: string; readonly saved: boolean }> {
  const same = (other: RulesAndScheme): boolean =>
    isSameContent(content.ruleSet, other.ruleSet) && isSameContent(content.scheme, other.scheme);
  if (same(builtInVersion())) return { id: BUILT_IN_ID, saved: false };
  const papers = await engine.papers('rules', {});
  const read = papers.map((paper) => ({ paper, version: loadVersion(paper).value }));
  for (const { version } of read) if (version && same(version)) return { id: version.id, saved: false };
  const id = `package-${digest.slice(0, 16)}`;
  const number = nextNumber({
    versions: [builtInVersion(), ...read.flatMap(({ version }) => version ?? [])],
    broken: read.flatMap(({ paper, version }) =>
      version ? [] : [{ id: paper.id, by: paper.by, at: paper.at, faults: [] }],
    ),
  });
  const body = versionBody({ number, name, inForceFrom: ONLY_WHEN_ASKED, note, basedOn: null, ...content });
  await engine.putPaper({ kind: 'rules', id, by, body, replaces: 0 }, {});
  return { id, saved: true };
}
