import { type AppConfig, demonstration } from './app-config';
import { fetchPart } from './fetch-part';
import { CONFIG_TEXT } from './text';
import { isAbort } from './trouble';

/** The file as it is shipped. */
const PLAINLY: Pick<AppConfig, 'source'> = { source: { kind: 'demonstration' } };
const PLAIN = JSON.stringify(PLAINLY);

/** Reads `config.json`. A missing or faulty one is said, never guessed at; only an abort is an error. */
export async function loadConfig(signal: AbortSignal, get: typeof fetch = fetch): Promise<AppConfig> {
  const url = new URL('config.json', pageAddress()).href;
  const file = await fetchJson(url, signal, get);
  if ('bad' in file) return demonstration(CONFIG_TEXT[file.bad], file.where);
  if (JSON.stringify(file.json) === PLAIN) return { ...PLAINLY, trouble: null };
  // What checks it weighs a fiftieth of the first load, and the file as it is shipped needs no check.
  const { parseConfig } = await fetchPart(() => import('./config-shape'));
  const config = parseConfig(file.json, url);
  if (config.indicatorsAt === undefined) return config;
  const indicators = await fetchJson(new URL(config.indicatorsAt, url).href, signal, get);
  if ('json' in indicators) return { ...config, indicators: indicators.json };
  const what = CONFIG_TEXT.indicators;
  return { ...config, trouble: { what, where: indicators.where, todo: CONFIG_TEXT.todo } };
}

type Fetched = { readonly json: unknown } | { readonly bad: 'unreachable' | 'notJson'; readonly where: string };

async function fetchJson(url: string, signal: AbortSignal, get: typeof fetch): Promise<Fetched> {
  try {
    const answer = await get(url, { signal, cache: 'no-cache' });
    if (!answer.ok) return { bad: 'unreachable', where: `${url} (${answer.status})` };
    const body = await answer.text();
    try {
      return { json: JSON.parse(body) };
    } catch {
      return { bad: 'notJson', where: url };
    }
  } catch (error) {
    if (isAbort(error)) throw error;
    return { bad: 'unreachable', where: url };
  }
}

/** Address of the page without its hash: relative addresses hold under any sub-path. */
export function pageAddress(): string {
  return typeof document === 'undefined' ? 'http://localhost/' : document.baseURI;
}
