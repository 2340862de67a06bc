import type { RoleProposalRow } from '../../projections/role-proposals/role-proposals.js';
import { rowOf } from '../access/access-table.js';
import { londonDate } from '../calendar/dates.js';
import { awaitedBy, dueAsOf } from '../disputes/time/due.js';
import { namesFrom } from '../directory/names.js';
import type { PostKind } from '../protocol/protocol.js';
import { proposalInWords } from '../roles/proposals/proposal-in-words.js';
import type { Council } from './council.js';
import type { Asked, Matter } from './matter.js';
import type { Office } from './office.js';

type Row = Pick<
  RoleProposalRow,
  'proposal' | 'kind' | 'title' | 'from' | 'person' | 'proposed_by' | 'proposed_at' | 'lapses_on'
>;

/**
 * Proposals of roles, of rules, and of what becomes of teams, until they lapse: each is asked of everybody who may agree to it. A vacant post
 * may hold up answers meanwhile.
 */
export const mattersOfRoles = ({ reading: { readModels, directory, now, calendar }, office }: Council): Matter[] => {
  const names = namesFrom(directory, office.on);
  return readModels
    .all<Row>(
      `SELECT proposal, kind, title, "from", person, proposed_by, proposed_at, lapses_on FROM role_proposals
        WHERE standing = 'waiting' AND lapses_on >= :today ORDER BY proposal`,
      { today: office.on },
    )
    .map((row) => ({
      what: 'agree-to-role',
      shown: {
        ...{
          reference: row.proposal,
          name: proposalInWords({ ...row, person: row.person === null ? null : names.person(row.person) }),
          children: [],
          team: null,
          theme: null,
          ladder: null,
          stage: null,
          stageName: null,
        },
        ...{ raisedOn: londonDate(row.proposed_at), takenOn: true, heldBy: null },
      },
      ...{ actionId: null, due: dueAsOf(awaitedBy(row.lapses_on), now, calendar), waiting: null, hasFallen: false },
      asked: mayAgree(row, office),
    }));
};

/** Nobody agrees to what they proposed themselves, or get by it. */
const mayAgree = ({ person, proposed_by: by }: Row, office: Office): Asked[] =>
  (Object.keys(rowOf('role.agree')) as PostKind[])
    .flatMap((kind) => office.anywhere(kind))
    .filter((each) => each.person !== by && each.person !== person)
    .map((each) => ({ ...each, mayRead: true }));
