import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Writes the Content-Security-Policy into the built page. Only at build: the development server needs inline
 * scripts for hot reload. A feed on another origin is opened by `public/config.json` alone, so after a change of
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
          content: policy(feedOrigin(readFileSync(configFile, 'utf8'))),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export function policy(feed: string | null): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // ECharts writes tooltips as HTML with style attributes, its SVG renderer sets them too. Attributes only:
    // style elements stay forbidden, and what a tooltip says is escaped before it gets there.
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${feed === null ? '' : ` ${feed}`}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/** The origin of an absolute http(s) `source.url`, else null: a relative feed is 'self' already. */
export function feedOrigin(configJson: string): string | null {
  const { source } = JSON.parse(configJson) as { source?: { url?: unknown } };
  if (typeof source?.url !== 'string' || !/^https?:\/\//i.test(source.url)) return null;
  return new URL(source.url).origin;
}
