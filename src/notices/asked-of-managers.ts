import type { ReadModels } from '../platform/projections/projection.js';

/**
 * Whether a dispute about a child asks the managers of its team for an answer: then they hear with that dispute that the child moves to
 * another team, or comes from one. Of one that waits for the IRO, or for somebody above them, they hear nothing; nor of one about siblings
 * of several teams, for which the team that the child leaves has given its answer, which stays as it is.
 * @param from team of the child until then
 */
export const isAskedOfManagers = (readModels: ReadModels, child: string, from: string): boolean =>
  readModels.get<{ reference: string }>(
    `SELECT register.reference FROM dispute_register AS register JOIN case_children AS named USING (reference)
      WHERE named.child = :child AND register.taken_on AND register.status = 'open' AND register.standing = 'awaiting-answer'
        AND register.restricted_to IS NULL
        AND EXISTS (SELECT 1 FROM json_each(register.addressed_posts) WHERE value = 'team-manager')
        AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.reference = register.reference AND answers.round = register.round
          AND answers.team = :from AND answers.answered_on IS NOT NULL)`,
    { child, from },
  ) !== undefined;
