import { describe, it, expect } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { BeforeRaising } from '../../../protocol/protocol.js';

const byTheIro = Controls.context(Controls.iro);

describe('Raising informally', () => {
  it('sends the concern to the team and starts the clock of the informal stage', () => {
    given()
      .when(Controls.raiseInformal(), byTheIro)
      .then(...Controls.informalRaised());
  });

  it('may follow a conversation that stood alone', () => {
    given(Controls.concernDiscussed())
      .when(Controls.raiseInformal(), byTheIro)
      .then(...Controls.informalRaised());
  });

  it('concerns one or more siblings', () => {
    const subject = { ...Controls.subject, children: ['1568440', '1568441'] };
    given()
      .when(Controls.raiseInformal({ subject }), byTheIro)
      .thenAmong({ type: 'InformalDisputeRaised', data: expect.objectContaining({ subject }) as object });
  });

  describe('settled on the call', () => {
    const spokeFirst = { spokeTo: 'T. Cole', spokeOn: Controls.today, result: 'It is put right.' };
    const settledOnTheCall = { impact: ['plan-moving' as const], impactNote: null };

    it('is raised and resolved at once, so that no answer is waited for', () => {
      const events = given().when(Controls.raiseInformal({ spokeFirst, settledOnTheCall }), byTheIro).events();
      expect(events.at(-1)).toMatchObject({ type: 'DisputeResolved', data: { outcome: 'RES-FULL' } });
      expect(given(...events).state).toMatchObject({ status: 'ended', ending: 'resolved' });
    });

    it('needs a call', () => {
      given()
        .when(Controls.raiseInformal({ spokeFirst: null, settledOnTheCall }), byTheIro)
        .thenRefuses('no-accepted-answer');
    });
  });

  it('is refused where the protocol has no informal stage', () => {
    const protocol = Controls.protocol({ informal: undefined });
    given().when(Controls.raiseInformal(), Controls.context(Controls.iro, { protocol })).thenRefuses('no-such-stage');
  });

  it('is refused to posts that the protocol does not let raise', () => {
    given().when(Controls.raiseInformal(), Controls.context(Controls.teamManager)).thenRefuses('raising-not-yours');
  });

  it('is entered by business support only on behalf of somebody', () => {
    const alone = Controls.context(Controls.businessSupport);
    const forTheIro = Controls.context({ ...Controls.businessSupport, actingFor: 'iro-rowe' });
    given().when(Controls.raiseInformal(), alone).thenRefuses('raising-not-yours');
    given()
      .when(Controls.raiseInformal(), forTheIro)
      .then(...Controls.informalRaised());
    given()
      .when(Controls.raiseInformal(), { ...forTheIro, businessSupportSends: false })
      .thenRefuses('sent-by-the-iro');
  });

  it('cannot be taken from the IRO of a looked-after child by any list', () => {
    const protocol = Controls.protocol({ raisers: ['head-of-qa'] });
    given()
      .when(Controls.raiseInformal(), Controls.context(Controls.iro, { protocol }))
      .then(...Controls.informalRaised());
  });

  it('is refused for children whom the protocol does not cover', () => {
    const subject = { ...Controls.subject, population: 'care-leaver' as const };
    given().when(Controls.raiseInformal({ subject }), byTheIro).thenRefuses('population-not-covered');
  });

  it('is refused where the protocol takes only good practice', () => {
    const protocol = Controls.protocol({ kinds: ['good-practice'] });
    given()
      .when(Controls.raiseInformal(), Controls.context(Controls.iro, { protocol }))
      .thenRefuses('no-concerns-here');
  });

  it('needs a child, each named once', () => {
    const about = (...children: string[]) => Controls.raiseInformal({ subject: { ...Controls.subject, children } });
    given().when(about(), byTheIro).thenRefuses('child-missing');
    given().when(about('1568440', '1568440'), byTheIro).thenRefuses('child-named-twice');
  });

  it('needs words for what is happening', () => {
    given()
      .when(Controls.raiseInformal({ concern: ' \n' }), byTheIro)
      .thenRefuses('words-missing');
  });

  it('takes only themes that are on the list on that day', () => {
    given()
      .when(Controls.raiseInformal({ theme: 'NOT-A-THEME' }), byTheIro)
      .thenRefuses('theme-not-in-use');
    given()
      .when(Controls.raiseInformal({ theme: 'PA-DIRECT' }), byTheIro)
      .thenRefuses('theme-not-in-use');
    given()
      .when(Controls.raiseInformal({ secondaryThemes: ['NOT-A-THEME'] }), byTheIro)
      .thenRefuses('theme-not-in-use');
  });

  it('knows a theme from the day it was added to the day it was dropped', () => {
    const themes = [{ code: 'EDI', label: 'Equality and diversity', from: Controls.today, to: Controls.today }];
    const on = (now: string) => Controls.context(Controls.iro, { protocol: Controls.protocol({ themes }), now });
    const act = Controls.raiseInformal({ theme: 'EDI', spokeFirst: null });
    given().when(act, on('2022-04-13T09:00:00.000Z')).thenRefuses('theme-not-in-use');
    given()
      .when(act, on(Controls.now))
      .thenAmong({ type: 'InformalDisputeRaised', data: expect.anything() as object });
    given().when(act, on('2022-04-15T09:00:00.000Z')).thenRefuses('theme-not-in-use');
  });

  it('needs a call first where the protocol requires one, unless it is urgent for a reason', () => {
    const protocol = Controls.protocol({ beforeRaising: [{ act: 'call', rule: 'required', unless: 'urgent' }] });
    const context = Controls.context(Controls.iro, { protocol });
    given()
      .when(Controls.raiseInformal({ spokeFirst: null }), context)
      .thenRefuses('speak-first');
    given()
      .when(Controls.raiseInformal({ spokeFirst: null, urgent: true }), context)
      .thenRefuses('urgent-without-reason');
    given()
      .when(Controls.raiseInformal({ spokeFirst: null, urgent: true, urgentBecause: 'The move is today.' }), context)
      .thenAmong({
        type: 'InformalDisputeRaised',
        data: expect.objectContaining({ urgentBecause: 'The move is today.' }) as object,
      });
    given(Controls.concernDiscussed())
      .when(Controls.raiseInformal({ spokeFirst: null }), context)
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.anything() as object });
  });

  it('speaks for a call once, unless there was one, or it is urgent', () => {
    const inTheirWords = Controls.protocol({
      beforeRaising: [{ act: 'call', inWords: 'Telephone the manager', rule: 'expected', unless: 'urgent' }],
    });
    const codes = (
      over: Parameters<typeof Controls.raiseInformal>[0],
      protocol = Controls.protocol({ beforeRaising: [] }),
      before: Parameters<typeof given> = [],
    ) => {
      const context = Controls.context(Controls.iro, { protocol });
      const [raised] = given(...before)
        .when(Controls.raiseInformal(over), context)
        .events();
      return (raised!.data as { adviceGiven: readonly { code: string }[] }).adviceGiven.map(({ code }) => code);
    };
    expect(codes({ spokeFirst: null })).toEqual(['phone-first']);
    expect(codes({ spokeFirst: null }, inTheirWords)).toEqual(['not-done-before']);
    expect(codes({})).toEqual([]);
    expect(codes({ spokeFirst: null }, undefined, [Controls.concernDiscussed()])).toEqual([]);
    expect(codes({ spokeFirst: null, urgent: true })).toEqual([]);
  });

  it('asks for the very act that the protocol names: a call is no offer of an advocate', () => {
    const required = (act: 'advocate-offered' | 'child-told') =>
      Controls.context(Controls.iro, {
        protocol: Controls.protocol({ beforeRaising: [{ act, rule: 'required', unless: 'urgent' }] }),
      });
    const childView = { view: null, told: true, advocateOffered: true, advocateOfferedOn: null };
    for (const act of ['advocate-offered', 'child-told'] as const) {
      given().when(Controls.raiseInformal(), required(act)).thenRefuses('not-done-before');
      given()
        .when(Controls.raiseInformal({ childView }), required(act))
        .thenAmong({ type: 'AnswerDeadlineSet', data: expect.anything() as object });
    }
  });

  describe('a conversation that must have been not long before', () => {
    const recent = (act: BeforeRaising['act'], unit: 'working-days' | 'calendar-days', amount: number) =>
      Controls.context(Controls.iro, {
        protocol: Controls.protocol({
          beforeRaising: [{ act, rule: 'required', unless: 'urgent', within: { unit, amount } }],
        }),
      });
    const isRaised = { type: 'InformalDisputeRaised', data: expect.anything() as object };

    it('was done on a day that is recent enough', () => {
      given()
        .when(Controls.raiseInformal(), recent('call', 'working-days', 2))
        .thenAmong(isRaised);
      given()
        .when(Controls.raiseInformal(), recent('call', 'working-days', 1))
        .thenRefuses('speak-first');
      given()
        .when(Controls.raiseInformal(), recent('call', 'calendar-days', 1))
        .thenRefuses('speak-first');
    });

    it('has a day of its own: an offer without one is not known to be recent', () => {
      const childView = { view: null, told: true, advocateOffered: true, advocateOfferedOn: null };
      const dated = { ...childView, toldOn: '2022-04-13', advocateOfferedOn: '2022-04-13' };
      for (const act of ['advocate-offered', 'child-told'] as const) {
        const context = recent(act, 'working-days', 2);
        given().when(Controls.raiseInformal({ childView }), context).thenRefuses('not-done-before');
        given()
          .when(Controls.raiseInformal({ childView: dated }), context)
          .thenAmong(isRaised);
      }
    });

    it('may be an e-mail, which a call does not stand for', () => {
      const context = recent('email', 'working-days', 2);
      const wroteFirst = { wroteTo: 'The team manager', wroteOn: '2022-04-13', result: 'No reply yet' };
      given().when(Controls.raiseInformal(), context).thenRefuses('not-done-before');
      given()
        .when(Controls.raiseInformal({ wroteFirst }), context)
        .thenAmong({
          type: 'InformalDisputeRaised',
          data: expect.objectContaining({ wroteFirst }) as object,
        });
      given()
        .when(Controls.raiseInformal({ wroteFirst: { ...wroteFirst, wroteOn: '2022-04-15' } }), context)
        .thenRefuses('date-in-future');
    });
  });

  it('lets nobody but the IRO of a looked-after child past what has no exception', () => {
    const protocol = Controls.protocol({ beforeRaising: [{ act: 'email', rule: 'required', unless: 'none' }] });
    const urgent = Controls.raiseInformal({ urgent: true, urgentBecause: 'The move is today.' });
    given().when(urgent, Controls.context(Controls.iroManager, { protocol })).thenRefuses('not-done-before');
    given()
      .when(urgent, Controls.context(Controls.iro, { protocol }))
      .thenAmong({ type: 'InformalDisputeRaised', data: expect.anything() as object });
  });

  it('reminds the person who raises without what the protocol advises, in the council’s words', () => {
    const beforeRaising = [
      { act: 'advocate-offered', rule: 'expected', unless: 'urgent', inWords: 'Ask Coram Voice' },
    ] as const;
    const events = given()
      .when(
        Controls.raiseInformal(),
        Controls.context(Controls.iro, { protocol: Controls.protocol({ beforeRaising }) }),
      )
      .events();
    expect(JSON.stringify(events[0])).toContain('offer the child an advocate first (“Ask Coram Voice”)');
  });

  it('cannot tell of a call that is yet to come', () => {
    const spokeFirst = { spokeTo: 'The team manager', spokeOn: '2022-04-15', result: 'Agreed' };
    given().when(Controls.raiseInformal({ spokeFirst }), byTheIro).thenRefuses('date-in-future');
  });

  it('may ask for an earlier date; the first one stays beside it', () => {
    const earlierDate = { askedFor: '2022-04-20', reason: 'The placement ends on the 21st.' };
    given()
      .when(Controls.raiseInformal({ earlierDate }), byTheIro)
      .then(
        ...Controls.informalRaised(),
        { type: 'EarlierDateAsked', data: earlierDate },
        Controls.deadlineSet({
          stage: 0,
          rule: '5 working days, informal',
          why: 'earlier-date-asked',
          firstDueOn: Controls.dueOn,
          dueOn: '2022-04-20',
        }),
      );
  });

  it('has no date where the protocol sets none', () => {
    const protocol = Controls.protocol({ informal: Controls.stage(0, 'team-manager', { clock: { unit: 'none' } }) });
    given()
      .when(Controls.raiseInformal(), Controls.context(Controls.iro, { protocol }))
      .then(Controls.informalDisputeRaised(), Controls.deadlineSet({ stage: 0, dueOn: null, rule: 'none set' }));
  });

  it('is refused where a dispute stands already, whatever became of it', () => {
    given(...Controls.informalRaised())
      .when(Controls.raiseInformal(), byTheIro)
      .thenRefuses('already-raised');
    given(...Controls.informalRaised(), Controls.withdrawn())
      .when(Controls.raiseInformal(), byTheIro)
      .thenRefuses('already-raised');
  });

  it('gives help with the writing beside the result, and never refuses for it', () => {
    const actionsWanted = [{ what: 'Sort it out', who: null, by: 'ASAP', measure: null }];
    const another = { code: 'another-open-dispute', message: 'Another dispute about this is open.' };
    const [raised] = given()
      .when(Controls.raiseInformal({ actionsWanted, impactIfNothingChanges: null, outsideAdvice: [another] }), byTheIro)
      .events();
    expect(raised).toMatchObject({
      data: {
        adviceGiven: [
          { code: 'no-impact-on-child' },
          { code: 'action-without-owner' },
          { code: 'not-a-date-asap-or-ongoing' },
          { code: 'another-open-dispute' },
        ],
      },
    });
  });
});
