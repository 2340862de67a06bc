import { refuse } from '../platform/decider.js';
import { SERVICE_POSTS } from '../protocol/protocol.js';
import { mayRead } from './restriction.js';
import type { DisputeContext } from './context.js';
import { currentRound, type Matter } from './dispute.js';
import type { Addressee, Advice, DisputeEvent } from './events.js';
import { advice, isByTheProgram, isTheClock } from './rules.js';
import { isAnswered } from './time/standing.js';

/** The people who would be asked, and the list of those who may read it then. */
interface Asked {
  readonly addressee: Addressee;
  /** Record numbers of those whom it is about: what is addressed to social workers is for theirs. */
  readonly children: readonly string[];
  readonly heldBy: string | null;
  /** Null where it is not restricted. */
  readonly readers: readonly string[] | null;
}

/** Somebody must answer, and nobody who could is on the list: they would get 404 while the clock runs. A vacancy is another matter. */
export const isLeftOut = ({ addressee, children, heldBy, readers }: Asked, context: DisputeContext): boolean => {
  if (readers === null || addressee.person !== undefined) return false;
  const holders = context.holdersOf?.(addressee, children) ?? [];
  return holders.length > 0 && !holders.some((person) => mayRead(person, { heldBy, restrictedTo: readers }));
};

/**
 * A stage that begins, or runs on, under a restriction must have somebody who can read it and answer. The program, which can choose
 * nobody, goes on; the IRO is told.
 *
 * @throws Refusal `nobody-on-the-list-answers`
 */
export const mustHaveSomebodyToAnswer = (
  {
    children,
    heldBy,
    restrictedTo,
  }: Pick<Matter, 'heldBy' | 'restrictedTo'> & { readonly children: readonly string[] },
  addressee: Addressee,
  context: DisputeContext,
): void => {
  if (isByTheProgram(context) || isTheClock(context)) return;
  if (isLeftOut({ addressee, children, heldBy, readers: restrictedTo }, context))
    refuse(
      'nobody-on-the-list-answers',
      `This is restricted, and nobody who would have to answer is on its list. ${mayRestrict(context) ? 'First lift the restriction, or restrict it anew with them among the readers; where it goes up, its IRO may say in answeredBy who answers in their place.' : 'Ask the IRO who holds it, or the IRO’s manager, to add them to its list or to lift the restriction.'}`,
    );
};

/** Whether a person who is refused could change the list: else they are told whom to ask. */
const mayRestrict = ({ actor }: DisputeContext): boolean =>
  (['iro', 'conference-chair', ...SERVICE_POSTS] as readonly (string | null)[]).includes(actor.role);

/** The same, of a stage of a dispute that begins. */
export const mustBeAnsweredAt = (matter: Matter, addressee: Addressee, context: DisputeContext): void =>
  mustHaveSomebodyToAnswer({ ...matter, children: matter.subject.children }, addressee, context);

/**
 * Where a stage begins under a restriction for somebody from whom it is kept, the IRO who holds it names who answers in their place, without
 * showing it to them first.
 *
 * @throws Refusal `somebody-on-the-list-answers`, `iro-chooses`
 */
export const answeredInTheirPlace = (
  person: string,
  reason: string,
  matter: Matter,
  addressee: Addressee,
  context: DisputeContext,
): DisputeEvent[] => {
  const { heldBy, restrictedTo: readers, subject } = matter;
  if (readers === null || !isLeftOut({ addressee, children: subject.children, heldBy, readers }, context))
    return refuse(
      'somebody-on-the-list-answers',
      'Somebody who must answer that stage may read it, so nobody is named in their place. Leave answeredBy out.',
    );
  if (heldBy !== (context.actor.actingFor ?? context.actor.person))
    refuse('iro-chooses', 'The IRO who holds it names who answers in the place of others. Ask the IRO to send it up.');
  return [
    {
      type: 'DisputeRestricted',
      data: { readers: [...new Set([...readers, person])], answeredBy: person, reason },
    },
  ];
};

/** The same, of the stage that runs. */
export const mustBeAnswerable = (matter: Matter, context: DisputeContext): void => {
  const round = currentRound(matter);
  if (!isAnswered(round)) mustBeAnsweredAt(matter, round.addressee, context);
};

/**
 * Whoever stands in for an IRO who is away acts in a restricted record only from its list: off it, nobody acts for the IRO there until they
 * are back.
 */
export const adviceOnCoverLeftOut = (
  holder: string | null,
  readers: readonly string[],
  context: DisputeContext,
): Advice[] => {
  if (holder === null || isByTheProgram(context) || isTheClock(context)) return [];
  const standIn = context.standsInFor?.(holder) ?? null;
  if (standIn === null || readers.includes(standIn)) return [];
  return [
    advice(
      'stand-in-left-out',
      'The IRO who holds this is away, and whoever stands in for them is not on the list: nobody acts for the IRO in it until they are ' +
        'back. Add them to the readers, if they may read it, or have it handed over.',
      '/readers',
    ),
  ];
};
