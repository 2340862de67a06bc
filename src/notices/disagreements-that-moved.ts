import type { Instant } from '../calendar/calendar.js';
import { londonDate, startOfDay } from '../calendar/dates.js';
import { childStream } from '../directory/child.js';
import type { ChildEvent } from '../directory/events.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import { recommendationsStream } from '../reviews/recommendations/recommendations.js';
import type { Matter } from '../work/matter.js';
import { mattersOfRecommendations } from '../work/matters-of-reviews.js';
import { councilOf } from '../work/open-matters.js';
import type { NoticeLine } from './events.js';
import type { FallenParts } from './fallen.js';
import { tellsOf } from './table/table.js';
import { RECOMMENDATIONS } from './told-of-recommendations.js';

/** Disagreements with recommendations about which the IRO of the child is to decide, as the lists of work have them. */
export const disagreementsToDecide = async (parts: FallenParts): Promise<Matter[]> => {
  const { readModels, directory, clock } = parts;
  const [protocols, calendar] = [await parts.protocols.current(), await parts.calendar.current()];
  const council = councilOf({ readModels, directory, protocols, calendar, now: clock.now() });
  return mattersOfRecommendations(council).filter(
    // What falls to somebody because the IRO has left is told as such.
    ({ what, hasFallen }) => what === 'decide-on-disagreement' && !hasFallen,
  );
};

/**
 * The allocation by which the child has come to its IRO since those asked disagreed; undefined where the IRO heard of it with the
 * disagreement itself. Of a whole caseload that changes hands the IRO hears once, as such.
 *
 * @param began the moment before which nobody is told anything
 */
export const movedSinceBy = async (
  { shown: { reference, children } }: Matter,
  { store, began, now }: { readonly store: Pick<EventStore, 'read'>; readonly began: Instant; readonly now: Instant },
): Promise<RecordedEvent | undefined> => {
  const told = (await store.read(recommendationsStream(reference))).findLast(({ type }) => type === DISAGREED);
  const allocations = (await store.read(childStream(children[0]!.id)))
    .filter(({ type }) => type === ALLOCATED)
    .map((event) => ({ event, ...(event.data as unknown as Allocated['data']) }))
    .filter(({ from }) => (from ?? '') <= londonDate(now));
  const until = allocations.findLastIndex(({ iro }) => iro !== allocations.at(-1)!.iro);
  const by = allocations[until + 1];
  if (told === undefined || by === undefined || by.caseload !== undefined) return undefined;
  const { recordedAt, position } = by.event;
  const since = by.from === null || startOfDay(by.from) < recordedAt ? recordedAt : startOfDay(by.from);
  const isLater = since > told.recordedAt || (since === recordedAt && position > told.position);
  return isLater && since >= began ? by.event : undefined;
};

const DISAGREED = 'RecommendationsDisagreed' satisfies RecommendationsEvent['type'];
type Allocated = Extract<ChildEvent, { type: 'ChildAllocated' }>;
const ALLOCATED = 'ChildAllocated' satisfies Allocated['type'];

/** As the row of the table has it. */
export const linesOfDisagreement = ({ shown }: Matter): NoticeLine[] =>
  tellsOf('child', 'ChildAllocated')
    .filter(({ to }) => to === 'decides-next')
    .map(({ notice: kind }) => ({
      ...{ kind, about: shown.reference, called: RECOMMENDATIONS, dueOn: null, dueAt: null, actionId: null },
    }));
