import { expect } from '@jest/globals';
import { londonDate } from '../../src/calendar/dates.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { isTheirsToDo } from '../../src/notices/kinds.js';
import { addressedTo, withinRestriction } from '../../src/notices/recipients.js';
import { toldOfDispute } from '../../src/notices/who-is-told.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import type { Reading } from '../../src/reading/reading.js';
import type { Work } from '../../src/work/matter.js';
import { openMatters } from '../../src/work/open-matters.js';
import type { Lived } from './doors.js';

/*
 * A person who has something to do by an act of somebody else is told of it: what is asked of people is read before and after the act, apart
 * from the table of who is told what.
 */

/** Asked of somebody who may read it: the person, and what. */
export type AskedOf = ReadonlySet<string>;

/** Told with the act that makes them theirs. A matter that falls to somebody for want of others is told apart (src/notices/fallen.spec.ts). */
const TOLD_AT_ONCE: readonly Work[] = ['answer', 'judge', 'decide-extension', 'decide-send-back', 'action'];

export const askedIn = (reference: string, reading: Reading): AskedOf =>
  new Set(
    openMatters(reading)
      .filter(
        ({ shown, what, hasFallen }) => shown.reference === reference && TOLD_AT_ONCE.includes(what) && !hasFallen,
      )
      .flatMap(({ what, actionId, asked }) =>
        asked.filter(({ mayRead }) => mayRead).map(({ person }) => [person, what, actionId ?? ''].join(' ')),
      ),
  );

/** Compares the people of whom an act asks something new with those who are told of it, as theirs to do. */
export const everybodyHears = (
  { reference, state: before }: Pick<Lived, 'reference' | 'state'>,
  act: readonly RecordedEvent[],
  { asked, askedBefore }: { readonly asked: AskedOf; readonly askedBefore: AskedOf },
  reading: Reading,
  count: (what: string) => void,
): void => {
  const on = londonDate(reading.now);
  const state = act.reduce((folded, event) => disputeDecider.evolve(folded, event as never), before);
  const { person: actor } = act[0]!.metadata.actor;
  const situation = {
    ...{ state, before, protocols: reading.protocols, act: act.map(({ type }) => type), actor },
    began: '2020-01-01T00:00:00.000Z',
  };
  const told = act.flatMap((event) => {
    const wanted = toldOfDispute(event as unknown as DisputeEvent, situation);
    return withinRestriction(addressedTo(wanted, actor, reading.directory, on), state);
  });
  const hear = new Set(told.filter(({ kind }) => isTheirsToDo(kind)).map(({ person }) => person));
  const anew = [...asked].filter((each) => !askedBefore.has(each) && !each.startsWith(`${actor} `));
  for (const each of anew) count(`heard: ${each.split(' ')[1]!}`);
  const unheard = anew.filter((each) => !hear.has(each.split(' ')[0]!));
  expect({
    reference,
    unheard,
    events: unheard.length > 0 ? act.map(({ type, data }) => ({ type, data })) : [],
  }).toEqual({
    ...{ reference, unheard: [], events: [] },
  });
};
