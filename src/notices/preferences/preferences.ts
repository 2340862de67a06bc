import type { Decider } from '../../platform/decider.js';
import type { NoticePreferences, NoticePreferencesEvent } from '../events.js';

/** Until a person has chosen. */
export const AT_ONCE: NoticePreferences = { theirsToDo: 'at-once', forInformation: 'at-once' };

export const preferencesStream = (person: string): string => `noticePreferences-${person}`;

export type PreferencesAct = { readonly type: 'choose' } & NoticePreferences;

/** How one person wants to be told. */
export const preferencesDecider: Decider<NoticePreferences, PreferencesAct, NoticePreferencesEvent, null> = {
  initial: AT_ONCE,
  evolve: (_, event) => event.data,
  decide: ({ theirsToDo, forInformation }, chosen) =>
    theirsToDo === chosen.theirsToDo && forInformation === chosen.forInformation
      ? []
      : [{ type: 'NoticePreferencesSet', data: { theirsToDo, forInformation } }],
};

/** How a notice reaches them; undefined where they want to hear nothing of what is not theirs to do. */
export const wayOf = (
  { theirsToDo, forInformation }: NoticePreferences,
  isTheirs: boolean,
): 'at-once' | 'in-digest' | undefined => {
  const chosen = isTheirs ? theirsToDo : forInformation;
  if (chosen === 'none') return undefined;
  return chosen === 'daily-digest' ? 'in-digest' : 'at-once';
};
