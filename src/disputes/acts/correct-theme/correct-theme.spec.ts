import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';

const correct = {
  type: 'correct-theme' as const,
  theme: 'PLAN',
  secondaryThemes: ['DD-CARE'],
  reason: 'The plan itself is missing.',
};
const corrected = {
  type: 'ThemeCorrected' as const,
  data: { from: 'DD-CARE', to: 'PLAN', secondary: ['DD-CARE'], reason: 'The plan itself is missing.' },
};

describe('Correcting the theme', () => {
  it('is for the IRO and the IRO manager', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      given(...Controls.disputeRaised())
        .when(correct, Controls.context(who))
        .then(corrected);
  });

  it('is never for the managers: the theme is what the IRO chose', () => {
    given(...Controls.disputeRaised())
      .when(correct, Controls.context(Controls.teamManager))
      .thenRefuses('theme-not-yours');
  });

  it('is not for everybody who holds the post from which it was raised', () => {
    const [raised, ...deadlines] = Controls.disputeRaised();
    given(by(Controls.headOfQa, raised!), ...deadlines)
      .when(correct, Controls.context(Controls.headOfQa))
      .thenRefuses('theme-not-yours');
  });

  it('takes a theme that was on the list on the day of raising', () => {
    const themes = [
      { code: 'DD-CARE', label: 'Care plan actions' },
      { code: 'PLAN', label: 'Care plan', from: '2022-04-15' },
    ];
    const later = { protocol: Controls.protocol({ themes }), now: Controls.afterDue };
    given(...Controls.disputeRaised())
      .when(correct, Controls.context(Controls.iro, later))
      .thenRefuses('theme-not-in-use');
  });

  it('changes something', () => {
    given(...Controls.disputeRaised(), corrected)
      .when(correct, Controls.context(Controls.iro))
      .thenRefuses('theme-unchanged');
  });

  it('may change the secondary themes alone', () => {
    given(...Controls.disputeRaised(), corrected)
      .when({ ...correct, secondaryThemes: [] }, Controls.context(Controls.iro))
      .then({ type: 'ThemeCorrected', data: { from: 'PLAN', to: 'PLAN', secondary: [], reason: correct.reason } });
    given(...Controls.disputeRaised())
      .when({ ...correct, secondaryThemes: [] }, Controls.context(Controls.iro))
      .then({ type: 'ThemeCorrected', data: { from: 'DD-CARE', to: 'PLAN', secondary: [], reason: correct.reason } });
  });
});
