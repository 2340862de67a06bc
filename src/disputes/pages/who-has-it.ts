import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { besideAName, postInWords } from '../../protocol/posts-in-words.js';
import type { Asker } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { dateInWords } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { postsAnswering } from '../../directory/relations.js';
import { listedInWords } from '../../platform/listed-in-words.js';
import { Problem } from '../../platform/http/problem.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { ladderIn } from '../../protocol/ladder.js';
import { isOutside } from '../../protocol/own-posts.js';
import type { PostKind, Stage } from '../../protocol/protocol.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import type { DisputeDto, TeamShownDto } from '../read/dispute.dto.js';
import { ReadDispute } from '../read/read.query.js';
import { mayRead } from '../restriction.js';
import { seatOfHolder } from '../seat-of-holder.js';
import { waitedForAmong } from '../waited-for-among.js';

/** A post that must act next, with the names of those who hold it today. */
export interface PostAsked {
  /** Null of a person who is named to answer, whatever post they hold. */
  readonly kind: PostKind | null;
  readonly names: readonly string[];
  /** Null where it is not one team’s; of a post that answers for a service, the service. */
  readonly team: string | null;
  /** They are asked as the one who holds it, from whatever post they do. */
  readonly isTheHolder?: true;
  /** Somebody holds it who may not read a restricted dispute, and so cannot be asked about it. */
  readonly isKeptFromHolder?: boolean;
  /** Its reader is shown no person. */
  readonly isWithoutNames?: true;
}

export interface WhoIsAwaited {
  /** One list, or one for each of several teams that must answer. */
  readonly byTeam: readonly (readonly PostAsked[])[];
  /** Each post of a list must act; else any one of them may. */
  readonly mustAll: boolean;
}

/** The people who have a dispute now, by name: the holders today of the posts that it waits for. */
@Injectable()
export class WhoHasIt {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  /**
   * @param stage at which it is: whether all of its posts must answer
   * @param reading the people and the day by which it is asked; those of today unless given
   */
  of(
    dispute: DisputeDto,
    stage: Pick<Stage, 'answeredBy'> | undefined,
    { directory, now }: Pick<Reading, 'directory' | 'now'> = this.readings.withoutRules(),
  ): WhoIsAwaited {
    const { waitingFor } = dispute;
    if (waitingFor === null) return { byTeam: [], mustAll: false };
    const { what, roles, team, alsoTeams, person } = waitingFor;
    if (person !== undefined)
      return { byTeam: [[{ kind: null, names: [person.name ?? person.id], team: null }]], mustAll: false };
    const mustAll = what === 'judgement' || (what === 'answer' && stage?.answeredBy === 'all');
    const today = londonDate(now);
    const byTeam = [team, ...alsoTeams].map((each) => {
      const asked = roles.map((kind) => askedFrom(kind as PostKind, each, dispute, directory, today));
      return waitedForAmong(asked, { isHeld: ({ names }) => names.length > 0, mustAll });
    });
    // A person who answers for several of the teams stands there once.
    const each = byTeam.filter(
      (group, index) => byTeam.findIndex((other) => isDeepStrictEqual(other, group)) === index,
    );
    return { byTeam: each, mustAll };
  }

  /** To whom it went and by when, once something is sent; null where its sender does not read it. */
  async onceSent(reference: string, asker: Asker, beginning: 'Sent to' | 'It is with'): Promise<string | null> {
    try {
      const read = new ReadDispute(reference, asker);
      const { body } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(read);
      const { protocols } = await this.readings.now();
      const round = body.rounds.at(-1);
      const ladder =
        round === undefined ? undefined : ladderIn(protocols.version(round.protocolVersion).protocol, round.ladder);
      const stage = ladder?.stages.find(({ number }) => number === round?.stage);
      const who = this.of(body, stage);
      if (isForAlone(asker.person, body.heldBy, who)) return withThemselves(body.waitingFor!.what);
      return hasItInWords(beginning, body.waitingFor, who);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }
}

const askedFrom = (
  kind: PostKind,
  team: TeamShownDto | null,
  { heldBy, children = [], restrictedTo }: Pick<DisputeDto, 'heldBy' | 'children' | 'restrictedTo'>,
  directory: Directory,
  today: LocalDate,
): PostAsked => {
  if (kind === 'iro') {
    const seat = heldBy === null ? undefined : seatOfHolder(directory.postsHeldBy(heldBy.id, today));
    return { kind: seat?.kind ?? kind, isTheHolder: true, names: heldBy?.name ? [heldBy.name] : [], team: null };
  }
  const ids = children.map(({ id }) => id);
  const posts = postsAnswering(kind, team?.id ?? null, ids, directory, today);
  const holders = posts.flatMap(({ person }) => person ?? []);
  const readers = restrictedTo && { heldBy: heldBy?.id ?? null, restrictedTo: restrictedTo.map(({ id }) => id) };
  const asked = holders.filter((person) => readers === undefined || mayRead(person, readers));
  const names = asked.flatMap((person) => directory.person(person)?.name ?? []);
  // A post that answers for a service or for the council is not said to be one team’s.
  const isOfTeam = posts.every((post) => post.team === (team?.id ?? null));
  const isKept = holders.length > 0 && asked.length === 0;
  const [service = null] = posts.every((post) => post.service === posts[0]?.service)
    ? posts.map((post) => post.service)
    : [];
  return { kind, names, team: isOfTeam ? (team?.name ?? null) : service, ...(isKept && { isKeptFromHolder: true }) };
};

/** `Q. Barlow, team manager, Through Care 2; or R. Lane, assistant team manager, Through Care 2`. */
export const whoInWords = ({ byTeam, mustAll }: WhoIsAwaited, inWords = titleInWords): string =>
  byTeam
    .map((asked) => asked.map((each) => postAsked(each, inWords)).join(mustAll ? '; and ' : '; or '))
    .join('; and ');

/** The posts alone, for readers who are shown figures and no people. */
export const withoutNames = ({ byTeam, mustAll }: WhoIsAwaited): WhoIsAwaited => ({
  byTeam: byTeam.map((asked) => asked.map((each) => ({ ...each, names: [], isWithoutNames: true as const }))),
  mustAll,
});

/** @param inWords a kind of post as the council calls it */
const postAsked = (asked: PostAsked, inWords: (kind: string) => string): string =>
  [
    ...(asked.isWithoutNames === true ? [] : [asked.names.length > 0 ? asked.names.join(' or ') : whyNobody(asked)]),
    ...(asked.kind === null ? [] : [besideAName(inWords(asked.kind))]),
    ...(asked.kind === null && asked.isWithoutNames === true ? ['the person named to answer'] : []),
    ...(asked.team === null ? [] : [asked.team]),
  ].join(', ');

const whyNobody = ({ kind, isKeptFromHolder }: PostAsked): string => {
  if (kind !== null && isOutside(kind)) return 'Outside of the council';
  return isKeptFromHolder === true ? 'Nobody who may read it holds this post' : 'Nobody holds this post';
};

const titleInWords = (kind: string): string => postInWords(kind as PostKind);

/** Whether more than one of them must act. */
export const areSeveral = ({ byTeam, mustAll }: WhoIsAwaited): boolean =>
  byTeam.length > 1 || (mustAll && byTeam.some((asked) => asked.length > 1));

/** `Waiting for conference chair`: what a tag or a list says of an answer that is to be judged. */
export const judgedByInWords = (kinds: readonly (PostKind | null)[], inWords = titleInWords): string => {
  const posts = [...new Set(kinds.flatMap((kind) => (kind === null ? [] : [besideAName(inWords(kind))])))];
  return `Waiting for ${posts.length === 0 ? 'IRO' : listedInWords(posts)}`;
};

/** The verb for the act that they owe. */
export const doesInWords = (what: string, who: WhoIsAwaited): string => (areSeveral(who) ? DO : DOES)[what] ?? 'has it';

const DO: Readonly<Record<string, string>> = {
  answer: 'answer',
  judgement: 'say whether the answer is enough',
  decision: 'decide where it goes from here',
  closing: 'resolve it, with what changed for the child',
};

const DOES: Readonly<Record<string, string>> = {
  answer: 'answers',
  judgement: 'says whether the answer is enough',
  decision: 'decides where it goes from here',
  closing: 'resolves it, with what changed for the child',
};

/** Whether it waits for its IRO and for nobody else, and its IRO reads this. */
export const isForAlone = (reader: string, heldBy: { readonly id: string } | null, { byTeam }: WhoIsAwaited): boolean =>
  heldBy?.id === reader &&
  byTeam.length > 0 &&
  byTeam.every((asked) => asked.every(({ isTheHolder }) => isTheHolder === true));

/** What its reader does, where it waits for them alone: `say whether the answer is enough`. */
export const youDoInWords = (what: string): string => DO[what] ?? 'have it';

/** `It is with you: resolve it, with what changed for the child.` */
export const withThemselves = (what: string): string =>
  `${what === 'decision' ? 'It has not gone up. ' : ''}It is with you: ${DO[what] ?? 'see what it waits for'}.`;

/** `Sent to Q. Barlow, who is to answer by Friday 6 October 2023.` Null where it waits for nobody. */
export const hasItInWords = (
  beginning: 'Sent to' | 'It is with',
  waitingFor: DisputeDto['waitingFor'],
  who: WhoIsAwaited,
): string | null => {
  if (waitingFor === null) return null;
  const names = byNameIn(who);
  if (names === null) return `${whoInWords(who)}. Nobody can act on it until somebody does.`;
  const { what, dueOn } = waitingFor;
  if (what === 'decision') return `It has not gone up. ${beginning} ${names}, who ${doesInWords(what, who)}.`;
  if (what !== 'answer') return `${beginning} ${names}, who ${doesInWords(what, who)}.`;
  const toAnswer = `${beginning} ${names}, who ${areSeveral(who) ? 'are' : 'is'} to answer`;
  return dueOn === null ? `${toAnswer}. No date is set.` : `${toAnswer} by ${dateInWords(dueOn)}.`;
};

/** Null where nobody holds a post that must act. */
const byNameIn = ({ byTeam, mustAll }: WhoIsAwaited): string | null => {
  const inAll = byTeam.map((asked) => asked.flatMap(({ names }) => (names.length === 0 ? [] : [names.join(' or ')])));
  if (inAll.length === 0 || inAll.some((names) => names.length === 0)) return null;
  return inAll.map((names) => names.join(mustAll ? ' and ' : ' or ')).join(' and ');
};
