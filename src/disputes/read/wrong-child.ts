import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { MovedToChild } from '../events.js';

/** Record numbers of children for whom it was written down, and whom it is not about. */
export const wrongChildrenIn = (events: readonly RecordedEvent[]): readonly string[] => {
  const moves = events
    .filter(({ type }) => type === 'DisputeMovedToChild')
    .map(({ data }) => data as unknown as MovedToChild);
  const right = moves.at(-1)?.to.children ?? [];
  return [...new Set(moves.flatMap(({ from }) => from.children))].filter((child) => !right.includes(child));
};

/** The same without a word of other children: who reads of the right child is not told for which other it was written down. */
export const withoutChildren = <Shown extends object>(shown: Shown, children: readonly string[]): Shown => {
  if (children.length === 0) return shown;
  const isOne = (part: unknown): boolean => typeof part === 'string' && children.includes(part);
  const names = (part: unknown): boolean =>
    isOne(part) ||
    (typeof part === 'object' &&
      part !== null &&
      !Array.isArray(part) &&
      ['id', 'child'].some((key) => namesIn(part, key)));
  const namesIn = (part: object, key: string): boolean => names((part as Record<string, unknown>)[key]);
  const without = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.filter((each) => !names(each)).map(without);
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, without(value)]));
    return isOne(part) ? null : part;
  };
  return without(JSON.parse(JSON.stringify(shown))) as Shown;
};
