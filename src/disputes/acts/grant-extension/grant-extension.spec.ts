import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';

const grant = { type: 'grant-extension' as const, reason: null };
const asked = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.extensionAsked('2022-04-28'))];

describe('Granting an extension', () => {
  it('brings the new date into force and keeps the first beside it', () => {
    given(...asked)
      .when(grant, Controls.context(Controls.iro))
      .then(
        { type: 'ExtensionGranted', data: { askedFor: '2022-04-28', reason: null, adviceGiven: [] } },
        Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-28' }),
      );
  });

  it('is for the posts that the protocol names', () => {
    given(...asked)
      .when(grant, Controls.context(Controls.serviceManager))
      .thenRefuses('granting-not-yours');
  });

  it('falls to the IRO manager where nobody holds the post that the protocol names', () => {
    const extensions = { allowed: true, grantedBy: ['head-of-qa' as const], maximumWorkingDays: null };
    const protocol = Controls.protocol({ extensions });
    const held = (...posts: readonly string[]) => ({
      ...Controls.context(Controls.iroManager, { protocol }),
      holdersOf: (to: { posts: readonly string[] }) => to.posts.filter((post) => posts.includes(post)),
    });
    given(...asked)
      .when(grant, held('iro-manager'))
      .thenAmong({ type: 'ExtensionGranted', data: { askedFor: '2022-04-28', reason: null, adviceGiven: [] } });
    given(...asked)
      .when(grant, held('iro-manager', 'head-of-qa'))
      .thenRefuses('granting-not-yours');
  });

  it('is never for those who must answer, whoever of them asked', () => {
    const extensions = { allowed: true, grantedBy: ['team-manager' as const], maximumWorkingDays: null };
    const protocol = Controls.protocol({ extensions });
    given(...asked)
      .when(grant, Controls.context(Controls.teamManager, { protocol }))
      .thenRefuses('own-extension');
    given(...asked)
      .when(grant, Controls.context(Controls.actor('tm-other', 'team-manager'), { protocol }))
      .thenRefuses('own-extension');
  });

  it.each(['2022-04-28', '2022-04-29'])('is over once the date in force is %s by other ways', (dueOn) => {
    const daysGivenBack = Controls.deadlineSet({ why: 'resumed', firstDueOn: Controls.dueOn, dueOn });
    given(...asked, daysGivenBack)
      .when(grant, Controls.context(Controls.iro))
      .thenRefuses('no-extension-asked');
    given(...asked, daysGivenBack)
      .when(
        { type: 'ask-for-extension', askedFor: '2022-05-03', reason: 'The panel sits then.' },
        Controls.context(Controls.teamManager),
      )
      .thenAmong({ type: 'ExtensionAsked', data: { askedFor: '2022-05-03', reason: 'The panel sits then.' } });
  });

  it('needs somebody to have asked, and is decided once', () => {
    const refused = { type: 'ExtensionRefused' as const, data: { askedFor: '2022-04-28', reason: 'No.' } };
    given(...Controls.disputeRaised())
      .when(grant, Controls.context(Controls.iro))
      .thenRefuses('no-extension-asked');
    given(...asked, refused)
      .when(grant, Controls.context(Controls.iro))
      .thenRefuses('no-extension-asked');
  });

  it('says to the person who grants it that nobody works on the day that was asked for', () => {
    const saturday = '2022-04-30';
    const [granted] = given(...Controls.disputeRaised(), by(Controls.teamManager, Controls.extensionAsked(saturday)))
      .when(grant, Controls.context(Controls.iro))
      .events();
    expect(granted).toMatchObject({ data: { askedFor: saturday, adviceGiven: [{ code: 'not-a-working-day' }] } });
  });

  it('is overtaken by the answer', () => {
    given(...asked, by(Controls.teamManager, Controls.answerGiven()))
      .when(grant, Controls.context(Controls.iro))
      .thenRefuses('no-extension-asked');
  });

  describe('past 20 working days in total (Handbook 6.2)', () => {
    const totalCap = { amount: 8, unit: 'working-days' as const, rule: 'warn' as const, stages: 'formal' as const };
    const under = (cap: object) => Controls.context(Controls.iro, { protocol: Controls.protocol(cap) });
    const nine = { ...totalCap, amount: 7 };

    it('is granted without a word up to the cap', () => {
      given(...asked)
        .when(grant, under({ totalCap }))
        .thenAmong({ type: 'ExtensionGranted', data: { askedFor: '2022-04-28', reason: null, adviceGiven: [] } });
    });

    it('warns, where the protocol warns', () => {
      const message = 'That makes 8 working days in all; the guidance is no more than 7.';
      given(...asked)
        .when(grant, under({ totalCap: nine }))
        .thenAmong({
          type: 'ExtensionGranted',
          data: { askedFor: '2022-04-28', reason: null, adviceGiven: [{ code: 'over-total-cap', message }] },
        });
    });

    it('is refused, where the protocol blocks', () => {
      given(...asked)
        .when(grant, under({ totalCap: { ...nine, rule: 'block' } }))
        .thenRefuses('over-total-cap');
    });

    it('leaves informal time out', () => {
      given(...Controls.informalRaised(), by(Controls.teamManager, Controls.extensionAsked('2022-04-28')))
        .when(grant, under({ totalCap: nine }))
        .thenAmong({ type: 'ExtensionGranted', data: { askedFor: '2022-04-28', reason: null, adviceGiven: [] } });
    });
  });
});
