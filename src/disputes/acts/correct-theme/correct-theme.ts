import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  isTheIroOrTheirManager,
  mustBeRaised,
  mustNotBeVoided,
  mustSay,
  notYours,
  themesMustBeInUse,
} from '../../rules.js';

export interface CorrectTheme {
  type: 'correct-theme';
  theme: string;
  /** Left out, they stay as they were. */
  secondaryThemes?: string[];
  reason: string;
}

/**
 * The theme is the IRO's choice. It is corrected by the IRO, by the person who covers or acts for them, and by the IRO manager. The post that
 * raised the dispute is not enough, and a manager who must answer never changes it. The theme must have been on the list on the day of
 * raising, by which it is counted.
 *
 * @throws Refusal `theme-not-yours`, `theme-not-in-use`, `theme-unchanged`
 */
export const correctTheme = (act: CorrectTheme, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isTheIroOrTheirManager(matter, context)) {
    notYours(
      'theme-not-yours',
      'The theme is corrected by the IRO or an IRO manager. Add a note if you see it otherwise.',
    );
  }
  mustSay(act.reason, 'why the theme is corrected');
  const { protocol } = context.protocols.version(matter.rounds[0]!.protocolVersion);
  const secondary = act.secondaryThemes ?? matter.secondaryThemes.filter((theme) => theme !== act.theme);
  themesMustBeInUse(protocol, [act.theme, ...secondary], matter.raisedOn);
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
  if (act.theme === matter.theme && same(secondary, matter.secondaryThemes)) {
    refuse('theme-unchanged', 'These are its themes already.');
  }
  return [
    {
      type: 'ThemeCorrected',
      data: { from: matter.theme, to: act.theme, secondary: [...secondary], reason: act.reason },
    },
  ];
};

export const correctThemeAct = disputeAct({
  type: 'correct-theme',
  decide: correctTheme,
  route: 'correct-theme',
  sample: ({ matter }): CorrectTheme => ({
    type: 'correct-theme',
    theme: matter?.theme ?? '',
    secondaryThemes: [],
    reason: WORDS,
  }),
  events: {
    ThemeCorrected: {
      version: 1,
      sentence: ({ who, data, theme }) =>
        `${who} changed the theme${data.from && data.to ? ` from ${theme(data.from)} to ${theme(data.to)}` : ''}.`,
    },
  },
});
