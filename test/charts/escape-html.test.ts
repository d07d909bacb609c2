import { expect, test } from 'vitest';
import { escapeHtml, tooltipHtml } from '../../src/charts/escape-html';

test('nothing that a file says becomes markup', () => {
  const evil = `<img src=x onerror=alert(1)>"'\`&`;
  expect(escapeHtml(evil)).toBe('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&#96;&amp;');
  const html = tooltipHtml(evil, [[evil, evil]]);
  expect(html).not.toContain('<img');
  expect(html.match(/&lt;img/g)).toHaveLength(3);
});
