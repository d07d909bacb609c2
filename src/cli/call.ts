import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A wrong call: exit code 2, said in one line. */
export class WrongCall extends Error {}

/** Data with faults that stop the work: exit code 1; each line is one fault. */
export class BadData extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines[0] ?? '');
    this.lines = lines;
  }
}

/**
 * One verb of the command line: options as data, so that help and checks are made from the same table. A `flag` stands
 * alone, without a value.
 */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly what: string;
  readonly options: Readonly<
    Record<string, { readonly value: string; readonly what: string; readonly required?: true; readonly flag?: true }>
  >;
  /** Are file names without an option accepted, and how many at least. */
  readonly files: 'none' | 'some';
  run(call: Call): Promise<void>;
}

export interface Call {
  readonly options: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** Checks a verb's arguments; unknown options, repeated and missing ones are refused. */
export function readCall(verb: Verb, args: readonly string[]): Call {
  const config: ParseArgsConfig = {
    args: [...args],
    allowPositionals: verb.files === 'some',
    strict: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(verb.options).map(([name, { flag }]) => [name, { type: flag ? 'boolean' : 'string' } as const]),
    ),
  };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs(config);
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error));
  }
  const options = Object.fromEntries(Object.entries(parsed.values).map(([name, value]) => [name, String(value)]));
  const named = (parsed.tokens ?? []).flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = named.find((option, i) => named.indexOf(option) < i);
  if (twice !== undefined) throw new WrongCall(`--${twice} stands twice`);
  for (const [name, { required }] of Object.entries(verb.options)) {
    if (required && options[name] === undefined) throw new WrongCall(`--${name} is missing`);
  }
  if (verb.files === 'some' && parsed.positionals.length === 0) throw new WrongCall('no file is named');
  return { options, files: parsed.positionals };
}

export function helpOf(verb: Verb): string {
  const lines = Object.entries(verb.options).map(
    ([name, { value, what }]) => `  ${`--${name} ${value}`.padEnd(26)} ${what}`,
  );
  return [`fengsui ${verb.usage}`, verb.what, '', ...lines].join('\n');
}
