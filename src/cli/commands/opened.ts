import type { Shown } from '../../access/view-log/events.js';
import { mattersIn } from '../../access/view-log/matters.js';
import { COMMAND_LINE } from '../acting-as.js';
import type { Council } from '../council.js';

/**
 * Puts on record that the command line opened matters, before it prints them.
 * @param by words of the command
 * @throws StoreUnavailable where that could not be written; nothing is then printed
 */
export const opened = async (
  { views }: Pick<Council, 'views'>,
  what: Shown,
  by: string,
  references: readonly string[],
  children: readonly string[] = [],
): Promise<void> => {
  if (references.length + children.length === 0) return;
  await views.record({ what, by, references: [...references], children: [...children] }, COMMAND_LINE);
};

/** The same, for everything that stands in a view. */
export const openedIn = async (
  council: Pick<Council, 'views'>,
  what: Shown,
  by: string,
  view: unknown,
): Promise<void> => {
  const { references, children } = mattersIn(view);
  await opened(council, what, by, references, children);
};
