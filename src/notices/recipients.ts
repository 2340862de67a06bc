import type { LocalDate } from '../calendar/calendar.js';
import { currentRound, type DisputeState } from '../disputes/dispute.js';
import type { Directory } from '../directory/directory.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import type { NoticeLine } from './events.js';
import { isTheirsToDo, type NoticeKind } from './kinds.js';
import type { Recipient, Wanted } from './who-is-told.js';

/** A notice for one person. */
export interface Addressed extends NoticeLine {
  readonly person: string;
}

/** Kinds that wait for somebody to answer: where nobody holds the post, the next post up is told. */
const ASKS_FOR_AN_ANSWER: readonly NoticeKind[] = ['dispute-for-you', 'escalated-to-you', 'answer-overdue'];

/**
 * Who holds the posts on a day, and who covers for an IRO who is away, each person once and with what is theirs to do first. Whoever acted is not told what they did.
 *
 * @param actor id of the person whose act it was
 */
export const addressedTo = (
  wanted: readonly Wanted[],
  actor: string,
  directory: Directory,
  on: LocalDate,
): Addressed[] => {
  const addressed = wanted.flatMap(({ to, ...line }) =>
    peopleOf(to, directory, on).map((person): Addressed => ({ ...line, person })),
  );
  const theirsFirst = [
    ...addressed.filter(({ kind }) => isTheirsToDo(kind)),
    ...addressed.filter(({ kind }) => !isTheirsToDo(kind)),
  ];
  const told = new Map<string, Addressed>();
  for (const each of theirsFirst) if (each.person !== actor && !told.has(each.person)) told.set(each.person, each);
  return [...told.values()];
};

const peopleOf = (to: Recipient, directory: Directory, on: LocalDate): string[] => {
  if ('person' in to) return [to.person, directory.coverFor(to.person, on)].filter((each) => each !== undefined);
  if ('post' in to) return directory.postsFor(to.post, to.team, on).flatMap(({ person }) => person ?? []);
  const named = directory.person(to.named) ?? directory.personNamed(to.named);
  return named ? [named.personId] : to.otherwise.flatMap((each) => peopleOf(each, directory, on));
};

/**
 * Where every post that must answer is vacant, those who answer at the next stage that somebody holds a post of are told so (domain brief 4.6): nobody is left
 * waiting for a person who is not there.
 */
export const toldOfVacancy = (
  wanted: readonly Wanted[],
  state: DisputeState,
  protocols: ProtocolBook,
  directory: Directory,
  on: LocalDate,
): Wanted[] => {
  const asking = wanted.filter(({ kind }) => ASKS_FOR_AN_ANSWER.includes(kind));
  const isVacant = asking.length > 0 && asking.every(({ to }) => peopleOf(to, directory, on).length === 0);
  if (!isVacant || state.status !== 'open') return [];
  const round = currentRound(state.matter);
  const { protocol } = protocols.version(round.protocolVersion);
  const team = round.addressee.team ?? state.matter.subject.team;
  const above = protocol.stages
    .filter(({ number }) => number > round.stage)
    .map(({ addressees }) => addressees.map((post) => ({ post, team })));
  const isHeld = (to: Recipient): boolean => peopleOf(to, directory, on).length > 0;
  const next = above.find((posts) => posts.some(isHeld)) ?? above[0] ?? [];
  const { to: _vacant, ...line } = asking[0]!;
  return next.map((to) => ({ ...line, kind: 'post-vacant', to }));
};

/** A restricted record is known to the IRO who holds it and to those on its list; nobody else is told that it moves. */
export const withinRestriction = (addressed: readonly Addressed[], state: DisputeState): Addressed[] => {
  if (state.status !== 'open' && state.status !== 'ended') return [...addressed];
  const { restrictedTo, heldBy } = state.matter;
  return restrictedTo === null
    ? [...addressed]
    : addressed.filter(({ person }) => person === heldBy || restrictedTo.includes(person));
};
