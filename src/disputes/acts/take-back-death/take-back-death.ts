import { disputeAct } from '../dispute-act.js';
import { londonDate } from '../../../calendar/dates.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, isFrozen } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { isByTheProgram, mustBeRaised, mustNotBeVoided, notYours, THE_PROGRAM } from '../../rules.js';
import { actionsGivenBack } from '../../time/actions-given-back.js';
import { after, daysGivenBack, entriesOf, type Entry, takenBack, takenBackWith } from '../../taken-back.js';

/** Sent by the program when a death was taken back in the directory, and none of the children has died. */
export interface TakeBackDeath {
  type: 'take-back-death';
  reason: string;
  /** Person id of the one who took it back there; null where nobody is known. */
  by: string | null;
}

/**
 * The child lives: what the program did because of a death counts no more, but for what people have decided since. A list of readers that
 * somebody has changed stays, and so does a dispute that somebody has let go on. The days since the death was recorded, on which those
 * who must answer could not read it, are given back to them and to what was agreed.
 *
 * @throws Refusal `program-only`
 */
export const takeBackDeath = (
  { reason, by }: TakeBackDeath,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isByTheProgram(context))
    notYours('program-only', 'The program does this by itself. Take the death back on the child’s own record.');
  const entries = entriesOf(state);
  const frozen = isFrozen(matter) ? entries.filter(({ event }) => event.type === 'DisputeFrozen') : [];
  const restricted = restrictedByTheProgram(entries);
  const mistakes = [...restricted, ...frozen].sort((one, other) => one.revision - other.revision);
  const first = mistakes[0];
  if (first === undefined) return [];
  const all = new Set(mistakes.flatMap((entry) => takenBackWith(entry, entries)));
  const recorded = takenBack([...all], reason, by);
  const goesOn = after(state, recorded, context);
  return [
    ...actionsGoingOn(frozen, state, reason, context),
    recorded,
    ...daysGivenBack(goesOn, first, reason, context),
  ];
};

/** Since the death was recorded nobody was asked for what had been agreed. */
const actionsGoingOn = (
  [frozen]: readonly Entry[],
  state: DisputeState,
  reason: string,
  context: DisputeContext,
): DisputeEvent[] =>
  frozen === undefined || !('matter' in state)
    ? []
    : actionsGivenBack(londonDate(frozen.event.metadata.occurredAt), state.matter, reason, context);

/** The list of readers that a death brought, where nobody has changed it since. */
const restrictedByTheProgram = (entries: readonly Entry[]): Entry[] => {
  const last = entries.findLast(
    ({ event }) => event.type === 'DisputeRestricted' || event.type === 'RestrictionLifted',
  );
  const isTheProgrammes = last?.event.metadata.actor.person === THE_PROGRAM.person;
  return last !== undefined && last.event.type === 'DisputeRestricted' && isTheProgrammes ? [last] : [];
};

export const takeBackDeathAct = disputeAct({
  type: 'take-back-death',
  decide: takeBackDeath,
  route: null,
  events: {},
});
