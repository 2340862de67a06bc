import { describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter, type Story } from '../../test/support/read-models.js';
import { deadlines } from './deadlines.js';

const DUE_AT = '2022-04-25T23:00:00.000Z';
const raised = [Controls.formalDisputeRaised(), Controls.deadlineSet()];
const after = (...events: Story['events']) => rowsAfter(deadlines, { stream: 'dispute-DRP-7K4M-2QXH', events });
const passed = (onSilence: 'ask-the-judge' | 'chase-then-ask' | 'escalate'): DisputeEvent => ({
  type: 'AnswerDeadlinePassed',
  data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt: DUE_AT, onSilence },
});
const at = (moment: string, event: DisputeEvent) => ({ ...event, at: moment });

describe('the sheet of dates', () => {
  it('has a row for each date that was set', () => {
    expect(after(...raised)).toEqual([
      {
        reference: 'DRP-7K4M-2QXH',
        deadline: 'answer',
        part: '1',
        due_on: Controls.dueOn,
        due_at: DUE_AT,
        standing: 'waiting',
        next_step: null,
      },
    ]);
  });

  it('keeps waiting for an answer that a judge has not accepted, and for one that came late', () => {
    expect(after(...raised, Controls.answerGiven())).toMatchObject([{ standing: 'waiting' }]);
    expect(after(...raised, Controls.answerGiven(), Controls.answerAccepted())).toMatchObject([{ standing: 'met' }]);
    const late = at('2022-04-27T10:00:00.000Z', Controls.answerAccepted());
    expect(after(...raised, Controls.answerGiven(), late)).toMatchObject([{ standing: 'waiting' }]);
  });

  it('knows what the program has yet to do about silence, until it is done or needless', () => {
    expect(after(...raised, passed('ask-the-judge'))).toMatchObject([{ standing: 'passed', next_step: null }]);
    const chase = [...raised, passed('chase-then-ask')];
    expect(after(...chase)).toMatchObject([{ standing: 'passed', next_step: 'chase' }]);
    expect(after(...chase, { type: 'AnswerChased', data: { how: 'By letter' } })).toMatchObject([{ next_step: null }]);
    expect(after(...chase, Controls.answerGiven())).toMatchObject([{ next_step: null }]);
    const escalate = [...raised, passed('escalate')];
    expect(after(...escalate)).toMatchObject([{ next_step: 'escalate' }]);
    expect(after(...escalate, ...Controls.escalated())[0]).toMatchObject({ standing: 'passed', next_step: null });
  });

  it('lets a round or a dispute that ends before the date end its clock, and after the date not', () => {
    expect(after(...raised, ...Controls.escalated())).toMatchObject([
      { part: '1', standing: 'over' },
      { part: '2', standing: 'waiting' },
    ]);
    expect(after(...raised, at('2022-04-27T10:00:00.000Z', Controls.resolved()))).toMatchObject([
      { standing: 'waiting' },
    ]);
  });

  it('goes on owing an agreed action after the end, unless all of it was taken back', () => {
    const agreed = [...raised, Controls.actionAgreed()];
    expect(after(...agreed, Controls.resolved())).toMatchObject([
      { deadline: 'answer', standing: 'over' },
      { deadline: 'action', part: 'A1', due_on: '2022-04-29', standing: 'waiting' },
    ]);
    expect(after(...agreed, Controls.actionDone())[1]).toMatchObject({ standing: 'met' });
    expect(after(...agreed, Controls.withdrawn())[1]).toMatchObject({ standing: 'over' });
  });

  it('keeps what another agency was asked, and when a meeting looks again', () => {
    const taken = (dueOn: string | null): DisputeEvent => ({
      type: 'TakenToAgency',
      data: { agency: 'Hillside School', sentOn: Controls.today, dueOn },
    });
    const replied: DisputeEvent = { type: 'AgencyReplied', data: { repliedOn: '2022-04-29', summary: 'Yes.' } };
    const agencies = (...events: DisputeEvent[]) => after(...events).map(({ part, standing }) => `${part} ${standing}`);
    expect(agencies(taken('2022-04-29'))).toEqual(['1 waiting']);
    expect(agencies(taken('2022-04-29'), replied)).toEqual(['1 met']);
    expect(agencies(taken('2022-04-28'), replied)).toEqual(['1 waiting']);
    expect(agencies(taken(null), replied, taken('2022-05-20'))).toEqual(['1 waiting', '2 waiting']);
    expect(agencies(taken('2022-04-29'), Controls.resolved())).toEqual(['1 waiting']);
    expect(agencies(taken('2022-04-29'), Controls.withdrawn())).toEqual(['1 over']);

    const decided: DisputeEvent = {
      type: 'ChallengeDecisionRecorded',
      data: {
        ...{ meeting: 'm-1', heldOn: Controls.today, decision: 'deferred', discussion: 'No time.' },
        ...{ actions: [], iroView: null, nextLookOn: '2022-05-04' },
      },
    };
    const tabled = (meeting: string): DisputeEvent => ({
      type: 'TabledForChallenge',
      data: { meeting, heldOn: '2022-05-11' },
    });
    expect(agencies(decided, tabled('m-1'))).toEqual(['m-1 waiting']);
    expect(agencies(decided, tabled('m-2'))).toEqual(['m-1 met']);
    expect(agencies(decided, Controls.resolved())).toEqual(['m-1 over']);
  });
});
