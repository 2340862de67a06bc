import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import { invalid, refuse } from '../../../platform/decider.js';
import { clockInWords } from '../../../protocol/clock-in-words.js';
import type { BeforeRaising, Protocol } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import { calledOn } from '../../fold/beginnings.js';
import type { DisputeState } from '../../dispute.js';
import type { Advice } from '../../events.js';
import { advice } from '../../rules.js';
import { seatOf } from '../../seats.js';
import type { Raising } from './raising.js';

/*
 * The acts that the protocol asks for before a dispute is raised. Only acts on record count, each kind for itself: a call is no offer
 * of an advocate, and one that is older than the protocol allows is none at all.
 */

/** Of one kind of act: the day it was last done; `undated` where it was done and no day is said, null where there is no record of it. */
type Done = LocalDate | 'undated' | null;

const doneBefore = (act: Raising, state: DisputeState): Record<BeforeRaising['act'], Done> => {
  const { told, toldOn, advocateOffered, advocateOfferedOn } = act.childView ?? {};
  return {
    call: calledOn(act, state),
    email: act.wroteFirst?.wroteOn ?? null,
    'advocate-offered': advocateOffered === true ? (advocateOfferedOn ?? 'undated') : null,
    'child-told': told === true ? (toldOn ?? 'undated') : null,
  };
};

/** The acts that the protocol asks for and of which there is no record, or none that is recent enough. */
const notDoneBefore = (
  act: Raising,
  state: DisputeState,
  { beforeRaising }: Protocol,
  context: DisputeContext,
): BeforeRaising[] => {
  const done = doneBefore(act, state);
  return beforeRaising.filter((before) => !isRecent(done[before.act], before.within, context));
};

const isRecent = (done: Done, within: BeforeRaising['within'], { calendar, today }: DisputeContext): boolean => {
  if (done === null) return false;
  if (within === undefined) return true;
  if (done === 'undated') return false;
  const { unit, amount } = within;
  return (unit === 'calendar-days' ? addDays(done, amount) : calendar.addWorkingDays(done, amount).day) >= today;
};

const IN_WORDS: Readonly<Record<BeforeRaising['act'], string>> = {
  call: 'speak to the worker or manager first',
  email: 'write to the worker or manager first',
  'advocate-offered': 'offer the child an advocate first',
  'child-told': 'tell the child first',
};

const asked = ({ act, inWords, within }: BeforeRaising): string =>
  [
    IN_WORDS[act],
    ...(within === undefined ? [] : [`not more than ${clockInWords(within)} before raising`]),
    ...(inWords === undefined ? [] : [`(“${inWords}”)`]),
  ].join(' ');

/**
 * Refuses if an act that the protocol requires first is missing. Risk to the child waits for none, if the protocol makes that exception,
 * and the reason is put on record. No protocol can take the exception from the IRO of a looked-after child (IRO Handbook 6.4).
 *
 * @throws Refusal `speak-first`, `not-done-before`, `urgent-without-reason`
 */
export const mustHaveDoneFirst = (
  act: Raising,
  state: DisputeState,
  protocol: Protocol,
  context: DisputeContext,
): void => {
  const missing = notDoneBefore(act, state, protocol, context).filter(({ rule }) => rule === 'required');
  const statutory = isTheIrosOwn(act, protocol, context);
  const barring = missing.find(({ unless }) => unless === 'none' && !statutory);
  const first = barring ?? missing[0];
  if (first === undefined) return;
  const code = first.act === 'call' ? 'speak-first' : 'not-done-before';
  if (barring !== undefined)
    refuse(
      code,
      `The protocol asks you to ${asked(barring)}, also where it is urgent. Do it, and record it with its day.`,
    );
  if (!act.urgent)
    refuse(
      code,
      `The protocol asks you to ${asked(first)}. Record it with its day, or mark this as urgent and say why in urgentBecause.`,
    );
  if ((act.urgentBecause ?? '').trim() === '')
    invalid(
      'urgent-without-reason',
      `The protocol asks you to ${asked(first)}. Say in urgentBecause why this does not wait for it.`,
    );
};

const isTheIrosOwn = ({ subject }: Raising, protocol: Protocol, { actor }: DisputeContext): boolean =>
  subject.population === 'looked-after' && seatOf(actor, subject.population, protocol) === 'iro';

/**
 * A word to whoever raises without what the protocol asks for. Under any protocol a call is advised that is not on record; where the
 * protocol asks for one in its own words, these say it, and it is not said twice.
 */
export const adviceBeforeRaising = (
  act: Raising,
  state: DisputeState,
  protocol: Protocol,
  context: DisputeContext,
): Advice[] => {
  const missing = notDoneBefore(act, state, protocol, context).filter(
    (before) => before.inWords !== undefined || before.act !== 'call' || before.within !== undefined,
  );
  const isCallAsked = missing.some((before) => before.act === 'call');
  const mayCall = !isCallAsked && !act.urgent && calledOn(act, state) === null;
  return [
    ...missing.map((before) =>
      advice('not-done-before', `The protocol asks you to ${asked(before)}. If you did, record it.`),
    ),
    ...(mayCall
      ? [advice('phone-first', 'A call before sending often settles it. If you made one, record it.', '/spokeFirst')]
      : []),
  ];
};
