import { alertsVerb } from './alerts';
import { assessVerb } from './assess';
import { backtestVerb } from './backtest';
import { briefVerb } from './brief';
import { BadData, helpOf, readCall, type Verb, WrongCall } from './call';
import { detectVerb } from './detect';
import { say } from './files';
import { importVerb } from './import';
import { ruleTestsVerb } from './rule-tests';

const VERBS: readonly Verb[] = [importVerb, assessVerb, detectVerb, backtestVerb, ruleTestsVerb, briefVerb, alertsVerb];

const HELP = [
  'fengsui VERB …   the early-warning engine without a browser',
  '',
  ...VERBS.map((v) => `  ${v.name.padEnd(10)} ${v.what}`),
  '',
  'fengsui VERB --help   options of a verb',
  'Exit codes: 0 done, 1 the data has faults that stop the work (all listed), 2 wrong call.',
].join('\n');

/** Faults of the machine that the caller can mend: the message says which file. */
const CALLERS_FAULT = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM', 'EROFS', 'ENOSPC'];

/** Runs one call and answers its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(`${HELP}\n`);
    return name === undefined ? 2 : 0;
  }
  const verb = VERBS.find((v) => v.name === name);
  if (!verb) {
    say(`fengsui: no verb "${name}"; there are: ${VERBS.map((v) => v.name).join(', ')}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${helpOf(verb)}\n`);
    return 0;
  }
  try {
    await verb.run(readCall(verb, rest));
    return 0;
  } catch (error) {
    if (error instanceof WrongCall) {
      say(`fengsui ${name}: ${error.message}`);
      return 2;
    }
    if (error instanceof BadData) {
      for (const line of error.lines) say(line);
      return 1;
    }
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EPIPE') return 0;
    if (CALLERS_FAULT.includes(code)) {
      say(`fengsui ${name}: ${(error as Error).message}`);
      return 2;
    }
    throw error;
  }
}
