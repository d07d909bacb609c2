import { kindsIn, loadDetectors } from '../detectors/registry';
import { bookOf } from '../levels/load-rule-book';
import type { RuleBook } from '../levels/rule-book';
import type { Paper } from './engine-api';

/** The kept versions of the rules, with the detectors that they name at hand. */
export async function readBook(papers: readonly Paper[]): Promise<RuleBook> {
  const parts = papers.map(({ body }) => (body as { ruleSet?: unknown } | null)?.ruleSet);
  await loadDetectors(parts.flatMap(kindsIn));
  return bookOf(papers);
}
