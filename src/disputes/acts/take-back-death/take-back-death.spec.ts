import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import { THE_PROGRAM } from '../../rules.js';

const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['manager-lane'], reason: 'A death.' } };
const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: Controls.today, reason: 'A death.' } };
const act = { type: 'take-back-death' as const, reason: 'It was another child.', by: 'manager-lane' };
const raised = Controls.disputeRaised();
const here = raised.length;

const afterADeath = (...since: ReturnType<typeof by<DisputeEvent>>[]) =>
  given(
    ...raised.map((event, index) => command(`raise-${index}`, by(Controls.iro, event))),
    command('restrict', by(THE_PROGRAM, restricted)),
    command('freeze', by(THE_PROGRAM, frozen)),
    ...since,
  );
const command = (commandId: string, { metadata, ...event }: ReturnType<typeof by<DisputeEvent>>) => ({
  ...event,
  metadata: { ...metadata, commandId },
});

describe('A death that is taken back', () => {
  it('takes back that the dispute was set aside', () => {
    afterADeath()
      .when(act, Controls.context(THE_PROGRAM))
      .then({ type: 'EntryTakenBack', data: { revisions: [here, here + 1], reason: act.reason, by: act.by } });
  });

  it('gives back the days since, on which nobody could answer', () => {
    const later = { ...Controls.context(THE_PROGRAM), now: '2022-04-22T09:00:00.000Z', today: '2022-04-22' };
    const types = afterADeath().when(act, later).events();
    expect(types.map(({ type }) => type)).toEqual([
      'EntryTakenBack',
      'ClockPaused',
      'ClockResumed',
      'AnswerDeadlineSet',
    ]);
  });

  it('gives the days since back to an agreed action, before it is asked for again', () => {
    const agreed = command('agree', by(Controls.iro, Controls.actionAgreed()));
    const later = { ...Controls.context(THE_PROGRAM), now: '2022-05-03T09:00:00.000Z', today: '2022-05-03' };
    const freeze = command('freeze', by(THE_PROGRAM, frozen, '2022-04-19T09:00:00.000Z'));
    const [moved, takenBack] = given(...raised.map((event) => by(Controls.iro, event)), agreed, freeze)
      .when(act, later)
      .events();
    expect(moved).toEqual({
      type: 'ActionDateMoved',
      data: { actionId: 'A1', from: '2022-04-29', to: '2022-05-13', reason: act.reason },
    });
    expect(takenBack).toMatchObject({ type: 'EntryTakenBack' });
  });

  it('leaves what people have decided since', () => {
    const listed: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['hqa-wynn'], reason: 'A colleague.' } };
    afterADeath(command('people', by(Controls.iro, listed)))
      .when(act, Controls.context(THE_PROGRAM))
      .then({ type: 'EntryTakenBack', data: { revisions: [here + 1], reason: act.reason, by: act.by } });
    const unfrozen: DisputeEvent = { type: 'DisputeUnfrozen', data: { reason: 'It goes on.' } };
    const lifted: DisputeEvent = { type: 'RestrictionLifted', data: { reason: 'It goes on.' } };
    afterADeath(command('on', by(Controls.iro, unfrozen)), command('all', by(Controls.iro, lifted)))
      .when(act, Controls.context(THE_PROGRAM))
      .thenNothing();
  });

  it('is for the program', () => {
    afterADeath().when(act, Controls.context(Controls.iro)).thenRefuses('program-only');
  });
});
