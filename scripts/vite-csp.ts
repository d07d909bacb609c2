import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Writes the Content-Security-Policy into the built page. Only at build: the development server needs inline
 * scripts for hot reload. Feeds on other origins are opened by `public/config.json` alone, so after a change of
 * it the page is built again (`npm start` sees the change by itself).
 */
export function contentSecurityPolicy(configFile: string): Plugin {
  return {
    name: 'fengsui-csp',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: policy(feedOrigins(readFileSync(configFile, 'utf8'))),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export function policy(feeds: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // ECharts writes tooltips as HTML with style attributes, its SVG renderer sets them too. Attributes only:
    // style elements stay forbidden, and what a tooltip says is escaped before it gets there.
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...feeds].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Origins of the absolute http(s) addresses in `source.url` and `feedOrigins` (feeds that users may set on the page).
 * A relative feed is 'self' already; anything else opens nothing.
 */
export function feedOrigins(configJson: string): readonly string[] {
  const { source, feedOrigins: more } = JSON.parse(configJson) as { source?: { url?: unknown }; feedOrigins?: unknown };
  const addresses = [source?.url, ...(Array.isArray(more) ? (more as unknown[]) : [])];
  const origins = addresses.flatMap((address) =>
    typeof address === 'string' && /^https?:\/\//i.test(address) && URL.canParse(address)
      ? [new URL(address).origin]
      : [],
  );
  return [...new Set(origins)];
}
