import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { Actor } from '../../../platform/event-store/event-store.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeEvent } from '../../events.js';
import { isHiddenFrom } from '../../restriction.js';
import { THE_PROGRAM } from '../../rules.js';

const restrict = {
  type: 'restrict' as const,
  readers: ['iro-prasad'],
  answeredBy: null,
  reason: 'The carer works here.',
};
const somebody = (person: string, kind: PostKind = 'team-manager') => ({ person, posts: [{ kind }] });
const restricted: DisputeEvent = {
  type: 'DisputeRestricted',
  data: { readers: restrict.readers, reason: restrict.reason },
};
const lift = { type: 'lift-restriction' as const, reason: 'The carer has left.' };
const raised = Controls.disputeRaised();
const byTheIro = Controls.context(Controls.iro);

describe('Restricting a record', () => {
  it('keeps it to the people on a list, each named once', () => {
    given(...raised)
      .when({ ...restrict, readers: ['iro-prasad', 'iro-prasad'] }, byTheIro)
      .then(restricted);
  });

  it('is for the IRO and those who answer for the service, open or ended', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.headOfQa]) {
      const readers = ['iro-prasad', who.person];
      given(...raised, Controls.withdrawn())
        .when({ ...restrict, readers }, Controls.context(who))
        .then({ ...restricted, data: { readers, reason: restrict.reason } });
    }
    given(...raised)
      .when(restrict, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('says to those who leave themselves out that they do, and who can still read it', () => {
    const adviceTo = (who: Actor, readers: string[]) =>
      given(...raised)
        .when({ ...restrict, readers }, Controls.context(who))
        .events()
        .flatMap((event) => (event.type === 'DisputeRestricted' ? (event.data.adviceGiven ?? []) : []));
    const [left, ...more] = adviceTo(Controls.iroManager, ['iro-prasad']);
    expect(more).toEqual([]);
    expect(left).toMatchObject({ code: 'left-yourself-out', pointer: '/readers' });
    expect(left!.message).toMatch(/read by the IRO who holds it and one person on the list\./);
    expect(adviceTo(Controls.iroManager, [Controls.iroManager.person])).toEqual([]);
    expect(adviceTo(Controls.iro, ['iro-prasad'])).toEqual([]);
  });

  it('says that nobody acts for an IRO who is away where whoever stands in is not on the list', () => {
    const adviceWhere = (standIn: string | null, readers: string[]) =>
      given(...raised)
        .when({ ...restrict, readers }, { ...byTheIro, standsInFor: () => standIn })
        .events()
        .flatMap((event) => (event.type === 'DisputeRestricted' ? (event.data.adviceGiven ?? []) : []))
        .map(({ code }) => code);
    expect(adviceWhere('iro-prasad', ['manager-lane'])).toEqual(['stand-in-left-out']);
    expect(adviceWhere('iro-prasad', ['manager-lane', 'iro-prasad'])).toEqual([]);
    expect(adviceWhere(null, ['manager-lane'])).toEqual([]);
  });

  it('takes another list in the place of the first, and refuses the same again', () => {
    given(...raised, restricted)
      .when({ ...restrict, readers: ['iro-prasad', 'manager-lane'] }, byTheIro)
      .thenAmong({
        type: 'DisputeRestricted',
        data: { readers: ['iro-prasad', 'manager-lane'], reason: restrict.reason },
      });
    given(...raised, restricted)
      .when(restrict, byTheIro)
      .thenRefuses('same-readers');
  });
});

describe('Leaving those off the list who must answer', () => {
  const asked = (who: Actor) => ({ ...Controls.context(who), holdersOf: () => ['manager-of-the-team'] });

  it('is refused before it takes effect: the IRO adds them, or names who answers', () => {
    given(...raised)
      .when(restrict, asked(Controls.iro))
      .thenRefuses('addressee-left-out');
    given(...raised)
      .when({ ...restrict, readers: ['manager-of-the-team'] }, asked(Controls.iro))
      .then({ ...restricted, data: { readers: ['manager-of-the-team'], reason: restrict.reason } });
    given(...raised)
      .when({ ...restrict, answeredBy: 'service-manager-1' }, asked(Controls.iro))
      .then({
        ...restricted,
        data: {
          readers: ['iro-prasad', 'service-manager-1'],
          answeredBy: 'service-manager-1',
          reason: restrict.reason,
        },
      });
  });

  it('is for the IRO to choose, and nobody else', () => {
    for (const answeredBy of [null, 'service-manager-1'])
      given(...raised)
        .when({ ...restrict, answeredBy }, asked(Controls.iroManager))
        .thenRefuses('iro-chooses');
  });

  it('is nobody’s trouble where nobody holds the post, nothing is asked, or the program does it', () => {
    given(...raised)
      .when(restrict, { ...Controls.context(Controls.iro), holdersOf: () => [] })
      .then(restricted);
    given(...raised, Controls.resolved())
      .when(restrict, asked(Controls.iro))
      .then(restricted);
    given(...raised)
      .when(restrict, asked(THE_PROGRAM))
      .thenAmong({ type: restricted.type, data: expect.objectContaining({ readers: restrict.readers }) });
    given(...raised, Controls.resolved())
      .when({ ...restrict, answeredBy: 'service-manager-1' }, asked(Controls.iro))
      .thenRefuses('nothing-to-answer');
  });

  it('says whom to ask to those who cannot change the list', () => {
    const redirect = { type: 'redirect' as const, toTeam: 'through-care-1', reason: 'It is theirs.' };
    const messageTo = (who: Actor): string =>
      given(...raised, restricted)
        .when(redirect, asked(who))
        .refusal().message;
    expect(messageTo(Controls.teamManager)).toContain('Ask the IRO who holds it, or the IRO’s manager');
    expect(messageTo(Controls.iro)).toContain('First lift the restriction');
  });

  it('is refused where a stage begins, too', () => {
    const up = { type: 'escalate' as const, toStage: null, reason: 'No answer.', meetingOn: null };
    given(...raised, restricted)
      .when(up, asked(Controls.iro))
      .thenRefuses('nobody-on-the-list-answers');
    given(...raised, restricted)
      .when({ type: 'redirect', toTeam: 'through-care-1', reason: 'It is theirs.' }, asked(Controls.iro))
      .thenRefuses('nobody-on-the-list-answers');
  });

  it('lets the one who is named answer in the place of the post, and nobody else', () => {
    const named: DisputeEvent = {
      type: 'DisputeRestricted',
      data: { readers: ['somebody'], answeredBy: 'somebody', reason: restrict.reason },
    };
    const answer = {
      type: 'answer' as const,
      agreement: 'agree' as const,
      reasons: 'Agreed.',
      actions: [],
      evidence: null,
    };
    const { role } = Controls.serviceManager;
    given(...raised, named)
      .when(answer, Controls.context({ ...Controls.serviceManager, person: 'somebody', role }))
      .thenAmong({ type: 'AnswerGiven', data: expect.objectContaining({ role: 'team-manager', complete: true }) });
    given(...raised, named)
      .when(answer, Controls.context(Controls.teamManager))
      .thenRefuses('answer-not-yours');
  });
});

describe('Restricting a row of a register that nobody has taken on', () => {
  const imported = Controls.disputeImported();

  it('is for the IRO and those who answer for the service', () => {
    for (const who of [Controls.iro, Controls.iroManager]) {
      const readers = ['iro-prasad', who.person];
      given(imported)
        .when({ ...restrict, readers }, Controls.context(who))
        .then({ ...restricted, data: { readers, reason: restrict.reason } });
    }
    given(Controls.disputeImported({ iro: null }))
      .when({ ...restrict, readers: [] }, Controls.context(Controls.iroManager))
      .thenRefuses('nobody-left');
    for (const who of [Controls.teamManager, Controls.businessSupport])
      given(imported).when(restrict, Controls.context(who)).thenRefuses('service-only');
    given(imported, restricted).when(restrict, byTheIro).thenRefuses('same-readers');
    given(imported).when(lift, byTheIro).thenRefuses('not-restricted');
  });

  it('hides it from everybody else, and stays when it is corrected and taken on', () => {
    const corrected: DisputeEvent = {
      type: 'ImportedDisputeCorrected',
      data: { facts: Controls.importedFacts, reason: 'The team was wrong.' },
    };
    const takenOn: DisputeEvent = {
      type: 'ImportedDisputeTakenOn',
      data: {
        ladder: 'main',
        stage: 1,
        addressee: { team: 'through-care-1', posts: ['team-manager'] },
        protocolVersion: 1,
      },
    };
    for (const more of [[], [corrected], [corrected, takenOn]]) {
      const { state } = given(imported, restricted, ...more);
      expect([isHiddenFrom(state, somebody('manager-lane')), isHiddenFrom(state, somebody('iro-prasad'))]).toEqual([
        true,
        false,
      ]);
    }
    const lifted: DisputeEvent = { type: 'RestrictionLifted', data: { reason: lift.reason } };
    expect(isHiddenFrom(given(imported, restricted, lifted).state, somebody('manager-lane'))).toBe(false);
  });
});
