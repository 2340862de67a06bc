import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { FallenTo } from './fallen.js';
import { noticeIdOf } from './notice-id.js';
import { noticeStream } from './notice.js';
import { tellsOf } from './table/table.js';

/** Events of a dispute that tell those of whom an action is asked by them, and was not until then. */
const asksForActionsAnew = ({ type }: RecordedEvent): boolean =>
  tellsOf('dispute', type).some(({ to }) => to === 'owes-anew');

/**
 * Whether somebody to whom an action has fallen was told of it with an event that asked for it anew, as after a child’s death or a list of
 * readers: they hear it once.
 */
export const isToldAnew = async (
  { kind, person, about, actionId }: Pick<FallenTo, 'kind' | 'person' | 'about' | 'actionId'>,
  history: readonly RecordedEvent[],
  store: Pick<EventStore, 'read'>,
): Promise<boolean> => {
  if (actionId === null) return false;
  for (const { id } of history.filter(asksForActionsAnew)) {
    const written = await store.read(noticeStream(noticeIdOf(id, person, { kind, about, actionId })));
    if (written.length > 0) return true;
  }
  return false;
};
