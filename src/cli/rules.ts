import type { Config } from '../assess';
import type { Checked } from '../base/check';
import { kindsIn, loadDetectors } from '../detectors/registry';
import { loadRulesFile } from '../levels/load-rule-book';
import { defaultScheme, loadScheme, rulesNotThere } from '../levels/load-scheme';
import { defaultRuleSet, loadRuleSet } from '../signals/load-rule-set';
import { BadData } from './call';
import { readJson, say } from './files';
import { checked } from './load';

/**
 * The rules that a call names, with the detectors that they need: a rule set and a scheme in two files, or both in the one
 * that the rules screen exports; the built-in ones where nothing is named.
 */
export async function rulesOf(options: {
  readonly rules?: string | undefined;
  readonly scheme?: string | undefined;
}): Promise<Config> {
  const rules = options.rules === undefined ? null : await fileOf(options.rules, loadRuleSet);
  const own = options.scheme === undefined ? null : await fileOf(options.scheme, loadScheme);
  if (rules && !rules.ruleSet) throw new BadData([`${options.rules}: a rule set is expected, this is a scheme alone`]);
  if (own && !own.scheme) throw new BadData([`${options.scheme}: a scheme is expected, this is a rule set alone`]);
  const ruleSet = rules?.ruleSet ?? defaultRuleSet();
  const scheme = own?.scheme ?? rules?.scheme ?? defaultScheme();
  const absent = rulesNotThere(scheme, ruleSet);
  if (absent.length > 0) say(`the scheme names rules that the rule set has not: ${absent.join(', ')}`);
  return { ruleSet, scheme };
}

/** A file of rules; one that does not say of what form it is is judged as what the call wants. */
async function fileOf(path: string, wanted: (raw: unknown) => Checked<unknown>) {
  const raw = await readJson(path);
  const { ruleSet: whole, schema } = (raw ?? {}) as { ruleSet?: unknown; schema?: unknown };
  await loadDetectors([...kindsIn(raw), ...kindsIn(whole)]);
  if (typeof schema !== 'string' || !schema.startsWith('fengsui-')) checked(path, wanted(raw));
  return checked(path, loadRulesFile(raw));
}
