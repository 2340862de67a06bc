import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { by, specify } from '../../../test/support/given.js';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import type { RecommendationsAct } from './acts.js';
import type { RecommendationsEvent, RecommendationsSent } from './events.js';
import { isAnsweredAfterSilence, recommendationsDecider, standingOf } from './recommendations.js';

const given = specify(recommendationsDecider);

const protocol = Controls.protocol({
  recommendations: { answeredBy: ['team-manager'], clock: { unit: 'working-days', amount: 5 } },
});
const at = (now: string, who = Controls.teamManager) => Controls.context(who, { now, protocol });
const IN_TIME = '2022-04-25T22:59:59.999Z';
const TOO_LATE = '2022-04-25T23:00:00.000Z';

const review = { reference: 'REC-7K4M-2QXH', child: '1568440', iro: 'iro-rowe', team: 'through-care-3' };
const data: RecommendationsSent = {
  ...review,
  reviewedOn: '2022-04-12',
  recommendations: [{ number: 'R1', what: 'Book the dentist', who: 'The social worker', by: '2022-05-06' }],
  protocolVersion: 1,
  answeredBy: ['team-manager'],
  sentOn: '2022-04-14',
  dueOn: '2022-04-25',
  dueAt: TOO_LATE,
  rule: '5 working days, recommendations',
};
const sent: RecommendationsEvent = { type: 'RecommendationsSent', data };
const send: RecommendationsAct = {
  type: 'send',
  ...review,
  reviewedOn: '2022-04-12',
  recommendations: [{ what: 'Book the dentist', who: 'The social worker', by: '2022-05-06' }],
};
const silence: RecommendationsEvent = {
  type: 'RecommendationsAgreedBySilence',
  data: { dueOn: '2022-04-25', dueAt: TOO_LATE },
};
const disagree: RecommendationsAct = { type: 'disagree', reason: 'He has been to the dentist.' };
const disagreed: RecommendationsEvent = {
  type: 'RecommendationsDisagreed',
  data: { role: 'team-manager', reason: 'He has been to the dentist.' },
};
const agreed: RecommendationsEvent = { type: 'RecommendationsAgreed', data: { role: 'team-manager', note: null } };

describe('The recommendations of a review', () => {
  it('whose date is not yet certain count as agreed by nobody’s silence, until it is counted anew', () => {
    const unsure: RecommendationsEvent = { ...sent, data: { ...data, notYetCertain: true } };
    const countAnew: RecommendationsAct = { type: 'count-anew', reason: 'The bank holidays are known now.' };
    const certain: RecommendationsEvent = {
      type: 'RecommendationsDateSet',
      data: { dueOn: '2022-04-25', dueAt: TOO_LATE },
    };
    given(unsure).when({ type: 'count-as-agreed' }, at(TOO_LATE, Controls.clock)).thenNothing();
    given(unsure).when(countAnew, at(TOO_LATE, Controls.clock)).then(certain);
    given(unsure, certain).when(countAnew, at(IN_TIME, Controls.clock)).thenNothing();
    given(unsure, certain).when({ type: 'count-as-agreed' }, at(TOO_LATE, Controls.clock)).then(silence);
    const closed = { ...at(IN_TIME, Controls.clock), calendar: workingCalendar(bundledHolidays(), ['2022-04-22']) };
    given(sent)
      .when(countAnew, closed)
      .then({
        type: 'RecommendationsDateSet',
        data: {
          dueOn: '2022-04-26',
          dueAt: '2022-04-26T23:00:00.000Z',
          moved: { from: '2022-04-25', reason: 'The bank holidays are known now.' },
        },
      });
    given(sent).when(countAnew, at(IN_TIME, Controls.iroManager)).thenRefuses('program-only');
  });

  it('are sent once, numbered, with the date from which silence means agreed', () => {
    given().when(send, at(Controls.now, Controls.iro)).then(sent);
    given(sent).when(send, at(Controls.now, Controls.iro)).thenRefuses('sent-already');
    given()
      .when({ ...send, recommendations: [] }, at(Controls.now))
      .thenRefuses('no-recommendations');
    given()
      .when({ ...send, reviewedOn: '2022-04-15' }, at(Controls.now))
      .thenRefuses('date-in-future');
    given().when(disagree, at(IN_TIME)).thenRefuses('recommendations-not-sent');
  });

  it('have no clock where the protocol gives none', () => {
    given().when(send, Controls.context(Controls.iro)).thenRefuses('no-clock-for-recommendations');
  });

  it('are agreed or disagreed with in time, once, by the post that is asked', () => {
    given(sent).when({ type: 'agree', note: null }, at(IN_TIME)).then(agreed);
    given(sent).when(disagree, at(IN_TIME)).then(disagreed);
    given(sent, agreed).when(disagree, at(IN_TIME)).thenRefuses('answered-already');
    given(sent).when(disagree, at(IN_TIME, Controls.iro)).thenRefuses('answer-not-yours');
    given(sent).when({ type: 'disagree', reason: ' ' }, at(IN_TIME)).thenRefuses('words-missing');
  });
});

describe('Silence about recommendations', () => {
  const count: RecommendationsAct = { type: 'count-as-agreed' };

  it('means agreed from the first moment after the due day, on record once, however late it is noticed', () => {
    given(sent).when(count, at(IN_TIME, Controls.clock)).thenNothing();
    given(sent).when(count, at(TOO_LATE, Controls.clock)).then(silence);
    given(sent).when(count, at('2022-06-01T09:00:00.000Z', Controls.clock)).then(silence);
    given(sent, silence).when(count, at('2022-06-01T09:00:00.000Z', Controls.clock)).thenNothing();
    given(sent, agreed).when(count, at(TOO_LATE, Controls.clock)).thenNothing();
    given(sent).when(count, at(TOO_LATE)).thenRefuses('program-only');
  });

  it('leaves room for a late answer, which shows as late beside it', () => {
    given(sent).when(disagree, at(TOO_LATE)).then(silence, disagreed);
    given(sent, silence).when(disagree, at(TOO_LATE)).then(disagreed);
    const late = given(sent, silence, by(Controls.teamManager, disagreed, TOO_LATE)).state!;
    expect([isAnsweredAfterSilence(late), late.agreedBySilence, standingOf(late)]).toEqual([true, true, 'to-decide']);
    const inTime = given(sent, by(Controls.teamManager, disagreed, IN_TIME)).state!;
    expect(isAnsweredAfterSilence(inTime)).toBe(false);
  });
});

describe('A disagreement', () => {
  const raise: RecommendationsAct = { type: 'note-raised', dispute: 'DRP-7K4M-2QXH' };
  const raised: RecommendationsEvent = { type: 'RaisedOverDisagreement', data: { dispute: 'DRP-7K4M-2QXH' } };
  const leave: RecommendationsAct = { type: 'let-stand', reason: 'They are right.' };
  const left: RecommendationsEvent = { type: 'DisagreementLetStand', data: { reason: 'They are right.' } };
  const now = at(IN_TIME, Controls.iro);

  it('is raised as a dispute, or it is written down why not', () => {
    given(sent, disagreed).when(raise, now).then(raised);
    given(sent, disagreed).when(leave, now).then(left);
    given(sent, disagreed, left).when(raise, now).then(raised);
    given(sent, disagreed, raised).when(raise, now).thenNothing();
    given(sent, disagreed, raised).when(leave, now).thenRefuses('raised-already');
    for (const act of [raise, leave]) {
      given(sent, agreed).when(act, now).thenRefuses('not-disagreed');
      given(sent, silence).when(act, now).thenRefuses('not-disagreed');
    }
  });

  it('waits for the IRO until one or the other', () => {
    const standing = (...events: RecommendationsEvent[]) => standingOf(given(sent, ...events).state!);
    expect(standing()).toBe('awaiting-answer');
    expect(standing(agreed)).toBe('agreed');
    expect(standing(silence)).toBe('agreed-by-silence');
    expect(standing(silence, agreed)).toBe('agreed');
    expect(standing(disagreed)).toBe('to-decide');
    expect(standing(disagreed, left)).toBe('decided');
    expect(standing(disagreed, raised)).toBe('decided');
  });
});

describe('Recommendations of a child who goes to another team', () => {
  const move = (to: string): RecommendationsAct => ({ type: 'move-to-team', to });
  const program = { person: 'program', post: null, role: null };
  const movedTo = (to: string, team: string | null): RecommendationsEvent['type'][] => {
    const { state } = given(sent);
    return recommendationsDecider.decide(move(to), { ...state!, team }, at(IN_TIME, program)).map(({ type }) => type);
  };

  it('are asked of that team, by a date of its own, while an answer is awaited', () => {
    expect(movedTo('through-care-4', 'through-care-3')).toEqual(['RecommendationsMovedToTeam']);
    expect(movedTo('through-care-4', 'through-care-4')).toEqual([]);
    given(sent, agreed).when(move('through-care-4'), at(IN_TIME, program)).thenNothing();
    given(sent).when(move('through-care-4'), at(TOO_LATE, program)).then(silence);
    given(sent).when(move('through-care-4'), at(IN_TIME)).thenRefuses('program-only');
  });

  it('keep their date where the same people are asked', () => {
    const { state } = given(sent);
    const context = { ...at(IN_TIME, program), holdersOf: () => ['manager-of-both'] };
    const [event] = recommendationsDecider.decide(move('through-care-4'), state, context);
    expect(event).toMatchObject({ data: { to: 'through-care-4', dueOn: state!.dueOn, dueAt: state!.dueAt } });
  });
});

describe('A mistake about recommendations has a way back', () => {
  const takeBack: RecommendationsAct = { type: 'take-back-answer', reason: 'I meant the review before.' };
  const takenBack: RecommendationsEvent = {
    type: 'RecommendationsAnswerTakenBack',
    data: { reason: 'I meant the review before.' },
  };
  const withdraw: RecommendationsAct = { type: 'withdraw', reason: 'They are those of the brother.' };
  const withdrawn: RecommendationsEvent = {
    type: 'RecommendationsWithdrawn',
    data: { reason: 'They are those of the brother.' },
  };
  const answered = by(Controls.teamManager, disagreed);
  const standing = (...events: RecommendationsEvent[]) => standingOf(given(...events).state!);

  it('an answer is taken back by the person who gave it, and is asked again', () => {
    given(sent, answered).when(takeBack, at(IN_TIME)).then(takenBack);
    expect(standing(sent, answered, takenBack)).toBe('awaiting-answer');
    given(sent, answered, takenBack).when(disagree, at(IN_TIME)).then(disagreed);
    given(sent, answered).when(takeBack, at(IN_TIME, Controls.iro)).thenRefuses('answer-not-yours');
    given(sent).when(takeBack, at(IN_TIME)).thenRefuses('not-answered');
    given(sent, answered)
      .when({ ...takeBack, reason: ' ' }, at(IN_TIME))
      .thenRefuses('words-missing');
  });

  it('an answer that is taken back once the time is over leaves the silence', () => {
    given(sent, answered).when(takeBack, at(TOO_LATE)).then(takenBack, silence);
    given(sent, silence, answered).when(takeBack, at(TOO_LATE)).then(takenBack);
    expect(standing(sent, silence, answered, takenBack)).toBe('agreed-by-silence');
  });

  it('an answer stays once the IRO has decided what follows from it', () => {
    const letStand: RecommendationsEvent = { type: 'DisagreementLetStand', data: { reason: 'It is on file.' } };
    const raised: RecommendationsEvent = { type: 'RaisedOverDisagreement', data: { dispute: 'DRP-7K4M-2QXH' } };
    given(sent, answered, letStand).when(takeBack, at(IN_TIME)).thenRefuses('decided-already');
    given(sent, answered, raised).when(takeBack, at(IN_TIME)).thenRefuses('decided-already');
  });

  it('nobody’s silence counts where nobody held the post that was asked on the day', () => {
    const vacant = (now: string, who = Controls.teamManager) => ({ ...at(now, who), holdersOf: () => [] });
    given(sent).when({ type: 'count-as-agreed' }, vacant(TOO_LATE, Controls.clock)).thenNothing();
    given(sent).when(disagree, vacant(TOO_LATE)).then(disagreed);
    const held = { ...at(TOO_LATE, Controls.clock), holdersOf: () => ['t-cole'] };
    given(sent).when({ type: 'count-as-agreed' }, held).then(silence);
  });

  it('recommendations sent by mistake are withdrawn, answered or not, and nothing is asked and no silence counts', () => {
    const byTheIro = at(IN_TIME, Controls.iro);
    for (const history of [[sent], [sent, answered], [sent, silence]])
      given(...history)
        .when(withdraw, byTheIro)
        .then(withdrawn);
    expect(standing(sent, withdrawn)).toBe('withdrawn');
    given(sent, withdrawn).when({ type: 'count-as-agreed' }, at(TOO_LATE, Controls.clock)).thenNothing();
    for (const act of [disagree, takeBack, withdraw, { type: 'let-stand' as const, reason: 'It is on file.' }])
      given(sent, answered, withdrawn).when(act, at(IN_TIME)).thenRefuses('withdrawn');
    const raised: RecommendationsEvent = { type: 'RaisedOverDisagreement', data: { dispute: 'DRP-7K4M-2QXH' } };
    given(sent, answered, raised).when(withdraw, byTheIro).thenRefuses('raised-already');
  });
});
