import { relationsThatMay } from '../access/access-table.js';
import { postsThatCount } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { mustNotBeOver, postDecider, postStream } from '../directory/post.js';
import { teamDecider, teamStream } from '../directory/team.js';
import { assertNever, refuse } from '../platform/decider.js';
import type { Executor } from '../platform/executor.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../protocol/adoption.js';
import { NOT_NEEDED } from './agreed.js';
import { accountDecider, accountStream } from '../sign-in/accounts/account.js';
import type { AccountProposed, PostProposed, ProtocolProposed, TeamChangeProposed, WhatIsProposed } from './events.js';
import { mustBeAbleToHold } from './may-hold.js';

/** The ports for looking whether a proposal can be carried out. */
export interface Surroundings {
  readonly executor: Executor;
  readonly directory: Directory;
  readonly today: LocalDate;
}

/**
 * Asked when something is proposed, and again when it is agreed to: the council may have changed meanwhile.
 * @throws Refusal `person-gone`, `team-gone`, `service-gone`, `administrators-read-no-cases`, or why the post or the protocol refuses it
 */
export const mustFit = async (what: WhatIsProposed, surroundings: Surroundings): Promise<void> => {
  switch (what.kind) {
    case 'post':
      return postMustFit(what, surroundings);
    case 'account':
      return accountMustFit(what, surroundings);
    case 'protocol':
      return protocolMustFit(what, surroundings);
    case 'team':
      return teamMustFit(what, surroundings);
    default:
      return assertNever(what);
  }
};

const accountMustFit = async (
  { account, person }: AccountProposed,
  { executor, directory }: Surroundings,
): Promise<void> => {
  if (directory.person(person) === undefined) refuse('person-gone', PERSON_GONE);
  const { state } = await executor.load(accountStream(account), accountDecider);
  accountDecider.decide({ type: 'tie', person, agreed: NOT_NEEDED }, state, null);
};

const PERSON_GONE = 'This person is not in the directory any more. Propose somebody else.';

/**
 * A person who proposed something answers for it, so they must be in office still, in a post from which it may be proposed.
 * @throws Refusal `proposer-gone`
 */
export const mustStillPropose = (proposer: string, directory: Directory, today: LocalDate): void => {
  const posts = postsThatCount(directory.postsHeldBy(proposer, today));
  if (!posts.some(({ kind }) => relationsThatMay('role.propose', kind).length > 0))
    refuse(
      'proposer-gone',
      'The person who proposed this holds no post any more from which it may be proposed. Refuse it, and let somebody in office propose it again.',
    );
};

const postMustFit = async (what: PostProposed, { executor, directory, today }: Surroundings): Promise<void> => {
  const { person, post, postKind, team, service } = what;
  if (directory.person(person) === undefined) refuse('person-gone', PERSON_GONE);
  if (team !== null && hasEnded(team, directory, today))
    refuse('team-gone', 'The team for which this post answers has ended. Propose a post of the team that took over.');
  if (service !== null && !directory.teams(today).some((each) => each.service === service))
    refuse('service-gone', `No team belongs to the service ${service} any more. Propose a post of another service.`);
  const from = inOfficeFrom(what, today);
  mustBeAbleToHold(person, postKind, from, directory, today);
  const { state } = await executor.load(postStream(post), postDecider);
  if (state !== null) mustNotBeOver(person, from, state);
  postDecider.decide({ type: 'take', person, from, agreed: NOT_NEEDED }, state, null);
};

/** Whether a team is over, or was never there. */
const hasEnded = (team: string, directory: Directory, today: LocalDate): boolean => {
  const found = directory.team(team, today);
  return found === undefined || (found.to !== null && found.to < today);
};

const protocolMustFit = async (
  { from, protocol, file, fileSha256, warnings }: ProtocolProposed,
  { executor }: Surroundings,
): Promise<void> => {
  const { state } = await executor.load(PROTOCOL_STREAM, adoptionDecider);
  adoptionDecider.decide(
    { type: 'adopt-protocol', from, protocol, file, fileSha256, warnings, agreed: NOT_NEEDED },
    state,
    null,
  );
};

/** A team that takes over must be there to do so on the day on which somebody agrees. */
const teamMustFit = async (
  { team, change }: TeamChangeProposed,
  { executor, directory, today }: Surroundings,
): Promise<void> => {
  const successors = change.type === 'end' ? change.succeededBy : [];
  if (successors.some((each) => hasEnded(each, directory, today)))
    refuse('team-gone', 'A team that was to take over has ended. Propose one that is there.');
  const { state } = await executor.load(teamStream(team), teamDecider);
  teamDecider.decide({ ...change, agreed: NOT_NEEDED }, state, null);
};

/** Nobody is in office before the day on which a second person agreed. */
export const inOfficeFrom = ({ from }: Pick<PostProposed, 'from'>, agreedOn: LocalDate): LocalDate =>
  from === null || from < agreedOn ? agreedOn : from;
