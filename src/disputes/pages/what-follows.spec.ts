import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../platform/decider.js';
import { Controls } from '../../../test/support/controls.js';
import { type AroundTheAct, whatFollows } from './what-follows.js';

describe('what follows from resolving', () => {
  const saysOf = (who: string | null, doers: readonly string[]): string[] =>
    whatFollows(
      [Controls.resolved()] as DomainEvent[],
      {
        agreed: [{ actionId: 'A1', what: 'Hold the meeting', who, doneOn: null }],
        doers: { A1: doers },
        now: null,
      } as unknown as AroundTheAct,
    );

  it('names the people in whose work an agreed action stands, and not the words for whom it was agreed', () => {
    expect(saysOf('Team manager', ['H. Shaw'])).toEqual([
      'H. Shaw keeps this to do until it is done: Hold the meeting (by: Team manager)',
    ]);
    expect(saysOf('H. Shaw', ['H. Shaw'])).toEqual(['H. Shaw keeps this to do until it is done: Hold the meeting']);
    expect(saysOf(null, ['H. Shaw', 'T. Ashdown'])).toEqual([
      'H. Shaw and T. Ashdown keep this to do until it is done: Hold the meeting',
    ]);
  });

  it('says where nobody has it', () => {
    expect(saysOf('the carer team', [])).toEqual([
      'the carer team is to do it, and nobody has it in their work: Hold the meeting',
    ]);
  });
});

describe('what follows from more time', () => {
  it('puts the rule beside the date that it gave, and not beside the later one', () => {
    const set = Controls.deadlineSet({
      firstDueOn: '2022-04-22',
      dueOn: '2022-05-03',
      rule: '5 working days, stage 1',
    });
    const [says] = whatFollows([set] as DomainEvent[], { now: null } as unknown as AroundTheAct);
    expect(says).toBe(
      'The answer is due by Tuesday 3 May 2022. By its rule, 5 working days, stage 1, the first date was Friday 22 April 2022.',
    );
  });
});
