import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import { paused, protocol } from '../../../../test/support/pausing.js';
import type { Actor } from '../../../platform/event-store/event-store.js';
import type { DisputeEvent } from '../../events.js';

/** Each act of a story has a command of its own; `acts` are lists of the events that came by one. */
const story = (...acts: readonly (readonly [Actor, ...DisputeEvent[]])[]) =>
  acts.flatMap(([actor, ...events], command) =>
    events.map((event) => {
      const { metadata, ...rest } = by(actor, event);
      return { ...rest, metadata: { ...metadata, commandId: `command-${command}` } };
    }),
  );

const raised = [Controls.iro, ...Controls.disputeRaised()] as const;
const answered = [Controls.teamManager, Controls.answerGiven()] as const;
const accepted = [Controls.iro, Controls.answerAccepted(), Controls.actionAgreed()] as const;
const done = [Controls.teamManager, Controls.actionDone()] as const;
const context = (actor: Actor, over: object = {}) => ({ ...Controls.context(actor), ...over });
const takeBack = (entry: number) => ({ type: 'take-back-entry' as const, entry, reason: 'It was another dispute.' });
const FIRST_AFTER_RAISING = Controls.disputeRaised().length;

const takenBack = (...revisions: number[]): DisputeEvent => ({
  type: 'EntryTakenBack',
  data: { revisions, reason: 'It was another dispute.' },
});

describe('Taking back an entry', () => {
  const here = FIRST_AFTER_RAISING;

  it('leaves it in the history, and lets it count no more', () => {
    const events = story(raised, answered, accepted);
    const before = given(...story(raised, answered)).state;
    given(...events)
      .when(takeBack(here + 1), context(Controls.iro))
      .then(takenBack(here + 1, here + 2));
    const { story: _, ...after } = given(...events, by(Controls.iro, takenBack(here + 1, here + 2))).state;
    const { story: __, ...asBefore } = before;
    expect(after).toEqual(asBefore);
  });

  it('takes back what came with it, from the last to the first', () => {
    const events = story(raised, answered, accepted, [Controls.iro, ...Controls.escalated()]);
    given(...events)
      .when(takeBack(here + 1), context(Controls.iro))
      .thenRefuses('something-followed');
    given(...story(raised, answered, accepted, done))
      .when(takeBack(here + 1), context(Controls.iro))
      .thenRefuses('something-followed');
  });

  it('of an action done takes back first that the dispute was resolved in full by it', () => {
    const inFull = [Controls.iro, Controls.resolved()] as const;
    const outstanding = { outcome: 'RES-ACT', actionsOutstanding: ['A2'] };
    const withActions = [
      Controls.iro,
      { type: 'DisputeResolved', data: { ...Controls.resolved().data, ...outstanding } } as DisputeEvent,
    ] as const;
    const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'It was not done.' } };
    const after = (...acts: (readonly [Actor, ...DisputeEvent[]])[]) =>
      given(...story(raised, answered, accepted, done, ...acts));
    after(inFull)
      .when(takeBack(here + 3), context(Controls.iro))
      .thenRefuses('something-followed');
    after(withActions)
      .when(takeBack(here + 3), context(Controls.iro))
      .then(takenBack(here + 3));
    after(inFull, [Controls.iro, reopened])
      .when(takeBack(here + 3), context(Controls.iro))
      .then(takenBack(here + 3));
  });

  it('of an action done waits for what was said about that: it was confirmed to have been in time', () => {
    const confirmed: DisputeEvent = {
      type: 'ActionConfirmedInTime',
      data: { actionId: 'A1', doneOn: Controls.today, reason: 'It was seen on the day.' },
    };
    const events = story(raised, answered, accepted, done, [Controls.iro, confirmed]);
    given(...events)
      .when(takeBack(here + 3), context(Controls.iro))
      .thenRefuses('something-followed');
    given(...events)
      .when(takeBack(here + 4), context(Controls.iro))
      .then(takenBack(here + 4));
  });

  it('of an escalation brings back the stage, without what the program has recorded of the higher one', () => {
    const passed: DisputeEvent = {
      type: 'AnswerDeadlinePassed',
      data: { round: 2, stage: 2, dueOn: Controls.dueOn, dueAt: Controls.now, onSilence: 'ask-the-judge' },
    };
    const events = story(raised, [Controls.iro, ...Controls.escalated()], [Controls.clock, passed]);
    const up = Controls.escalated().length;
    const revisions = Array.from({ length: up + 1 }, (_, index) => here + index);
    given(...events)
      .when(takeBack(here), context(Controls.iro))
      .then(takenBack(...revisions));
    const { state } = given(...events, by(Controls.iro, takenBack(...revisions)));
    expect(state).toMatchObject({ status: 'open', matter: { rounds: [{ stage: 1, overAt: null }] } });
  });

  it('is for the person who recorded a decision and the IRO, and of a fact for the IRO service too', () => {
    const withdrawn = story(raised, [Controls.iro, Controls.withdrawn()]);
    given(...withdrawn)
      .when(takeBack(here), context(Controls.iro))
      .then(takenBack(here));
    given(...withdrawn)
      .when(takeBack(here), context(Controls.iroManager))
      .thenRefuses('taking-back-not-yours');
    const doneSince = story(raised, answered, accepted, done);
    for (const actor of [Controls.teamManager, Controls.iro, Controls.iroManager])
      given(...doneSince)
        .when(takeBack(here + 3), context(actor))
        .then(takenBack(here + 3));
    given(...doneSince)
      .when(takeBack(here + 3), context(Controls.actor('another', 'service-manager')))
      .thenRefuses('taking-back-not-yours');
  });

  it('of a verdict is for the judge who gave it, and of the IRO’s also for the IRO of today', () => {
    const ofTheManager = {
      ...Controls.answerAccepted(),
      data: { ...Controls.answerAccepted().data, role: 'iro-manager' },
    };
    const byTheManager = story(raised, answered, [Controls.iroManager, ofTheManager as DisputeEvent]);
    given(...byTheManager)
      .when(takeBack(here + 1), context(Controls.iro))
      .thenRefuses('taking-back-not-yours');
    given(...byTheManager)
      .when(takeBack(here + 1), context(Controls.iroManager))
      .then(takenBack(here + 1));
    given(...story(raised, answered, accepted))
      .when(takeBack(here + 1), context(Controls.iroManager))
      .thenRefuses('taking-back-not-yours');
    const byOneBefore = [
      Controls.actor('an IRO before', 'iro'),
      Controls.answerAccepted(),
      Controls.actionAgreed(),
    ] as const;
    given(...story(raised, answered, byOneBefore))
      .when(takeBack(here + 1), context(Controls.iro))
      .then(takenBack(here + 1, here + 2));
  });

  it('of an answer is for the person who gave it alone', () => {
    const events = story(raised, answered);
    given(...events)
      .when(takeBack(here), context(Controls.iro))
      .thenRefuses('taking-back-not-yours');
    given(...events)
      .when(takeBack(here), context(Controls.teamManager))
      .then(takenBack(here));
  });

  it('gives back the days on which nobody was asked, and not those of somebody who was late before', () => {
    const withdrawn = story(raised, [Controls.iro, Controls.withdrawn()]);
    const later = context(Controls.iro, { now: '2022-04-28T09:00:00.000Z', today: '2022-04-28' });
    const types = given(...withdrawn)
      .when(takeBack(here), later)
      .events()
      .map(({ type }) => type);
    expect(types).toEqual(['EntryTakenBack', 'ClockPaused', 'ClockResumed', 'AnswerDeadlineSet']);
    const late = withdrawn.map((event) =>
      event.type === 'DisputeWithdrawn'
        ? { ...event, metadata: { ...event.metadata, occurredAt: '2022-05-30T09:00:00.000Z' } }
        : event,
    );
    const muchLater = context(Controls.iro, { now: '2022-06-20T09:00:00.000Z', today: '2022-06-20' });
    given(...late)
      .when(takeBack(here), muchLater)
      .then(takenBack(here));
  });

  it('is refused of an entry that does not exist, was taken back, or is mended in another way', () => {
    const events = story(raised, answered);
    given(...events)
      .when(takeBack(99), context(Controls.iro))
      .thenRefuses('no-such-entry');
    given(...events)
      .when(takeBack(0), context(Controls.iro))
      .thenRefuses('not-taken-back-so');
    given(...events, by(Controls.teamManager, takenBack(here)))
      .when(takeBack(here), context(Controls.teamManager))
      .thenRefuses('taken-back-already');
    given(...story(raised, [Controls.clock, Controls.withdrawn()]))
      .when(takeBack(here), context(Controls.iro))
      .thenRefuses('not-taken-back-so');
  });

  it('goes past the days that an earlier taking back gave, which go with the stage that had them and are not taken back by themselves', () => {
    const escalated = story(raised, [Controls.iro, ...Controls.escalated()], [Controls.iro, Controls.withdrawn()]);
    const withdrawal = escalated.length - 1;
    const recalled = given(...escalated)
      .when(takeBack(withdrawal), context(Controls.iro, { now: '2022-04-19T09:00:00.000Z', today: '2022-04-19' }))
      .events();
    expect(recalled.map(({ type }) => type)).toEqual([
      'EntryTakenBack',
      'ClockPaused',
      'ClockResumed',
      'AnswerDeadlineSet',
    ]);
    const byOneAct = recalled.map((event) => {
      const { metadata, ...rest } = by(Controls.iro, event, '2022-04-19T09:00:00.000Z');
      return { ...rest, metadata: { ...metadata, commandId: 'recalling' } };
    });
    const events = [...escalated, ...byOneAct];
    const later = context(Controls.iro, { now: '2022-04-20T09:00:00.000Z', today: '2022-04-20' });
    const [first] = given(...events)
      .when(takeBack(here), later)
      .events();
    const ofTheEscalation = escalated.map((_, revision) => revision).slice(here, withdrawal);
    const daysGiven = [1, 2, 3].map((place) => withdrawal + 1 + place);
    expect(first).toEqual(takenBack(...ofTheEscalation, ...daysGiven));
    for (const day of daysGiven)
      given(...events)
        .when(takeBack(day), later)
        .thenRefuses('not-taken-back-so');
  });

  describe('of one of several answers to the same stage', () => {
    const both = Controls.protocolWithStage({ answeredBy: 'all', addressees: ['team-manager', 'service-manager'] });
    const posts = {
      addressee: { team: 'through-care-3', posts: ['team-manager' as const, 'service-manager' as const] },
    };
    const asked = [Controls.iro, ...Controls.disputeRaised(posts)] as const;
    const first = [Controls.teamManager, Controls.partlyAnswered()] as const;
    const second = [Controls.serviceManager, Controls.answerGiven({ role: 'service-manager' })] as const;
    const FIRST = asked.length - 1;

    it('leaves that of the other, which makes the answer whole no more', () => {
      const events = story(asked, first, second);
      given(...events)
        .when(takeBack(FIRST), context(Controls.teamManager, { protocols: Controls.book(both) }))
        .then({
          type: 'EntryTakenBack',
          data: {
            ...{ revisions: [FIRST], reason: 'It was another dispute.' },
            restated: [{ revision: FIRST + 1, data: { complete: false, standing: 'awaiting-answer' } }],
          },
        });
    });

    it('waits for what was built on both: the verdict', () => {
      given(...story(asked, first, second, [Controls.iro, Controls.answerRejected()]))
        .when(takeBack(FIRST), context(Controls.teamManager, { protocols: Controls.book(both) }))
        .thenRefuses('something-followed');
    });
  });

  it('leaves a pause by whose end nobody can be in time: the clock runs again instead', () => {
    const pausing = story(raised, [Controls.iroManager, paused('2022-04-15')]);
    const manager = (day: string) =>
      context(Controls.iroManager, { protocol, now: `${day}T09:00:00.000Z`, today: day });
    given(...pausing)
      .when(takeBack(here), manager('2022-04-19'))
      .then(takenBack(here));
    given(...pausing)
      .when(takeBack(here), manager('2022-06-20'))
      .thenRefuses('date-relied-on');
  });

  it.each([
    ['a withdrawal', [Controls.iro, Controls.withdrawn()]],
    ['a voiding', [Controls.iro, Controls.voided()]],
    ['word that it was done', [Controls.iro, Controls.actionDone()]],
  ] as const)(
    'gives the working days back to an agreed action by the taking back of %s that kept it from whoever does it',
    (_, mistake) => {
      const events = story(raised, answered, accepted, mistake);
      const later = context(Controls.iro, { now: '2022-04-28T09:00:00.000Z', today: '2022-04-28' });
      const moved = given(...events)
        .when(takeBack(events.length - 1), later)
        .events()
        .filter(({ type }) => type === 'ActionDateMoved');
      const { actionId, by: from } = (Controls.actionAgreed() as Extract<DisputeEvent, { type: 'ActionAgreed' }>).data
        .action;
      expect(moved).toEqual([
        {
          type: 'ActionDateMoved',
          data: {
            ...{ actionId, from, reason: 'It was another dispute.' },
            to: '2022-05-12',
          },
        },
      ]);
    },
  );
});
