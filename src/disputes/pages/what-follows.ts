import { anyOfPosts, besideAName, postInWords } from '../../protocol/posts-in-words.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { dateInWords } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { postsAnswering } from '../../directory/relations.js';
import type { DomainEvent } from '../../platform/decider.js';
import { stageOf } from '../../protocol/ladder.js';
import type { PostKind, ProtocolBook } from '../../protocol/protocol.js';
import type { Addressee, DisputeEvent, DisputeRaised, StageBegun } from '../events.js';
import type { AgreedActionDto } from '../read/dispute.dto.js';
import { grantersOf } from '../granters.js';
import { eachTeamOf } from '../teams-asked.js';
import { mayRead } from '../restriction.js';
import { seatOfHolder } from '../seat-of-holder.js';
import { judgesOf } from '../time/standing.js';
import { waitedForAmong } from '../waited-for-among.js';

/** The facts around an act that is tried. */
export interface AroundTheAct {
  readonly children: readonly string[];
  readonly directory: Directory;
  readonly protocols: ProtocolBook;
  /** The person who sits in the IRO’s seat of it; null before it is raised. */
  readonly heldBy?: string | null;
  /** The list of those who may read it; null, or left out, where it is not restricted. */
  readonly restrictedTo?: readonly string[] | null;
  /** The actions that were agreed. */
  readonly agreed?: readonly Pick<AgreedActionDto, 'actionId' | 'what' | 'who' | 'doneOn'>[];
  /** Names of the people who have each of them to do, by its id; left out where that is not asked. */
  readonly doers?: Readonly<Record<string, readonly string[]>>;
  readonly today: LocalDate;
  /** The stage at which the dispute is; null before it is raised. */
  readonly now: StageUnderRules | null;
}

interface StageUnderRules {
  readonly protocolVersion: number;
  readonly stage: number;
  readonly ladder: string;
  /** Under which it is counted; left out where nothing asks for it. */
  readonly team?: string | null;
}

/**
 * The consequences of an act, told before it is sent: to whom it goes, and by when. They are read from the events that the act would give, so
 * that no date is worked out twice.
 */
export const whatFollows = (events: readonly DomainEvent[], before: AroundTheAct): string[] => {
  const { directory, now } = before;
  const [readers = before.restrictedTo] = (events as readonly DisputeEvent[])
    .flatMap((event) => (event.type === 'DisputeRestricted' ? [event.data.readers] : []))
    .slice(-1);
  const around = { ...before, ...(readers === undefined ? {} : { restrictedTo: readers }) };
  const goesTo = (addressee: Addressee, at: StageUnderRules | null): string => whoIn(addressee, at, around);
  return (events as readonly DisputeEvent[]).flatMap((event): string[] => {
    switch (event.type) {
      case 'FormalDisputeRaised':
      case 'InformalDisputeRaised':
        if (isSettledOnTheCall(events)) return ['It is on record as resolved, and nobody is asked to answer.'];
        return [`It goes to ${goesTo(event.data.addressee, beganIn(event.data.stage, event.data))}.`];
      case 'DisputeEscalated':
        return [
          `It goes up to stage ${event.data.to.number}, ${event.data.to.name}: ${goesTo(event.data.addressee, beganIn(event.data.to, event.data))}.`,
        ];
      case 'SentBack':
        return [
          `It goes back to ${event.data.to.name}: ${goesTo(event.data.addressee, beganIn(event.data.to, event.data))}.`,
        ];
      case 'DisputeRedirected':
        return [
          `It goes to ${goesTo(event.data.to, now)}.`,
          event.data.clock === 'restarts' ? 'The clock starts anew.' : 'The clock runs on: the date stays.',
        ];
      case 'AnswerDeadlineSet': {
        if (isSettledOnTheCall(events)) return [];
        const { dueOn, firstDueOn, rule } = event.data;
        if (dueOn === null) return ['No date is set for an answer.'];
        if (firstDueOn === null || firstDueOn === dueOn)
          return [`The answer is due by ${dateInWords(dueOn)}: ${rule}.`];
        return [
          `The answer is due by ${dateInWords(dueOn)}. By its rule, ${rule}, the first date was ${dateInWords(firstDueOn)}.`,
        ];
      }
      case 'ReceiptDeadlineSet':
        if (isSettledOnTheCall(events)) return [];
        return [`They say that it has reached them by ${dateInWords(event.data.dueOn)}.`];
      case 'TotalCapSet':
        return [`All stages together end by ${dateInWords(event.data.dueOn)}: ${event.data.rule}.`];
      case 'AnswerGiven':
        return now === null ? [] : [`Whether this settles it is decided by ${judgesInWords(now, around)}.`];
      case 'ExtensionAsked':
        return now === null ? [] : [`It is decided by ${grantersInWords(now, around)}.`];
      case 'ActionAgreed':
        return [`An action is agreed: ${event.data.action.what}`];
      case 'ActionDateMoved':
        return [
          `Action ${event.data.actionId} is to be done by ${dateInWords(event.data.to)}: the working days are added on which it was asked of nobody.`,
        ];
      case 'AnswerRejected':
        return [
          ...(event.data.actionsWithdrawn ?? []).map(
            (actionId) => `Action ${actionId}, which was agreed with it and is not done, is asked of nobody any more.`,
          ),
          ...(events.some(({ type }) => type === 'DisputeEscalated')
            ? []
            : ['It stays at its stage until it is sent up.']),
        ];
      case 'DisputeHandedOver':
        return [`${directory.person(event.data.toIro)?.name ?? 'The other IRO'} holds it from now on.`];
      case 'DisputeResolved':
        return (around.agreed ?? [])
          .filter(({ doneOn }) => doneOn === null)
          .map(({ actionId, what, who }) =>
            keepsToDo(what ?? 'an agreed action', who ?? null, around.doers?.[actionId] ?? []),
          );
      case 'DisputeWithdrawn':
        return [now === null ? 'The conversation is counted nowhere.' : 'It counts as raised and as withdrawn.'];
      default:
        return [];
    }
  });
};

/** The people who have it to do, also where the words that were agreed name a post or somebody else. */
const keepsToDo = (what: string, agreedFor: string | null, doers: readonly string[]): string => {
  if (doers.length === 0)
    return `${agreedFor ?? 'Whoever agreed to it'} is to do it, and nobody has it in their work: ${what}`;
  const names = doers.join(' and ');
  const written = agreedFor === null || doers.includes(agreedFor) ? '' : ` (by: ${agreedFor})`;
  return `${names} ${doers.length === 1 ? 'keeps' : 'keep'} this to do until it is done: ${what}${written}`;
};

const judgesInWords = ({ protocolVersion, stage, ladder }: StageUnderRules, around: AroundTheAct): string => {
  const { protocol } = around.protocols.version(protocolVersion);
  return anyOfPosts(bySeat(judgesOf(stageOf(protocol, stage, ladder)), around), protocol);
};

const grantersInWords = (now: StageUnderRules, around: AroundTheAct): string => {
  const { children, directory, protocols, today } = around;
  const { protocol } = protocols.version(now.protocolVersion);
  const isHeld = (kind: PostKind): boolean =>
    postsAnswering(kind, now.team ?? null, children, directory, today).some(({ person }) => person !== null);
  return anyOfPosts(bySeat(grantersOf(protocol.extensions.grantedBy, isHeld), around), protocol);
};

/** In the place of the IRO the post of the person who holds it: a conference chair is not called an IRO. */
const bySeat = (kinds: readonly PostKind[], { heldBy, directory, today }: AroundTheAct): PostKind[] => {
  const seat = heldBy == null ? undefined : seatOfHolder(directory.postsHeldBy(heldBy, today));
  return kinds.map((kind) => (kind === 'iro' ? (seat?.kind ?? kind) : kind));
};

/** The people to whom it goes once it is raised, with their posts. */
export const raisedTo = (raised: DisputeRaised, around: AroundTheAct): string =>
  whoIn(raised.addressee, beganIn(raised.stage, raised), around);

/** It is raised and resolved in one act: the call has put it right. */
export const isSettledOnTheCall = (events: readonly DomainEvent[]): boolean =>
  ['InformalDisputeRaised', 'DisputeResolved'].every((type) => events.some((event) => event.type === type));

const beganIn = (
  { number, ladder }: Pick<StageBegun, 'number' | 'ladder'>,
  { protocolVersion }: { protocolVersion: number },
): StageUnderRules => ({
  ...{ protocolVersion, stage: number, ladder },
});

/** `Q. Barlow, team manager, Through Care 2`; of siblings with several teams those of each, who all must answer. */
const whoIn = ({ person, ...addressee }: Addressee, at: StageUnderRules | null, around: AroundTheAct): string => {
  if (person !== undefined) return around.directory.person(person)?.name ?? 'the person named to answer';
  const each = eachTeamOf(addressee).map((one) => whoOfTeam(one, at, around));
  return each.length === 1 ? each[0]! : `${each.join('; and ')}. Each of these teams answers`;
};

const whoOfTeam = (
  { posts, team }: Addressee,
  at: StageUnderRules | null,
  { children, directory, protocols, today, heldBy = null, restrictedTo = null }: AroundTheAct,
): string => {
  const mustAll =
    at !== null && stageOf(protocols.version(at.protocolVersion).protocol, at.stage, at.ladder).answeredBy === 'all';
  const teamName = team === null ? undefined : directory.team(team, today)?.name;
  const asked = posts.map((kind) => {
    const answering = postsAnswering(kind, team, children, directory, today);
    const isAsked = (person: string): boolean =>
      restrictedTo === null || mayRead(person, { heldBy, restrictedTo: [...restrictedTo] });
    const names = answering.flatMap(({ person }) =>
      person === null || !isAsked(person) ? [] : (directory.person(person)?.name ?? []),
    );
    // A post that answers for a service or for the council is not said to be one team’s.
    const isOfTeam = teamName !== undefined && answering.every((post) => post.team === team);
    const post = [besideAName(postInWords(kind)), ...(isOfTeam ? [teamName] : [])].join(', ');
    return { names, post };
  });
  if (asked.every(({ names }) => names.length === 0))
    return `${asked.map(({ post }) => post).join(mustAll ? ' and ' : ' or ')}: ${restrictedTo === null ? 'nobody holds the post today' : 'nobody who may read it holds the post today'}`;
  return waitedForAmong(asked, { isHeld: ({ names }) => names.length > 0, mustAll })
    .map(({ names, post }) => `${names.length === 0 ? 'nobody, who would be' : names.join(' or ')}, ${post}`)
    .join(mustAll ? '; and ' : '; or ');
};
