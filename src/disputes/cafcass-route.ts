import { mustHaveAnIro } from '../directory/iro-of-looked-after.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Population } from '../protocol/protocol.js';
import type { ChildToday, DisputeContext } from './context.js';

/** The status of these children, as it was written down and as it is today. */
export interface WithStatus {
  readonly children: readonly string[];
  /** As written down at raising; null where nothing was. */
  readonly population: Population | null;
  /** The day on which that was written down; null where nothing was. */
  readonly writtenOn: LocalDate | null;
}

/**
 * Whether the law’s route to Cafcass is open for some children, and since when; `none` where no child is looked after, `left-care-before`
 * where each had left care on a day before it was said that they are, `over-18` where each of them is an adult. Of siblings one is enough.
 * Of the status written down and the status today the wider counts, and of a day on which a child left care the part in care
 * (Children Act 1989 s25B(3)); `when-raised` says that the one written down alone opens it.
 * @param withRoute the statuses that open it
 */
export const cafcassRoute = (
  { children, population, writtenOn }: WithStatus,
  withRoute: readonly Population[],
  { childrenToday }: Pick<DisputeContext, 'childrenToday'>,
): 'today' | 'when-raised' | 'none' | 'left-care-before' | 'over-18' => {
  const today = childrenToday?.(children) ?? [];
  const isAdult = (child: string): boolean => today.some((known) => known.child === child && known.isAdult);
  const young = children.filter((child) => !isAdult(child));
  if (young.length === 0) return 'over-18';
  const known = today.filter(({ child }) => young.includes(child));
  if (known.some((each) => withRoute.includes(each.population) && each.leftCareOn === null)) return 'today';
  if (population === null || !withRoute.includes(population)) return 'none';
  if (known.length === 0) return 'today';
  const wasInCare = ({ leftCareOn }: ChildToday): boolean =>
    leftCareOn === null || writtenOn === null || leftCareOn >= writtenOn;
  return known.length < young.length || known.some(wasInCare) ? 'when-raised' : 'left-care-before';
};

/**
 * While the route is open, the holder is one who may take it.
 * @throws Refusal `looked-after-has-an-iro`
 */
export const mustHoldAsAnIro = (
  holder: string,
  subject: WithStatus,
  context: Pick<DisputeContext, 'childrenToday' | 'isChairAlone'>,
  pointer: string,
): void => {
  const route = cafcassRoute(subject, ['looked-after'], context);
  const isLookedAfter = route === 'today' || route === 'when-raised';
  const isChair = context.isChairAlone?.(holder) === true;
  mustHaveAnIro({ isLookedAfter, isChair }, 'Name somebody who is an IRO.', pointer);
};
