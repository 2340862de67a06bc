import { derivedId } from '../platform/ids.js';
import type { NoticeLine } from './events.js';

/**
 * The id of a notice: each action of which an event tells somebody has its own.
 * @param event id of the event that gives rise to it
 */
export const noticeIdOf = (
  event: string,
  person: string,
  { kind, about, actionId }: Pick<NoticeLine, 'kind' | 'about' | 'actionId'>,
): string => derivedId('notice', event, person, kind, about, ...(actionId === null ? [] : [actionId]));
