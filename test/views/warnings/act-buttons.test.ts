import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { parseDay } from '../../../src/base/period';
import { emptyState } from '../../../src/response/trail/fold';
import type { Warning } from '../../../src/response/warnings/inbox';
import { ActButtons } from '../../../src/views/warnings/ActButtons';
import { emptyForm } from '../../../src/views/warnings/actions';
import { makeView } from '../make-view';
import { makeWarning } from './make-warning';

const view = makeView({ count: 10 });
const ground = { view, state: emptyState(), newId: () => 'id' };
const REGIONS = { zh: '此项须由自治区办理', en: 'This is for the autonomous region' };
const due = { step: 'report', at: 0, urgency: 'due-soon' } as const;

/** What stands there, in words, where opening a review is another office's. */
function said(of: Partial<Warning>): string {
  const warning = makeWarning('150300', 4, of);
  const acting = { closed: null, whyNot: ({ kind }: { kind: string }) => (kind === 'open-case' ? REGIONS : null) };
  const empty = emptyForm(warning, view, parseDay('2026-11-10')!, 'en');
  const html = renderToStaticMarkup(
    createElement(ActButtons, { warning, empty, ground, acting, onStart: () => undefined }),
  );
  return html.replace(/<[^>]+>/g, '\n');
}

it('says whose turn it is where the next step is another office’s', () => {
  const verified = said({ state: 'verified', due });
  expect(verified).toContain('Next step: Open a review. This is for the autonomous region');
  expect(verified).toContain('Reports upward are entered in the review');
  // The next step is this office's own: its button says so.
  expect(said({ state: 'acknowledged' })).not.toContain('Next step');
  // Risen since: it begins anew with what this office may do.
  expect(said({ state: 'verified', moved: 'escalated', due })).not.toContain('Next step');
});
