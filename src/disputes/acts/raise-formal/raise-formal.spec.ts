import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const byTheIro = Controls.context(Controls.iro);
const atStage2 = Controls.raiseFormal({ stage: 2, stageReason: 'The child is at risk of losing the placement.' });

describe('Raising formally', () => {
  it('begins at the first stage unless told', () => {
    given()
      .when(Controls.raiseFormal(), byTheIro)
      .then(...Controls.disputeRaised());
  });

  it('begins at any higher stage with a reason (Handbook 6.2)', () => {
    given()
      .when(atStage2, byTheIro)
      .then(
        Controls.formalDisputeRaised({
          stage: {
            ladder: 'main',
            number: 2,
            countsAs: 'formal',
            code: '2',
            name: 'Stage 2',
            reason: atStage2.stageReason,
          },
          addressee: { team: 'through-care-3', posts: ['service-manager'] },
        }),
        Controls.deadlineSet({ stage: 2, rule: '5 working days, stage 2' }),
        Controls.totalCapSet(),
      );
  });

  it('is refused at a higher stage without a reason', () => {
    given()
      .when(Controls.raiseFormal({ stage: 2 }), byTheIro)
      .thenRefuses('stage-reason-missing');
    given()
      .when(Controls.raiseFormal({ stage: 2, stageReason: ' ' }), byTheIro)
      .thenRefuses('stage-reason-missing');
  });

  it('is refused at a stage that the ladder does not have', () => {
    given()
      .when(Controls.raiseFormal({ stage: 4, stageReason: 'Grave' }), byTheIro)
      .thenRefuses('no-such-stage');
    given()
      .when(Controls.raiseFormal({ stage: 0 }), byTheIro)
      .thenRefuses('no-such-stage');
  });

  it('warns the IRO, and stops others, where the protocol opens a stage only after all earlier ones', () => {
    const stages = [
      Controls.stage(1, 'team-manager'),
      Controls.stage(2, 'service-manager', { entry: { rule: 'after-all-earlier', by: ['iro', 'iro-manager'] } }),
    ];
    const by = (who: typeof Controls.iro) => Controls.context(who, { protocol: Controls.protocol({ stages }) });
    const [raised] = given().when(atStage2, by(Controls.iro)).events();
    expect(raised).toMatchObject({ data: { adviceGiven: [{ code: 'earlier-stages-left-out' }] } });
    given().when(atStage2, by(Controls.iroManager)).thenRefuses('earlier-stages-first');
  });

  it('warns the IRO, and stops others, where the protocol names other posts for a stage', () => {
    const stages = [
      Controls.stage(1, 'team-manager'),
      Controls.stage(2, 'service-manager', { entry: { rule: 'with-reason', by: ['head-of-qa'] } }),
    ];
    const by = (who: typeof Controls.iro) => Controls.context(who, { protocol: Controls.protocol({ stages }) });
    const [raised] = given().when(atStage2, by(Controls.iro)).events();
    expect(raised).toMatchObject({ data: { adviceGiven: [{ code: 'entry-by-others' }] } });
    given().when(atStage2, by(Controls.iroManager)).thenRefuses('entry-not-yours');
  });

  it('takes the protocol in force on the day', () => {
    const stricter = Controls.protocolWithStage({ clock: { unit: 'working-days', amount: 3 } });
    const context = Controls.context(Controls.iro, { protocols: [Controls.protocol(), stricter] });
    given()
      .when(Controls.raiseFormal(), context)
      .then(
        Controls.formalDisputeRaised({ protocolVersion: 2 }),
        Controls.deadlineSet({ protocolVersion: 2, dueOn: '2022-04-21', rule: '3 working days, stage 1' }),
        Controls.totalCapSet(),
      );
  });

  it('takes the date of a meeting by hand where a meeting times the stage', () => {
    const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' } });
    given()
      .when(Controls.raiseFormal({ meetingOn: '2022-05-03' }), Controls.context(Controls.iro, { protocol }))
      .then(
        Controls.formalDisputeRaised(),
        Controls.deadlineSet({ dueOn: '2022-05-03', rule: 'the date of the meeting, stage 1' }),
        Controls.totalCapSet(),
      );
  });

  it('takes none where the stage counts days', () => {
    given()
      .when(Controls.raiseFormal({ meetingOn: '2022-05-03' }), Controls.context(Controls.iro))
      .thenRefuses('meeting-not-needed');
  });

  it('says where it is written down as about a looked-after child, and none of its children is one any more', () => {
    const [child] = Controls.subject.children as [string];
    const known = {
      child,
      population: 'looked-after' as const,
      isAdult: false,
      leftCareOn: '2022-04-01' as string | null,
    };
    const codesWith = (...today: readonly (typeof known)[]) =>
      given()
        .when(Controls.raiseFormal(), { ...Controls.context(Controls.iro), childrenToday: () => today })
        .events()
        .flatMap(({ data }) => ('adviceGiven' in data ? (data.adviceGiven ?? []) : []))
        .map(({ code }) => code);
    expect(codesWith(known)).toEqual(['no-longer-in-care']);
    expect(codesWith({ ...known, leftCareOn: null, isAdult: true })).toEqual(['no-longer-in-care']);
    expect(codesWith({ ...known, leftCareOn: null })).toEqual([]);
    expect(codesWith()).toEqual([]);
  });

  it('gives a looked-after child’s dispute to an IRO, but stops no chair who raises their own concern', () => {
    const { chair, iroManager } = Controls;
    const raise = Controls.raiseFormal({ subject: { ...Controls.subject, iro: chair.person } });
    const context = (who: typeof chair) => ({
      ...Controls.context(who),
      isChairAlone: (person: string) => person === chair.person,
    });
    given().when(raise, context(iroManager)).thenRefuses('looked-after-has-an-iro');
    given()
      .when(raise, context(chair))
      .thenAmong({ type: 'FormalDisputeRaised', data: expect.anything() as object });
  });

  it('says nothing twice', () => {
    const { theme } = Controls.raiseFormal();
    given()
      .when(Controls.raiseFormal({ secondaryThemes: [theme] }), Controls.context(Controls.iro))
      .thenRefuses('theme-named-twice');
    const link = { kind: 'complaint' as const, to: 'COM-2022-17' };
    given()
      .when(Controls.raiseFormal({ links: [link, { ...link }] }), Controls.context(Controls.iro))
      .thenRefuses('linked-twice');
  });

  it('dates the offer of an advocate only where one was made, and not in the future', () => {
    const view = { view: null, told: null, advocateOffered: true, advocateOfferedOn: '2022-04-15' };
    given()
      .when(Controls.raiseFormal({ childView: view }), Controls.context(Controls.iro))
      .thenRefuses('date-in-future');
    given()
      .when(Controls.raiseFormal({ childView: { ...view, advocateOffered: false } }), Controls.context(Controls.iro))
      .thenRefuses('advocate-date-alone');
  });

  it('about a child who has died says that it is set aside', () => {
    const context = { ...Controls.context(Controls.iro), hasOneDied: () => true };
    const [event] = given().when(Controls.raiseFormal(), context).events();
    expect(event?.data).toMatchObject({
      adviceGiven: [expect.objectContaining({ code: 'child-has-died' }) as object],
    });
  });

  it('lets a conference chair raise for a child under a child protection plan', () => {
    const subject = { ...Controls.subject, population: 'child-protection' as const };
    given()
      .when(Controls.raiseFormal({ subject }), Controls.context(Controls.chair))
      .then(Controls.formalDisputeRaised({ subject }), Controls.deadlineSet(), Controls.totalCapSet());
  });

  it('is refused to posts that the protocol does not let raise', () => {
    given().when(Controls.raiseFormal(), Controls.context(Controls.teamManager)).thenRefuses('raising-not-yours');
  });

  it('is open, at one stage, to the posts that send that stage', () => {
    const protocol = Controls.protocolWithStage({ sentBy: ['head-of-qa'] });
    given()
      .when(Controls.raiseFormal(), Controls.context(Controls.headOfQa, { protocol }))
      .then(...Controls.disputeRaised());
  });

  it('at the first stage asks nobody for a reason, and warns nobody', () => {
    const protocol = Controls.protocolWithStage({ entry: { rule: 'start', by: ['head-of-qa'] } });
    given()
      .when(Controls.raiseFormal(), Controls.context(Controls.iro, { protocol }))
      .then(...Controls.disputeRaised());
  });
});
