import { disputeDecider } from '../disputes/decide.js';
import { currentRound } from '../disputes/dispute.js';
import { teamsAsked } from '../disputes/teams-asked.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { folded } from './folded.js';

/**
 * Whether a dispute about a child asks the managers of the team that the child leaves for an answer: then they, and those of the next team,
 * hear with that dispute, which goes there with the child, that the child moves. Of one that waits for the IRO, for somebody above them or
 * for another team to which people sent it, they hear nothing; nor of one about siblings of several teams, for which the team that the child
 * leaves has given its answer, which stays as it is.
 *
 * @param from team of the child until then; null where there was none
 * @param event by which the child moves: the dispute may have followed since
 */
export const isAskedOfManagers = async (
  { readModels, store }: { readonly readModels: ReadModels; readonly store: Pick<EventStore, 'read'> },
  child: string,
  from: string | null,
  event: Pick<RecordedEvent, 'position'>,
): Promise<boolean> => {
  for (const { reference } of waitingForManagers(readModels, child, from)) {
    const history = await store.read(`dispute-${reference}`);
    const state = folded(
      disputeDecider,
      history.filter(({ position }) => position < event.position),
    );
    if (from === null || ('matter' in state && teamsAsked(currentRound(state.matter).addressee).includes(from)))
      return true;
  }
  return false;
};

const waitingForManagers = (readModels: ReadModels, child: string, from: string | null): { reference: string }[] =>
  readModels.all<{ reference: string }>(
    `SELECT register.reference FROM dispute_register AS register JOIN case_children AS named USING (reference)
      WHERE named.child = :child AND register.taken_on AND register.status = 'open' AND register.standing = 'awaiting-answer'
        AND register.restricted_to IS NULL
        AND EXISTS (SELECT 1 FROM json_each(register.addressed_posts) WHERE value = 'team-manager')
        AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.reference = register.reference AND answers.round = register.round
          AND answers.team = :from AND answers.answered_on IS NOT NULL)`,
    { child, from: from ?? '' },
  );
