import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, invalid, mustSay, notYours, refuse } from '../platform/decider.js';
import { type Protocol, SERVICE_POSTS } from '../protocol/protocol.js';
import { isThemeInUse } from '../protocol/theme-in-use.js';
import { ACKNOWLEDGEMENT_THEMES } from '../protocol/themes.js';
import type { AcknowledgementContext } from './context.js';
import type { AcknowledgementState, Given } from './state.js';
import type { Acknowledged } from './events.js';

/** @throws Refusal unless it was given and stands */
export const mustBeGiven = (state: AcknowledgementState): Given => {
  switch (state.status) {
    case 'given':
      return state;
    case 'not-given':
      return refuse('not-given', 'No acknowledgement was given under this reference. Check the reference.');
    case 'withdrawn':
      return refuse(
        'already-withdrawn',
        'This acknowledgement was withdrawn. Give a new one if it was deserved after all.',
      );
    case 'imported':
    case 'import-withdrawn':
      return refuse('from-a-register', 'This is a row of an imported register. Correct it as such.');
    default:
      return assertNever(state);
  }
};

/**
 * An acknowledgement belongs to the person who gave it, and to the IRO to whom it was handed over when they left; business support may enter it
 * for them, and that is recorded. If neither can any more, since they have left or it was moved to a child of another, it is for those
 * who answer for the IRO service: an acknowledgement of the wrong person is not to stand for ever.
 */
export const isTheirsToChange = (
  given: Pick<Given, 'giver' | 'heldBy' | 'wasMoved'>,
  { actor, stillGives }: Pick<AcknowledgementContext, 'actor' | 'stillGives'>,
): boolean => {
  const holders: readonly (string | undefined)[] = [given.giver, given.heldBy];
  if (holders.includes(actor.person) || (actor.actingFor !== undefined && holders.includes(actor.actingFor)))
    return true;
  const isForTheService = given.wasMoved || stillGives?.(given.heldBy) === false;
  return isForTheService && SERVICE_POSTS.some((post) => post === actor.role);
};

/** @throws Refusal `not-the-giver` */
export const mustBeTheGiver = (given: Given, context: AcknowledgementContext): void => {
  if (isTheirsToChange(given, context)) return;
  notYours(
    'not-the-giver',
    'Only the person who gave this can take it back, or, once they have left, those who answer for the IRO service. Ask them.',
  );
};

/**
 * Somebody else says what a person did well.
 * @throws Refusal `own-work`
 */
export const mustThankOthers = ({ people }: Acknowledged, giver: string): void => {
  if (people.some(({ person }) => person === giver))
    refuse('own-work', 'The person who gives this is among those thanked. Leave them out: somebody else thanks them.');
};

/** Whether somebody, or the one for whom they act, is among those thanked. */
export const isThankedIn = (
  { people }: Pick<Acknowledged, 'people'>,
  { person, actingFor }: Pick<AcknowledgementContext['actor'], 'person' | 'actingFor'>,
): boolean => people.some((each) => each.person !== null && [person, actingFor].includes(each.person));

/**
 * The person who corrects it is not among those thanked, before or after: it may be another who gave it.
 * @throws Refusal `own-work`
 */
export const mustNotBeThanked = (
  actor: AcknowledgementContext['actor'],
  ...versions: readonly Acknowledged[]
): void => {
  if (versions.some((version) => isThankedIn(version, actor)))
    refuse(
      'own-work',
      'You are among those thanked, so somebody else corrects it. Ask the person who gave it or an IRO manager.',
    );
};

/** A child, somebody to thank, a theme of the list, and what they did. */
export const mustBeWholeAcknowledgement = (acknowledged: Acknowledged, protocol: Protocol, on: LocalDate): void => {
  mustNameAChild(acknowledged);
  mustThankSomebody(acknowledged);
  themeMustBeInUse(acknowledged.theme, protocol, on);
  mustSay(acknowledged.whatTheyDid, 'what they did');
};

const mustNameAChild = ({ children }: Acknowledged): void => {
  if (children.length === 0) invalid('child-missing', 'Name at least one child: it goes on the child’s own record.');
};

const mustThankSomebody = ({ people, wholeTeam }: Acknowledged): void => {
  if (people.length === 0 && !wholeTeam)
    invalid('nobody-thanked', 'Name at least one person, or thank the whole team.');
  if (people.some(({ person, name }) => person === null && (name === null || name.trim() === ''))) {
    invalid('person-unnamed', 'Give each person’s name, or choose them from the directory.');
  }
};

const themeMustBeInUse = (theme: string, protocol: Protocol, on: LocalDate): void => {
  if (!ACKNOWLEDGEMENT_THEMES.some(({ code }) => code === theme) || !isThemeInUse(protocol, theme, on)) {
    refuse('theme-not-in-use', 'That theme is not on the list for acknowledgements. Choose one that is.');
  }
};
