import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { THE_CLOCK } from '../../rules.js';

const heldOn = '2022-05-11';
const rule = 'the date of the meeting, stage 1';
const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' }, needs: 'meeting-decision' });
const waiting = (dueOn: string | null = heldOn) => [
  Controls.formalDisputeRaised(),
  Controls.deadlineSet({
    ...{ needs: 'meeting-decision', why: 'raised', rule, firstDueOn: dueOn, dueOn },
    dueAt: dueOn === null ? null : `${dueOn}T23:00:00.000Z`,
  }),
];
const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting: 'CM-7Q2K-90HV', heldOn } };
const takenOff: DisputeEvent = { type: 'TakenOffAgenda', data: tabled.data };
const take = (insteadOf: string | null = heldOn) => ({ type: 'take-meeting-date' as const, insteadOf });
const by = (next: string | null, rules = protocol) => ({
  ...Controls.context(THE_CLOCK, { protocol: rules }),
  nextMeetingFor: () => next,
});
const dated = (over: object) => ({ type: 'AnswerDeadlineSet', data: expect.objectContaining(over) as never }) as never;

describe('A stage that waits for a meeting', () => {
  it('has the date of the next one where its own is not held on its day, and keeps its first date', () => {
    given(...waiting())
      .when(take(), by('2022-06-08'))
      .then(dated({ why: 'next-meeting', firstDueOn: heldOn, dueOn: '2022-06-08', dueAt: '2022-06-08T23:00:00.000Z' }));
  });

  it('has none where no other is arranged, and nothing to be late for', () => {
    given(...waiting())
      .when(take(), by(null))
      .then(dated({ why: 'next-meeting', firstDueOn: null, dueOn: null, dueAt: null }));
  });

  it('that has no date gets that of the next one when it is arranged', () => {
    given(...waiting(null))
      .when(take(null), by('2022-06-08'))
      .then(dated({ why: 'next-meeting', firstDueOn: '2022-06-08', dueOn: '2022-06-08' }));
    given(...waiting(null))
      .when(take(null), by(null))
      .thenNothing();
  });

  it('does not get the date of a meeting from whose agenda it was taken', () => {
    const asked: (readonly string[])[] = [];
    given(...waiting(null), tabled, takenOff)
      .when(take(null), { ...by(null), nextMeetingFor: (_, besides = []) => (asked.push(besides), null) })
      .thenNothing();
    expect(asked).toEqual([['CM-7Q2K-90HV']]);
  });

  it('keeps another date, that of an agenda on which it stands, and that of another meeting on the same day', () => {
    given(...waiting('2022-05-04'))
      .when(take(), by('2022-06-08'))
      .thenNothing();
    given(...waiting(), tabled)
      .when(take(), by('2022-06-08'))
      .thenNothing();
    given(...waiting())
      .when(take(), by(heldOn))
      .thenNothing();
  });

  it('keeps a date that has passed: late stays late', () => {
    given(...waiting())
      .when(take(), { ...by('2022-06-08'), now: '2022-05-12T09:00:00.000Z', today: '2022-05-12' })
      .thenNothing();
  });

  it('is no stage with a time of its own', () => {
    given(...waiting())
      .when(take(), by('2022-06-08', Controls.protocolWithStage({})))
      .thenNothing();
  });

  it('is followed by the program alone', () => {
    given(...waiting())
      .when(take(), { ...by('2022-06-08'), actor: Controls.iroManager })
      .thenRefuses('program-only');
  });
});
