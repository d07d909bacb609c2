import type { Issue } from '../base/issue';
import { sayBoth } from '../base/text';
import { issueOf, type IssueLog, ownText } from './issue-log';
import type { createRegionNames, RegionFound, RegionNames } from './names/region-names';
import { nearestRegions, plainSpelling } from './near';
import type { ReadContext } from './read-result';
import { DETAIL, EXPECTED } from './text';

/** No region: the row is held. */
export const NO_REGION = -1;

export interface RegionGate {
  /** Index into `codes` of the region that a code and a name mean; NO_REGION (reported) when there is none. */
  take(code: string, name: string, row: number): number;
  /** The dictionary of the observations: codes in order of appearance. */
  readonly codes: readonly string[];
  /** Name for messages. */
  nameOf(index: number): string;
  readonly found: ReadonlyMap<string, string>;
}

/** Code first; a name alone, full or usual, is taken when it is unique. A name that differs from the code's is noted once. */
export function createRegionGate(
  context: ReadContext,
  log: IssueLog,
  /** Absent: names are not looked up (a feed gives codes). */
  namesOf?: typeof createRegionNames,
): RegionGate {
  const { tree, openRegions = false } = context;
  const codes: string[] = [];
  const shown: string[] = [];
  const byCode = new Map<string, number>();
  const found = new Map<string, string>();
  const noted = new Set<string>();
  const candidates = new Map<string, Issue['expected']>();
  let names: RegionNames | null = null;

  function enter(code: string, name: string): number {
    const own = ownText(code);
    byCode.set(own, codes.length);
    shown.push(ownText(name));
    return codes.push(own) - 1;
  }

  function indexOfCode(code: string, name: string): number {
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const at = tree?.indexOf.get(code);
    if (at !== undefined) return enter(code, tree!.regions[at]!.name.zh);
    if (openRegions) return enter(code, name || code);
    byCode.set(ownText(code), NO_REGION);
    return NO_REGION;
  }

  function calledBy(name: string): RegionFound {
    names ??= namesOf?.(tree) ?? null;
    return names?.find({ name }) ?? { kind: 'unknown', candidates: [] };
  }

  function takeByName(name: string, row: number): number {
    const called = calledBy(name);
    if (called.kind === 'region' && tree?.indexOf.has(called.code)) {
      const { code } = called;
      const detail = sayBoth(DETAIL.regionByName, { region: name.slice(0, 60), code });
      noteOnce(`#${name}`, row, 'region_code', name, EXPECTED.region, detail);
      return indexOfCode(code, name);
    }
    if (openRegions && name !== '') return indexOfCode(name, name);
    if (called.kind === 'ambiguous') {
      fault(row, 'region_name', name, EXPECTED.region, sayBoth(DETAIL.ambiguousRegion, { region: name.slice(0, 60) }));
    } else refuse('', name, row);
    return NO_REGION;
  }

  function checkName(index: number, code: string, name: string, row: number): void {
    const at = tree?.indexOf.get(code);
    if (at === undefined) return;
    const known = tree!.regions[at]!.name;
    const given = plainSpelling(name);
    const alike = [known.zh, known.en].some((n) => {
      const spelling = plainSpelling(n);
      // 包头 and 包头市 are the same place in shorter words.
      return spelling === given || (given.length >= 2 && spelling.startsWith(given));
    });
    // 呼市 and 伊克昭盟 are other names, no other place.
    if (alike || noted.has(`${code} ${name}`)) return;
    const called = calledBy(name);
    if (called.kind === 'region' && called.code === code) return;
    const detail = sayBoth(DETAIL.nameMismatch, { code, name: shown[index]!, given: name.slice(0, 60) });
    noteOnce(`${code} ${name}`, row, 'region_name', name, sayBoth(EXPECTED.name, { name: shown[index]! }), detail);
  }

  /** A word about a code or name, at the first row that has it: said again for each row it would drown the rest. */
  function noteOnce(
    key: string,
    row: number,
    column: string,
    given: string,
    expected: Issue['expected'],
    detail: Issue['detail'],
  ): void {
    if (noted.has(key)) return;
    noted.add(ownText(key));
    if (!log.wants('region_name_mismatch')) return;
    log.list(issueOf('region_name_mismatch', 'note', row, column, given, expected, detail));
  }

  function fault(
    row: number,
    column: string,
    given: string,
    expected: Issue['expected'],
    detail: Issue['detail'],
  ): void {
    if (log.wants('unknown_region')) log.list(issueOf('unknown_region', 'fault', row, column, given, expected, detail));
  }

  function refuse(code: string, name: string, row: number): void {
    if (!log.wants('unknown_region')) return;
    const key = `${code} ${name}`;
    let expected = candidates.get(key);
    if (!expected) {
      const near = tree ? nearestRegions(tree, code, name) : [];
      expected = near.length > 0 ? sayBoth(EXPECTED.nearest, { candidates: near.join('、') }) : EXPECTED.region;
      candidates.set(ownText(key), expected);
    }
    const region = [code, name]
      .filter((w) => w !== '')
      .join(' ')
      .slice(0, 60);
    const detail = sayBoth(DETAIL.unknownRegion, { region });
    log.list(
      issueOf('unknown_region', 'fault', row, code === '' ? 'region_name' : 'region_code', region, expected, detail),
    );
  }

  return {
    codes,
    found,
    nameOf: (index) => shown[index] ?? '',
    take(code, name, row) {
      if (code === '') return takeByName(name, row);
      if (!found.has(code)) found.set(ownText(code), ownText(name));
      const index = indexOfCode(code, name);
      if (index === NO_REGION) refuse(code, name, row);
      else if (name !== '') checkName(index, code, name, row);
      return index;
    },
  };
}
