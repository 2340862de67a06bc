import { describe, expect, it } from '@jest/globals';
import { NONE_SET } from '../../disputes/time/due.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { alsoDueToday } from './also-due-today.js';
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

describe('The other work due today, told after an act', () => {
  it('is the one act there is, or how many and the first of them', () => {
    const first = item('DRP-9T2C-5BRK', TODAY);
    expect(alsoDueToday([first], 'DRP-7K4M-2QXH', TODAY, PLAIN_WORDS)).toBe(
      'One more due today: Answer (DRP-9T2C-5BRK).',
    );
    expect(alsoDueToday([first, item('DRP-4HXA-8M3W', TODAY)], 'DRP-7K4M-2QXH', TODAY, PLAIN_WORDS)).toBe(
      '2 more due today, the first: Answer (DRP-9T2C-5BRK).',
    );
  });

  it('is nothing where only what was acted on, what is late, or what is due on another day is left', () => {
    const others = [
      item('DRP-7K4M-2QXH', TODAY),
      item('A', '2026-11-24', true),
      item('B', '2026-11-26'),
      item('C', null),
    ];
    expect(alsoDueToday(others, 'DRP-7K4M-2QXH', TODAY, PLAIN_WORDS)).toBe(null);
  });

  it('is said with the letters of the council', () => {
    const own = { ...PLAIN_WORDS, prefix: 'QAA' };
    expect(alsoDueToday([item('DRP-9T2C-5BRK', TODAY)], '', TODAY, own)).toContain('QAA-9T2C-5BRK');
  });
});
