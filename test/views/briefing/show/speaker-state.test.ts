import { describe, expect, it } from 'vitest';
import { messageOf, type ShowMessage, wrapped } from '../../../../src/views/briefing/show/show-messages';
import { nextState, showAt } from '../../../../src/views/briefing/show/show-state';
import { hear, listenOn, NO_SHOW, type SpeakerState } from '../../../../src/views/briefing/show/speaker-state';
import { sampleBriefing } from './sample-briefing';

const briefing = sampleBriefing('zh');
const state = nextState(showAt(2, 0), { kind: 'pages', count: 5, page: 2 });
const here = (show = 'a', stamp = 'a1', page = 2): ShowMessage => ({
  kind: 'here',
  show,
  stamp,
  state: { ...state, page },
  notice: '',
});
const pages = (show = 'a', stamp = 'a1'): ShowMessage => ({ kind: 'pages', show, stamp, briefing });

const after = (...messages: readonly ShowMessage[]): SpeakerState =>
  messages.reduce((speaker, message, i) => hear(speaker, message, 1000 * (i + 1)), NO_SHOW);

describe('a speaker’s window', () => {
  it('knows nothing until a show answers, then its page, then its pages', () => {
    expect(NO_SHOW.show).toBeNull();
    expect(after(here())).toMatchObject({ show: 'a', briefing: null, state: { page: 2 } });
    expect(after(here(), pages())).toMatchObject({ show: 'a', stamp: 'a1', briefing });
    expect(after(here(), pages(), here('a', 'a1', 4))).toMatchObject({ briefing, state: { page: 4 } });
  });

  it('takes no pages that it does not know the place in', () => {
    expect(after(pages())).toEqual(NO_SHOW);
    expect(after(here(), pages('a', 'a0')).briefing).toBeNull();
  });

  it('lets pages of another month go until the new ones have come', () => {
    expect(after(here(), pages(), here('a', 'a2')).briefing).toBeNull();
    expect(after(here(), pages(), here('a', 'a2'), pages('a', 'a2')).briefing).toBe(briefing);
  });

  it('follows one show, and another only when that has gone', () => {
    expect(after(here('a'), here('b', 'b1', 0), pages('b', 'b1'))).toMatchObject({ show: 'a', state: { page: 2 } });
    expect(after(here('a'), { kind: 'gone', show: 'b' }).show).toBe('a');
    expect(after(here('a'), { kind: 'gone', show: 'a' })).toEqual(NO_SHOW);
    expect(after(here('a'), { kind: 'gone', show: 'a' }, here('b', 'b1')).show).toBe('b');
  });

  it('is not moved by what other speakers say', () => {
    const speaker = after(here(), pages());
    expect(hear(speaker, { kind: 'hello', known: null }, 9000)).toBe(speaker);
    expect(hear(speaker, { kind: 'act', show: 'a', act: { kind: 'last' } }, 9000)).toBe(speaker);
  });

  it('says that there is no show any more when it has been silent for long', () => {
    const speaker = after(here());
    expect(listenOn(speaker, 1000 + 6000).show).toBe('a');
    expect(listenOn(speaker, 1000 + 8000)).toEqual(NO_SHOW);
    expect(listenOn(hear(speaker, here(), 8000), 9000).show).toBe('a');
  });
});

describe('messages', () => {
  it('come through as they were sent', () => {
    const sent = here();
    expect(messageOf(structuredClone(wrapped(sent)))).toEqual(sent);
  });

  it.each([null, 'hello', 7, {}, { form: 1 }, { form: 1, message: null }, { form: 1, message: { kind: 'other' } }])(
    '%j is none',
    (raw) => expect(messageOf(raw)).toBeNull(),
  );

  it('of another form are none', () => {
    expect(messageOf({ ...(wrapped(here()) as object), form: 0 })).toBeNull();
  });
});
