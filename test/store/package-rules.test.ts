import { describe, expect, test } from 'vitest';
import { loadDetectors } from '../../src/detectors/registry';
import { bookOf, ONLY_WHEN_ASKED, versionBody } from '../../src/levels/load-rule-book';
import { builtInVersion, chooseVersion } from '../../src/levels/rule-book';
import type { KeepApi, Paper } from '../../src/platform/engine-api';
import { rulesHere } from '../../src/store/package-rules';
import { parseDay } from '../../src/base/period';

const { ruleSet, scheme } = builtInVersion();
const name = { zh: '春季', en: 'Spring' };
const other = { ruleSet: { ...ruleSet, version: '9', largeFrom: ruleSet.largeFrom + 1 }, scheme };
const asked = { name, note: '乌海市人社局', by: '王某', digest: 'ab'.repeat(32) };

function keeping(papers: Paper[]): Pick<KeepApi, 'papers' | 'putPaper'> {
  return {
    papers: async () => papers,
    async putPaper({ replaces: _replaces, ...rest }) {
      const paper = { ...rest, at: 1 };
      papers.push(paper);
      return paper;
    },
  };
}

describe('rules of a package, here', () => {
  test('the built-in ones are not saved again', async () => {
    const papers: Paper[] = [];
    expect(await rulesHere(keeping(papers), { ...asked, content: { ruleSet, scheme } })).toEqual({
      id: 'built-in',
      saved: false,
    });
    expect(papers).toEqual([]);
  });

  test('others are saved as a version that never grades by itself, and where asked for grades', async () => {
    await loadDetectors();
    const own = versionBody({ ...builtInVersion(), number: 3, inForceFrom: parseDay('2026-01-01')! });
    const papers: Paper[] = [{ kind: 'rules', id: 'v3', at: 1, by: '', body: own }];
    const here = await rulesHere(keeping(papers), { ...asked, content: other });
    expect(here).toEqual({ id: 'package-abababababababab', saved: true });
    const book = bookOf(papers);
    expect(book.unreadable).toBe(0);
    expect(book.versions.map((v) => v.number)).toEqual([0, 3, 4]);
    expect(chooseVersion(book, null, parseDay('2099-01-01')!).version.id).toBe('v3');
    expect(ONLY_WHEN_ASKED).toBeGreaterThan(parseDay('2999-01-01')!);
    const { version, rules } = chooseVersion(book, here.id, parseDay('2026-11-09')!);
    expect([version.ruleSet.largeFrom, rules.unknown]).toEqual([other.ruleSet.largeFrom, false]);
    // The same package once more finds them.
    expect(await rulesHere(keeping(papers), { ...asked, content: other })).toEqual({ id: here.id, saved: false });
    expect(papers).toHaveLength(2);
  });
});
