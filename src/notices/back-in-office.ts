import { withoutHolder } from '../directory/as-before.js';
import { disputeDecider } from '../disputes/decide.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { askedByTheChange, askedInADispute } from './asked-in-a-dispute.js';
import { folded } from './folded.js';
import type { Addressed } from './recipients.js';
import { BEFOREHAND } from './table/table.js';
import type { WorkerParts } from './told-of-workers.js';
import type { Begun } from './work-of-post.js';

/**
 * An action that names a person falls to others while the person holds no post, or none by which they read it. Once they hold one it is
 * theirs again: they hear of it, and so do those who had it meanwhile.
 *
 * @param on the first day of the post
 */
export const toldOfActionsThatComeBack = async (
  { person, post }: Begun,
  on: string,
  { store, readModels, directory, protocols }: WorkerParts,
): Promise<Addressed[]> => {
  const change = { before: withoutHolder(directory, { person, post }), after: directory, on };
  const back = BEFOREHAND['somebody who is named for an action is in office again'].notice;
  const away = BEFOREHAND['an action that had fallen to others goes back to whom it names'].notice;
  const told: Addressed[] = [];
  for (const { reference, actionId } of actionsNaming(readModels, person)) {
    const state = folded(disputeDecider, await store.read(`dispute-${reference}`));
    const wanted = askedInADispute(state, await protocols.current()).filter((each) => each.actionId === actionId);
    const { gained, lost } = askedByTheChange(wanted, change, state);
    if (!gained.some((each) => each.person === person)) continue;
    told.push(
      ...gained.filter((each) => each.person === person).map((each) => ({ ...each, kind: back })),
      ...lost.map((each) => ({ ...each, kind: away, dueOn: null, dueAt: null })),
    );
  }
  return told;
};

const actionsNaming = (readModels: ReadModels, person: string): { reference: string; actionId: string }[] =>
  readModels.all<{ reference: string; actionId: string }>(
    `SELECT reference, action_id AS actionId FROM actions WHERE person = :person AND done_on IS NULL
      ORDER BY reference, action_id`,
    { person },
  );
