import type { DisputeAct } from '../../disputes/acts/all-acts.js';
import { disputeDecider } from '../../disputes/decide.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { derivedId } from '../../platform/ids.js';
import { streamOf } from '../check/on-record.js';
import { findRow } from './find-row.js';
import type { ImportServices } from './import-register.js';

/**
 * Makes an open imported dispute a living one: from today its team must answer, at the stage the register left it.
 * @returns its reference
 * @throws Refusal `row-not-found`, `not-imported`, `ended-in-register`
 */
export const takeOnRow = async (
  { store, executor, context }: Omit<ImportServices, 'directory'>,
  written: string,
  actor: Actor,
  occurredAt: string,
): Promise<string> => {
  const { holds, reference, events } = await findRow(store, written);
  const commandId = derivedId('take-on', reference, events.length);
  // Its own team answers, from the posts that the stage names.
  const act: DisputeAct = { type: 'take-on', addressee: { team: null, posts: [] } };
  const envelope = { commandId, actor, occurredAt };
  await executor.execute(streamOf(holds, reference), disputeDecider, act, context, envelope);
  return reference;
};
