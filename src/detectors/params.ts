/**
 * A parameter as data: the rules screen, the command line and the loader all read this. `integer` is a whole number; a
 * number may also be one of `words`. `numbers` is a list of `length` numbers (both ends included). A parameter whose
 * default is null may be left out, what then holds, the detector says; an `indicator` has to be named.
 */
export type ParamSpec =
  | {
      readonly type: 'integer' | 'number';
      readonly default: number | string | null;
      readonly min: number;
      readonly max: number;
      readonly words?: readonly string[];
    }
  | { readonly type: 'option'; readonly default: string | null; readonly options: readonly string[] }
  | { readonly type: 'boolean'; readonly default: boolean | null }
  | {
      readonly type: 'numbers';
      readonly default: readonly number[] | null;
      readonly min: number;
      readonly max: number;
      readonly length: readonly [number, number];
      readonly whole?: boolean;
    }
  | { readonly type: 'indicator' };

export type ParamValue = number | string | boolean | readonly number[];
export type ParamValues = Readonly<Record<string, ParamValue>>;

export interface ParamFault {
  readonly path: string;
  readonly given: string;
  readonly expected: string;
}

/** What a parameter may be, in words. */
function expectationOfParam(spec: ParamSpec): string {
  switch (spec.type) {
    case 'integer':
    case 'number': {
      const words = spec.words ? ` or ${spec.words.join(', ')}` : '';
      return `${spec.type === 'integer' ? 'whole number' : 'number'} ${spec.min}–${spec.max}${words}`;
    }
    case 'option':
      return `one of: ${spec.options.join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'numbers': {
      const [least, most] = spec.length;
      const items = least === most ? String(least) : `${least}–${most}`;
      return `a list of ${items} ${spec.whole ? 'whole ' : ''}numbers ${spec.min}–${spec.max}`;
    }
    case 'indicator':
      return 'the id of an indicator';
  }
}

/** May a parameter have this value? */
function paramHolds(spec: ParamSpec, value: unknown): value is ParamValue {
  switch (spec.type) {
    case 'integer':
    case 'number':
      if (typeof value === 'string') return spec.words?.includes(value) ?? false;
      return inBounds(value, spec.min, spec.max) && (spec.type === 'number' || Number.isInteger(value));
    case 'option':
      return typeof value === 'string' && spec.options.includes(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'numbers':
      if (!Array.isArray(value) || value.length < spec.length[0] || value.length > spec.length[1]) return false;
      return value.every((v) => inBounds(v, spec.min, spec.max) && (!spec.whole || Number.isInteger(v)));
    case 'indicator':
      return typeof value === 'string' && value !== '';
  }
}

function inBounds(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

/**
 * Parameters from outside, completed by defaults. Unknown names, wrong types and values out of bounds are all
 * collected; with any fault there are no parameters.
 */
export function parseParams(
  { params: specs }: { readonly params: Readonly<Record<string, ParamSpec>> },
  raw: Readonly<Record<string, unknown>>,
): { params: ParamValues | null; faults: ParamFault[] } {
  const faults: ParamFault[] = [];
  const params: Record<string, ParamValue> = {};
  const known = Object.keys(specs).join(', ') || 'none';
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(specs, name)) faults.push({ path: name, given: name, expected: `one of: ${known}` });
  }
  for (const [name, spec] of Object.entries(specs)) {
    const given = Object.hasOwn(raw, name);
    const standard = spec.type === 'indicator' ? undefined : spec.default;
    const value = given ? raw[name] : standard;
    if (!given && value === null) continue;
    if (paramHolds(spec, value)) params[name] = value;
    else faults.push({ path: name, given: JSON.stringify(value) ?? '—', expected: expectationOfParam(spec) });
  }
  return { params: faults.length === 0 ? params : null, faults };
}
