import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventStore, Position } from './event-store/event-store.js';

/** One piece of work, such as a request, and whether all that it reads from now on is known to be current. */
interface Work {
  certain: boolean;
  /** It is done for the last time: a refusal is its answer. */
  last: boolean;
}

const underWay = new AsyncLocalStorage<Work>();

/** Whether all that the work under way reads is known to be current: everything acknowledged before it began is in it. */
export const isCertain = (): boolean => underWay.getStore()?.certain ?? false;

/** Whether the work under way is done once more where it is refused now, so that the refusal is nobody's answer yet. */
export const isAskedAgain = (): boolean => underWay.getStore()?.last === false;

/**
 * Makes what is read from now on current, for the rest of the work under way.
 * @returns how far the log has come
 * @throws StoreUnavailable when nobody can say it
 */
export const becomeCertain = async (store: Pick<EventStore, 'certainHead'>): Promise<Position | undefined> => {
  const position = await store.certainHead();
  const work = underWay.getStore();
  if (work !== undefined) work.certain = true;
  return position;
};

/**
 * Carries out work whose refusals hold. If several nodes keep the log, a reading may be a moment old; to act on that is
 * safe, since an append says what was read, but to refuse on it is wrong. So a refusal makes the work certain of what it reads, and has
 * it done once more. The work must do nothing twice: commands are recognised by their ids.
 *
 * @param isRefusal which errors say no by what was read
 * @param catchUp what is done between the two, with the position up to which everything is to be known
 */
export const withCertainRefusals = <Answer>(
  store: Pick<EventStore, 'certainHead'>,
  isRefusal: (error: unknown) => boolean,
  catchUp: (position: Position | undefined) => Promise<unknown>,
  work: () => Promise<Answer>,
): Promise<Answer> =>
  underWay.run({ certain: false, last: false }, async () => {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await catchUp(await becomeCertain(store));
      underWay.getStore()!.last = true;
      return work();
    }
  });
