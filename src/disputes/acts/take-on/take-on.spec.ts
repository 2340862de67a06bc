import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent, ImportedDisputeFacts } from '../../events.js';
import { takeOn as takeOnRule, type TakeOn } from './take-on.js';
import { waitingFor } from '../../time/waiting-for.js';

const takeOn: TakeOn = { type: 'take-on', addressee: { team: 'through-care-1', posts: [] } };
const byTheIro = Controls.context(Controls.iro);
const takenOn = (stage: number, post: 'team-manager' | 'service-manager' | 'director') => ({
  type: 'ImportedDisputeTakenOn' as const,
  data: { ladder: 'main', stage, addressee: { team: 'through-care-1', posts: [post] }, protocolVersion: 1 },
});

/** The register has it raised formally on 9 April 2021: twenty working days, with the bank holiday of 3 May. */
const limitFromRaising = {
  type: 'TotalCapSet' as const,
  data: {
    ...{ startedOn: '2021-04-09', dueOn: '2021-05-10', dueAt: '2021-05-10T23:00:00.000Z' },
    rule: '20 working days in all',
  },
};

/** A row of a register, and everything that taking it on records. */
const takingOn = (facts: Partial<ImportedDisputeFacts>): DisputeEvent[] => {
  const row = Controls.disputeImported(facts);
  return [row, ...takeOnRule(takeOn, given(row).state, byTheIro)];
};
const typesOf = (events: readonly DisputeEvent[]): string[] => events.map(({ type }) => type);

describe('Taking on an open row of a register', () => {
  it('gives it somebody who must answer, and a date from today', () => {
    given(Controls.disputeImported())
      .when(takeOn, byTheIro)
      .then(takenOn(1, 'team-manager'), Controls.deadlineSet({ why: 'taken-on' }), limitFromRaising);
  });

  it('asks nobody for an answer that the register has: it is for the judge to look at', () => {
    const { state } = given(...takingOn({ answeredOn: '2021-04-20', agreement: 'partly' }));
    expect(waitingFor(state, byTheIro.protocols)).toMatchObject({ what: 'judgement', roles: ['iro'], dueAt: null });
    expect(state).toMatchObject({
      matter: { rounds: [{ answers: [{ agreement: 'partly', answeredOn: '2021-04-20', inRegister: {} }] }] },
    });
    given(...takingOn({ answeredOn: '2021-04-20', agreement: null }))
      .when({ type: 'judge', verdict: 'satisfied', reason: 'Read in the file.' }, byTheIro)
      .thenAmong({ type: 'AnswerAccepted', data: expect.objectContaining({ round: 1, standing: 'accepted' }) });
    const informal = { kind: 'informal', stageReached: 0, answeredOn: '2021-04-20' } as const;
    expect(typesOf(takingOn(informal))).toContain('AnswerGiven');
  });

  it('asks those of a higher stage, of which the register does not say whether it was answered', () => {
    expect(typesOf(takingOn({ answeredOn: '2021-04-20', stageReached: 2 }))).not.toContain('AnswerGiven');
    expect(typesOf(takingOn({ answeredOn: null }))).not.toContain('AnswerGiven');
  });

  it('before that, nothing is due from it', () => {
    const { state } = given(Controls.disputeImported());
    expect(waitingFor(state, byTheIro.protocols)).toBeNull();
  });

  it('continues at the stage it had reached, or at the top of a shorter ladder', () => {
    given(Controls.disputeImported({ stageReached: 2 }))
      .when(takeOn, byTheIro)
      .thenAmong(takenOn(2, 'service-manager'));
    given(Controls.disputeImported({ stageReached: 9 }))
      .when(takeOn, byTheIro)
      .thenAmong(takenOn(3, 'director'));
    given(Controls.disputeImported({ kind: 'informal', stageReached: 0 }))
      .when(takeOn, byTheIro)
      .thenAmong(takenOn(0, 'team-manager'));
  });

  it('makes a living dispute of it, which keeps its own dates', () => {
    const { state } = given(
      Controls.disputeImported(),
      takenOn(1, 'team-manager'),
      Controls.deadlineSet({ why: 'taken-on' }),
    );
    expect(state).toMatchObject({ status: 'open', matter: { raisedOn: '2021-04-09', heldBy: 'iro-prasad' } });
    expect(waitingFor(state, byTheIro.protocols)).toMatchObject({ what: 'answer', dueOn: Controls.dueOn });
  });

  it('of which the register named no IRO gives it to the one who is covered, never to the one who covers', () => {
    const covering = { ...Controls.iro, actingFor: 'iro-prasad' };
    const { state } = given(
      Controls.disputeImported({ iro: null }),
      by(covering, takenOn(1, 'team-manager')),
      Controls.deadlineSet({ why: 'taken-on' }),
    );
    expect(state).toMatchObject({ matter: { heldBy: 'iro-prasad' } });
  });

  it('is asked of the teams of its children today, and held by their IRO where it is another than the register names', () => {
    const child = { population: 'looked-after' as const, isAdult: false, leftCareOn: null };
    const today = [
      { ...child, child: 'C1', iro: 'iro-second', team: 'south' },
      { ...child, child: 'C2', iro: 'iro-third', team: 'west' },
    ];
    const around = { ...byTheIro, childrenToday: () => today };
    given(Controls.disputeImported())
      .when({ ...takeOn, addressee: { team: null, posts: [] } }, around)
      .thenAmong({
        type: 'ImportedDisputeTakenOn',
        data: expect.objectContaining({
          addressee: { team: 'south', alsoTeams: ['west'], posts: ['team-manager'] },
          heldBy: 'iro-second',
        }),
      });
    given(Controls.disputeImported({ iro: 'iro-third' }))
      .when(takeOn, around)
      .thenAmong({
        type: 'ImportedDisputeTakenOn',
        data: expect.not.objectContaining({ heldBy: expect.anything() }),
      });
  });

  it('may be done by the command line, many at once', () => {
    given(Controls.disputeImported())
      .when(takeOn, Controls.context(Controls.commandLine))
      .thenAmong(takenOn(1, 'team-manager'));
    given(Controls.disputeImported())
      .when(takeOn, Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });

  it('is for open rows only', () => {
    given(Controls.disputeImported({ outcome: 'RES-FULL', resolvedOn: '2021-04-28' }))
      .when(takeOn, byTheIro)
      .thenRefuses('ended-in-register');
    given(...Controls.disputeRaised())
      .when(takeOn, byTheIro)
      .thenRefuses('not-imported');
  });
});
