import type { Recorded } from '../platform/decider.js';
import type { Acknowledged, AcknowledgementEvent } from './events.js';

/** To whom an acknowledgement goes, in one version of it. */
type Thanked = Pick<Acknowledged, 'people' | 'team'>;

const isNamed = (person: string, { people }: Thanked): boolean => people.some((each) => each.person === person);

/**
 * Whether a word back stands under a corrected version, or once it was moved to the child whom it is about. That of somebody who was thanked by mistake does not; nor does that of a manager
 * whose team it no longer is.
 *
 * @param person id of the person who gave the word
 */
export const stillStands = (person: string, before: Thanked, after: Thanked): boolean =>
  isNamed(person, after) || (!isNamed(person, before) && before.team === after.team);

interface Thanks {
  readonly person: string;
  readonly text: string;
}

/** The words back that stand under the version that counts now, the first first. */
export const standingThanks = (events: readonly Recorded<AcknowledgementEvent>[]): readonly Thanks[] => {
  let version: Thanked | undefined;
  let thanks: readonly Thanks[] = [];
  for (const { type, data, metadata } of events) {
    if (type === 'AcknowledgementThanked') thanks = [...thanks, { person: metadata.actor.person, text: data.text }];
    if (type === 'AcknowledgementThanksTakenBack')
      thanks = thanks.filter(({ person }) => person !== metadata.actor.person);
    const before = version;
    if (type === 'PracticeAcknowledged' || type === 'AcknowledgementCorrected') version = data.acknowledged;
    if (type === 'AcknowledgementMovedToChild' && before !== undefined) version = { ...before, team: data.to.team };
    const after = version;
    if (before !== undefined && after !== undefined && before !== after)
      thanks = thanks.filter(({ person }) => stillStands(person, before, after));
  }
  return thanks;
};

export interface ThanksTakenBack {
  readonly text: string;
  readonly because: string;
}

/** The words that were taken back by whoever had sent them, the first first, with the reason. */
export const thanksTakenBack = (events: readonly Recorded<AcknowledgementEvent>[]): readonly ThanksTakenBack[] =>
  events.flatMap(({ type, data, metadata }, revision) =>
    type === 'AcknowledgementThanksTakenBack'
      ? standingThanks(events.slice(0, revision))
          .filter(({ person }) => person === metadata.actor.person)
          .map(({ text }) => ({ text, because: data.reason }))
      : [],
  );
