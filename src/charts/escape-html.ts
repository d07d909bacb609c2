const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** ECharts tooltips are HTML: every word that goes into one passes here, names of regions from files above all. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (c) => ENTITIES[c]!);
}

/** A tooltip: a heading and lines of label and figure, all escaped. */
export function tooltipHtml(heading: string, lines: readonly (readonly [label: string, figure: string])[]): string {
  const rows = lines.map(
    ([label, figure]) =>
      `<div style="display:flex;justify-content:space-between;gap:16px"><span>${escapeHtml(label)}</span>` +
      `<b style="font-variant-numeric:tabular-nums">${escapeHtml(figure)}</b></div>`,
  );
  return `<div style="font-weight:700;margin-bottom:2px">${escapeHtml(heading)}</div>${rows.join('')}`;
}
