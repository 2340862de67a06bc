import { describe, expect, it } from '@jest/globals';
import { NONE_SET } from '../../disputes/time/due.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { nextInWork } from './next-in-work.js';
import type { WorkItem } from './work.js';

const TODAY = '2026-11-25';
const item = (reference: string, dueOn: string | null, late = false): WorkItem => ({
  ...{
    what: 'answer',
    reference,
    theme: null,
    ladder: null,
    stage: 2,
    stageName: null,
    children: [],
    team: null,
    takenOn: true,
  },
  ...{ actionId: null, raisedOn: null, waiting: null, actingFor: null },
  due: dueOn === null ? NONE_SET : { ...NONE_SET, dueOn, dueAt: `${dueOn}T23:59:59.999Z`, late },
});

const said = (items: readonly WorkItem[], words = PLAIN_WORDS, mayEscalate = true) =>
  nextInWork(items, 'DRP-7K4M-2QXH', {
    ...{ today: TODAY, mayEscalate, theme: (code) => code },
    words: { ...words, said: (text) => inCouncilWords(text, words), post: (kind) => kind },
  });

describe('The next work of a person, told after an act', () => {
  const dueToday = item('DRP-9T2C-5BRK', TODAY);
  const late = item('DRP-4HXA-8M3W', '2026-11-23', true);

  it('is the one act there is, with its page', () => {
    expect(said([dueToday])).toEqual({
      before: '1 more is due today:',
      text: 'Answer (DRP-9T2C-5BRK)',
      href: '/disputes/DRP-9T2C-5BRK/answer',
    });
  });

  it('is what is late before what is due today, wherever it stands', () => {
    expect(said([dueToday, late])).toMatchObject({
      before: '1 more is late and 1 more is due today, the first:',
      text: 'Answer (DRP-4HXA-8M3W)',
      href: '/disputes/DRP-4HXA-8M3W/answer',
    });
    expect(said([late])).toMatchObject({ before: '1 more is late:' });
  });

  it('leads to what is done for somebody else as done for them', () => {
    const actingFor = { id: 'p-okafor', name: 'P. Okafor' };
    expect(said([{ ...late, actingFor }])?.href).toMatch(/answer\?for=.{12}$/);
  });

  it('is not said on the screen of a meeting, which others see', () => {
    const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
    const around = { today: TODAY, mayEscalate: true, theme: (code: string) => code, words };
    expect(nextInWork([late], 'CM-ANZA-D8XA', around)).toBe(null);
    expect(nextInWork([late], 'DRP-7K4M-2QXH', around)).not.toBe(null);
  });

  it('has no link where nobody reads what is theirs to allocate', () => {
    expect(said([{ ...late, what: 'allocate' }])).toMatchObject({ href: null });
  });

  it('is nothing where only what was acted on, or what is due on another day is left', () => {
    const others = [item('DRP-7K4M-2QXH', '2026-11-23', true), item('B', '2026-11-26'), item('C', null)];
    expect(said(others)).toBe(null);
  });

  it('is said with the letters of the council, and offers nobody what they may not do', () => {
    const chase = { ...late, what: 'chase' as const };
    expect(said([chase], { ...PLAIN_WORDS, prefix: 'QAA' }, false)?.text).toBe(
      'No answer came: chase it (QAA-4HXA-8M3W)',
    );
  });
});
