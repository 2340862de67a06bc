import type { Envelope, Executor } from '../../src/platform/executor.js';
import { COUNCIL_STREAM, councilDecider } from '../../src/roles/council.js';

const LIST = 'as-it-was-read';

/**
 * Puts on record that a council was set up by one person and opened by another, so that cases are raised and read. For councils whose
 * posts and rules a test has given by itself; the opening itself is tested in test/journeys/opening.spec.ts.
 */
export const openTheCouncil = async (
  executor: Executor,
  {
    administrator,
    iroManager,
    occurredAt,
  }: { readonly administrator: string; readonly iroManager: string; readonly occurredAt: string },
): Promise<void> => {
  const envelope = (commandId: string): Envelope => ({
    commandId,
    actor: { person: 'test', post: null, role: null },
    occurredAt,
  });
  const set = { type: 'set-first-administrator', person: administrator, post: `${administrator}-post` } as const;
  await executor.execute(COUNCIL_STREAM, councilDecider, set, null, envelope('open-1'));
  const holds = ['iro-manager'] as const;
  const { state } = await executor.load(COUNCIL_STREAM, councilDecider);
  const now = { listNow: LIST, missing: [], turns: state.turnsTaken, isUnfinished: false };
  const open = { type: 'open', by: iroManager, holds, list: LIST, ...now } as const;
  await executor.execute(COUNCIL_STREAM, councilDecider, open, null, envelope('open-2'));
};
