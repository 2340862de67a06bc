import type { Instant } from '../calendar/calendar.js';
import type { Executor } from '../platform/executor.js';
import { OUTBOX } from './addressed.js';
import { beginningDecider, OUTBOX_STREAM } from './beginning.js';

/** From here on people are told; once for a council, whoever begins it first. */
export const beginTelling = async (executor: Pick<Executor, 'execute'>, at: Instant): Promise<void> => {
  await executor.execute(OUTBOX_STREAM, beginningDecider, { type: 'begin', at }, null, {
    commandId: 'begin',
    asSent: 'begin',
    actor: OUTBOX,
    occurredAt: at,
  });
};
