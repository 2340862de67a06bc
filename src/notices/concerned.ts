import type { LocalDate } from '../calendar/calendar.js';
import { endOfDay, isLocalDate } from '../calendar/dates.js';
import {
  type AgreedAction,
  currentRound,
  type DisputeState,
  type Ended,
  type Matter,
  notRaised,
  type Open,
  type Round,
  isFrozen,
} from '../disputes/dispute.js';
import { evolve } from '../disputes/fold/evolve.js';
import type { Addressee, DisputeEvent } from '../disputes/events.js';
import { grantersInTurn } from '../disputes/granters.js';
import { referralWithCafcass } from '../disputes/referrals.js';
import { seatsOf } from '../disputes/seats.js';
import { isAskedOf, teamsAsked } from '../disputes/teams-asked.js';
import { answerDate } from '../disputes/time/dates.js';
import {
  isAnswered,
  judgesOf,
  judgesStillToSpeak,
  roundToJudge,
  stageOfRound,
  stillToAnswer,
} from '../disputes/time/standing.js';
import { teamsNotReached } from '../disputes/time/receipt.js';
import { ladderIn } from '../protocol/ladder.js';
import type { PostKind, Protocol, ProtocolBook, Stage } from '../protocol/protocol.js';
import type { NoticeLine } from './events.js';
import type { WhomOfActions, WhomOfDispute } from './table/disputes.js';
import { tellsOf } from './table/table.js';

/** A post for a team, or one person: the IRO who holds the dispute, the person who asked for an extension. */
export type Recipient =
  /** Of social workers, those of the children, whose record numbers are given. */
  | {
      readonly post: PostKind;
      readonly team: string | null;
      readonly children?: readonly string[];
      /** If nobody holds the post, those above it hear in its place, or the last resort, who may read this dispute. */
      readonly elseAboveIn?: Open | Ended;
    }
  /** As the holder of the matter: if they have left, the person to whom it falls. */
  | { readonly person: string; readonly holds?: true }
  /** Everybody who held a post of a team on a day. */
  | { readonly wholeTeam: string; readonly on: LocalDate }
  /** The IROs of these children, besides the one who holds the dispute. */
  | {
      readonly irosOf: readonly string[];
      readonly besides: string | null;
      /** This one of them alone; left out for all of them. */
      readonly only?: string;
    }
  /** Those whose an action of a dispute is to do: each of them only where they are in office and may read it. */
  | {
      /** The person named for it; null where it is in words. */
      readonly owner: string | null;
      readonly of: Open | Ended;
      /** Those whose answer offered it, where the person named cannot be asked. */
      readonly offeredBy: readonly Recipient[];
      /** The IRO, where none of those can be asked either. */
      readonly atLast: readonly Recipient[];
      /** Nobody, where the person named can be asked. */
      readonly butOwner?: true;
    }
  /** Those of whom something is asked now and was not until then: they are none of those asked before, or could not read it. */
  | {
      readonly anew: readonly Recipient[];
      readonly askedBefore: readonly Recipient[];
      readonly as: Open | Ended;
      /** The dispute at moments at which each of the first of them can read it; left out where that is asked elsewhere. */
      readonly within?: readonly (Open | Ended)[];
    }
  /** The first of these of whom somebody is in office who may read it: those whose it is, and after them those to whom it falls. */
  | { readonly firstOf: readonly (readonly Recipient[])[]; readonly readableIn: Open | Ended };

export type Dated = Pick<NoticeLine, 'dueOn' | 'dueAt'>;

export const NO_DATE: Dated = { dueOn: null, dueAt: null };
/** The hour is said only where it is not the end of the day. */
export const dateSaid = ({ dueOn, dueAt }: Dated): Dated => ({
  ...{ dueOn, dueAt: dueOn === null || dueAt === endOfDay(dueOn) ? null : dueAt },
});
export const onDay = (day: LocalDate | null | undefined): Dated => ({ dueOn: day ?? null, dueAt: null });

/** An agreed action with those who hear of it. */
export interface ActionTold {
  readonly actionId: string;
  readonly to: readonly Recipient[];
}

/** The events that end a dispute which can be reopened. */
const ENDED_IT: readonly DisputeEvent['type'][] = ['DisputeResolved', 'StalemateRecorded', 'DisputeEndedOtherwise'];

/** Everybody whom the table can name of one dispute as it stands, and every date that a notice of it can speak of. */
export class Concerned {
  readonly matter: Matter;
  readonly isOpen: boolean;
  readonly protocol: Protocol;
  readonly round: Round;
  private readonly stage: Stage;

  /** @param before as it was before the act by which some of them are known; left out where nothing has happened */
  constructor(
    private readonly state: Open | Ended,
    private readonly protocols: ProtocolBook,
    private readonly before: DisputeState = notRaised,
  ) {
    this.matter = state.matter;
    this.isOpen = state.status === 'open';
    this.round = currentRound(this.matter);
    this.stage = stageOfRound(this.round, protocols);
    this.protocol = protocols.version(this.round.protocolVersion).protocol;
  }

  /** @param event by whose round or action some of them are known; left out where nothing has happened */
  of(whom: WhomOfDispute, event?: DisputeEvent): Recipient[] {
    switch (whom) {
      case 'still-to-answer':
        return this.isWaitedFor(this.round.number) ? this.answering(this.missing()) : [];
      case 'not-reached':
        return this.isWaitedFor(this.round.number) ? this.answering(this.notReached()) : [];
      case 'addressed':
        return this.answering([this.round.addressee]);
      case 'addressed-before':
        return this.matter.rounds.slice(-2, -1).flatMap((round) => this.answerersOf(round));
      case 'ever-asked':
        return this.everAsked();
      case 'answerers':
        return this.answerersOf(this.roundOf(event));
      case 'asked-before':
        return this.asBefore()?.askedOf() ?? [];
      case 'asked-for-time':
        return this.asBefore()?.askedForTime() ?? [];
      case 'owed-before':
        return this.asBefore()?.owing() ?? [];
      case 'owes-from-now-on':
      case 'owes-anew':
      case 'owes-what-is-withdrawn':
      case 'owes-until-then':
        return this.actionsTold(whom, event).flatMap(({ to }) => to);
      case 'answers-anew':
        return this.anew((dispute) => (dispute.isOpen ? dispute.of('still-to-answer') : []), event);
      case 'answers-more':
        return this.answersMore(event);
      case 'judges-anew':
        return this.anew((dispute) => dispute.of('asked-to-judge'), event);
      case 'grants-anew':
        return this.anew((dispute) => dispute.askedForTime(), event);
      case 'owes-no-more':
        return this.passedOn().flatMap(({ actionId }) => this.asBefore()?.postsThatOwe(actionId, []) ?? []);
      case 'redirected-from':
        return this.askedNoMore();
      case 'told-of-it':
        return this.toldOfIt(event);
      case 'told-of-its-end':
        return this.toldOfItsEnd();
      case 'followed-it':
        return this.followedIt();
      case 'knew-of-it':
        return this.knewOfIt();
      case 'copied':
        return this.posts([...this.stage.copyTo, ...this.stage.notifyOnly]);
      case 'copied-anew':
        return this.anew((dispute) => (dispute.isOpen ? dispute.of('copied') : []));
      case 'ever-copied':
        return [...this.of('copied'), ...this.matter.asked.flatMap((each) => this.posts(each.copiedTo ?? [], each))];
      case 'iro':
        return this.posts(['iro']);
      case 'holds-the-conversation':
      case 'held-the-conversation':
        return [];
      case 'other-iros-before':
        return this.otherIrosBefore();
      case 'whose-practice-it-is':
        return this.matter.subject.practiceOf === undefined ? [] : [{ person: this.matter.subject.practiceOf }];
      case 'other-iros':
        return this.otherIros();
      case 'referrer':
        return this.referrer();
      case 'iro-before':
        return this.iroBefore();
      case 'judges':
        return this.posts(['iro', ...judgesOf(stageOfRound(this.roundOf(event), this.protocols))]);
      case 'ever-judges':
        return this.everJudges();
      case 'judges-before':
        return this.judgesBefore();
      case 'judges-to-speak':
        return this.judgesToSpeak(this.roundOf(event));
      case 'asked-to-judge':
        return this.askedToJudge();
      case 'may-send-up':
        return this.posts(['iro', ...this.stage.escalatedBy]);
      case 'granters':
        return this.granters();
      case 'action-owner':
        return this.ownersOf(actionOf(event));
      case 'asked-to-read':
        return event !== undefined && 'person' in event.data ? [{ person: event.data.person! }] : [];
      case 'asked-in-vain':
        return 'matter' in this.before ? this.before.matter.requestsToRead.map(({ person }) => ({ person })) : [];
      case 'seated':
        return this.seatedIn(event);
      case 'iro-manager':
      case 'director':
      case 'information-governance':
        return this.posts([whom]).map((each) => ({ ...each, elseAboveIn: this.state }));
    }
  }

  /** The person who is to do it; else those whose answer offered it; else the IRO who holds the dispute. */
  ownersOf(actionId: string | null): Recipient[] {
    const action = this.action(actionId);
    if (action === undefined) return [];
    const offeredBy = this.addressees(action.askedOf);
    return [{ owner: action.person ?? null, of: this.state, offeredBy, atLast: this.posts(['iro']) }];
  }

  /** The same but for the person named, who was to do it before and still is. */
  postsThatOwe(actionId: string, atLast: readonly Recipient[] = this.posts(['iro'])): Recipient[] {
    return this.ownersOf(actionId).map((to) => ('owner' in to ? { ...to, atLast, butOwner: true } : to));
  }

  /** Each action of which others hear that it is theirs to do, with those who do. */
  actionsTold(whom: WhomOfActions, event?: DisputeEvent): ActionTold[] {
    if (whom === 'owes-what-is-withdrawn') return this.withdrawnBy(event);
    if (whom === 'owes-until-then') return this.owedByOthers();
    return whom === 'owes-from-now-on'
      ? this.passedOn().map(({ actionId }) => ({ actionId, to: this.postsThatOwe(actionId) }))
      : this.toDo().map(({ actionId }) => ({
          actionId,
          to: this.anew(
            (dispute) => (dispute.toDo().some((each) => each.actionId === actionId) ? dispute.ownersOf(actionId) : []),
            event,
          ),
        }));
  }

  /** The actions that are outstanding as before, with those who were to do them until then and are not any more. */
  private owedByOthers(): ActionTold[] {
    const before = this.asBefore();
    if (before === undefined || isFrozen(before.matter) || isFrozen(this.matter)) return [];
    return before.toDo().map(({ actionId }) => {
      const [until, still] = [before.ownersOf(actionId), this.ownersOf(actionId)];
      return {
        actionId,
        to: [{ anew: until, askedBefore: still, as: this.state, within: [before.state, this.state] }],
      };
    });
  }

  private withdrawnBy(event: DisputeEvent | undefined): ActionTold[] {
    const withdrawn = event?.type === 'AnswerRejected' ? (event.data.actionsWithdrawn ?? []) : [];
    return withdrawn.map((actionId) => ({ actionId, to: this.asBefore()?.ownersOf(actionId) ?? [] }));
  }

  /** The posts that must act where something has fallen to others because nobody holds them. @param what the work that has fallen to them */
  postsAskedFor(what: string): Extract<Recipient, { post: PostKind }>[] {
    const granters = this.posts(grantersInTurn(this.protocol.extensions.grantedBy)[0] ?? []);
    const answering = isAnswered(this.round) ? this.posts(judgesOf(this.stage)) : this.of('still-to-answer');
    const asked: { readonly [what: string]: readonly Recipient[] } = {
      'fill-vacancy': [...answering, ...(this.round.extensionAsked === null ? [] : granters)],
      'decide-extension': granters,
      'answer-request-to-read': this.posts(['iro-manager']),
    };
    return (asked[what] ?? []).flatMap((each) => ('post' in each ? [each] : []));
  }

  action(actionId: string | null): AgreedAction | undefined {
    return this.matter.actions.find((each) => each.actionId === actionId);
  }

  /** An answer is asked at the stage that runs, and has not come. */
  get asksForAnAnswer(): boolean {
    return this.stage.needs !== 'report-only' && this.isWaitedFor(this.round.number);
  }

  get onlyReports(): boolean {
    return this.stage.needs === 'report-only';
  }

  /** Whether this is the round that runs, and its answer is still to come and still wanted. */
  isWaitedFor(number: number): boolean {
    const { metAt, overAt } = answerDate(this.round, this.matter);
    return number === this.round.number && metAt === null && overAt === null;
  }

  isAnswered(event: DisputeEvent): boolean {
    return isAnswered(this.roundOf(event));
  }

  /** Above the stage that runs there is another, to which the program can send it. */
  get canGoUp(): boolean {
    const { stages = [] } = ladderIn(this.protocol, this.round.ladder) ?? {};
    return this.round.stage > 0 && stages.some(({ number }) => number > this.round.stage);
  }

  /** By when the round that runs is to be answered: a day, or an hour of it. */
  answerDate(): Dated {
    return dateSaid(this.round.deadline ?? NO_DATE);
  }

  /** Words that are no date ("ASAP") are left where they were written. */
  actionDate(actionId: string | null): Dated {
    const by = this.action(actionId)?.by ?? null;
    return onDay(isLocalDate(by) ? by : null);
  }

  /** Of siblings: one IRO holds it, and theirs may be with several. */
  private otherIros(): Recipient[] {
    const { heldBy, subject } = this.matter;
    return subject.children.length < 2 ? [] : [{ irosOf: subject.children, besides: heldBy }];
  }

  /** Those of children who were taken out of it, but for the IRO who holds it now. */
  private otherIrosBefore(): Recipient[] {
    const { children: until = [] } = this.asBefore()?.matter.subject ?? {};
    const { heldBy, subject } = this.matter;
    const gone = until.filter((child) => !subject.children.includes(child));
    return gone.length === 0 ? [] : [{ irosOf: gone, besides: heldBy }];
  }

  /** The IRO who sent it and has a child whom it is about: of siblings another than holds it; so where it is about their own practice. */
  private referrer(): Recipient[] {
    const { heldBy, subject, referrals } = this.matter;
    // One that was taken back is not there any more.
    const before = 'matter' in this.before ? this.before.matter.referrals : [];
    const only = (before.length > referrals.length ? before : referrals).at(-1)?.by;
    return only === undefined ? [] : [{ irosOf: subject.children, besides: heldBy, only }];
  }

  private iroBefore(): Recipient[] {
    const held = 'matter' in this.before ? this.before.matter.heldBy : null;
    return held === null || held === this.matter.heldBy ? [] : [{ person: held }];
  }

  /** Those who sit in the meeting on whose agenda it was put, or from whose agenda it was taken. */
  private seatedIn(event: DisputeEvent | undefined): Recipient[] {
    if (event?.type !== 'TabledForChallenge' && event?.type !== 'TakenOffAgenda') return [];
    const { posts = [], people = [] } =
      this.matter.tabled.findLast(({ meeting }) => meeting === event.data.meeting) ?? {};
    return [...this.posts(posts, this.matter.subject), ...people.map((person) => ({ person }))];
  }

  private judgesBefore(): Recipient[] {
    return this.asBefore()?.of('judges') ?? [];
  }

  /** As it stood before the act: about other children perhaps, whose workers are others. */
  private asBefore(): Concerned | undefined {
    return this.before.status === 'open' || this.before.status === 'ended'
      ? new Concerned(this.before, this.protocols)
      : undefined;
  }

  /** Those of whom something is asked beside its actions: an answer, a judgement, more time, or to follow their referral to Cafcass. */
  private askedOf(): Recipient[] {
    const judged = this.isOpen && isAnswered(this.round) ? this.judgesToSpeak(this.round) : [];
    const referred = referralWithCafcass(this.matter) === null ? [] : this.referrer();
    return [...this.of('still-to-answer'), ...judged, ...this.askedForTime(), ...referred];
  }

  /** Those who are to decide about more time; once it is on record that the date has passed, they have heard that they are not. */
  private askedForTime(): Recipient[] {
    return this.isAskedForTime() ? this.granters() : [];
  }

  isAskedForTime(): boolean {
    const { extensionAsked, passed } = this.round;
    return this.isOpen && extensionAsked !== null && !passed.answer;
  }

  /** The actions that are outstanding and that are for the posts of another team than before. */
  passedOn(): AgreedAction[] {
    const before = this.asBefore()?.matter.actions ?? [];
    const wasAskedOf = (actionId: string): Addressee | undefined =>
      before.find((each) => each.actionId === actionId)?.askedOf;
    return this.matter.actions.filter(({ actionId, askedOf, doneOn }) => {
      const asked = wasAskedOf(actionId);
      return doneOn === null && asked !== undefined && !isAskedOf(asked, askedOf);
    });
  }

  /** The actions that are outstanding: none of what was withdrawn, or is void. */
  toDo(): AgreedAction[] {
    const { status } = this.state;
    if (status === 'ended' && (this.state.ending === 'withdrawn' || this.state.ending === 'voided')) return [];
    return this.matter.actions.filter(({ doneOn }) => doneOn === null);
  }

  /** Those who are to do an action that is outstanding. */
  private owing(): Recipient[] {
    return this.toDo().flatMap(({ actionId }) => this.ownersOf(actionId));
  }

  /** Of whom something is asked now and was not before the act; while it is set aside nobody is asked anything. */
  private anew(askedIn: (dispute: Concerned) => Recipient[], event?: DisputeEvent): Recipient[] {
    const anew = isFrozen(this.matter) ? [] : askedIn(this);
    const before = this.asBefore();
    if (anew.length === 0 || before === undefined) return anew;
    const askedBefore = isFrozen(before.matter) ? [] : askedIn(before);
    // By a list of readers something is asked anew of those on it alone: whoever is left off it hears that nothing is.
    const within = event?.type === 'DisputeRestricted' ? { within: [this.state] } : {};
    return [{ anew, askedBefore, as: before.state, ...within }];
  }

  /** Of siblings of several teams, the posts of the team that was asked already and takes over the part of another. */
  private answersMore(event: DisputeEvent | undefined): Recipient[] {
    if (event?.type !== 'DisputeRedirected' || !this.isWaitedFor(this.round.number)) return [];
    return this.answering(this.missing().filter(({ team }) => team === event.data.joins));
  }

  /** Those who had to answer until then and need not any more; of siblings of several teams the others go on having to. */
  private askedNoMore(): Recipient[] {
    const before = this.asBefore();
    const until = before?.of('still-to-answer') ?? [];
    const still = this.isOpen ? this.of('still-to-answer') : [];
    if (before === undefined || until.length === 0 || still.length === 0) return until;
    return [{ anew: until, askedBefore: still, as: this.state, within: [before.state, this.state] }];
  }

  /** Those to whom the table sends what is taken back, as it stood then. */
  private toldOfIt(event: DisputeEvent | undefined): Recipient[] {
    const before = this.asBefore();
    if (before === undefined || event?.type !== 'EntryTakenBack') return [];
    const { story = [] } = this.before;
    const taken = event.data.revisions.flatMap((revision) => story[revision] ?? []);
    return taken.flatMap((each) => tellsOf('dispute', each.type).flatMap(({ to }) => before.of(to, each)));
  }

  /** Those to whom the table sent that it had ended. */
  private toldOfItsEnd(): Recipient[] {
    const { story = [] } = this.before;
    const end = story.findLastIndex(({ type }) => ENDED_IT.includes(type));
    if (end === -1 || !('matter' in this.before)) return [];
    const untilThen = story.slice(0, end).reduce(evolve, notRaised);
    const ended = new Concerned(this.before, this.protocols, untilThen);
    return tellsOf('dispute', story[end]!.type).flatMap(({ to }) => ended.of(to, story[end]));
  }

  /** Those who do not work on it, and to whom the table sent something of it until then. */
  private followedIt(): Recipient[] {
    const { story = [] } = this.before;
    const leaders = ['iro-manager', 'director'] as const;
    return leaders
      .filter((leader) => story.some(({ type }) => tellsOf('dispute', type).some(({ to }) => to === leader)))
      .flatMap((leader) => this.of(leader));
  }

  /** Where some of the siblings stay, those who are asked about these know that it is about them. */
  private knewOfIt(): Recipient[] {
    const before = this.asBefore();
    if (before === undefined) return [];
    const knew = [...before.of('ever-asked'), ...before.of('ever-copied')];
    const stays = before.matter.subject.children.some((child) => this.matter.subject.children.includes(child));
    return stays ? [{ anew: knew, askedBefore: this.of('addressed'), as: this.state }] : knew;
  }

  private granters(): Recipient[] {
    const [named = [], ...others] = grantersInTurn(this.protocol.extensions.grantedBy).map((kinds) =>
      this.posts(kinds),
    );
    return others.length === 0 ? named : [{ firstOf: [named, ...others], readableIn: this.state }];
  }

  /** The judges whose word is awaited on the answer that waits for one. */
  private askedToJudge(): Recipient[] {
    const judged = this.isOpen ? roundToJudge(this.matter) : undefined;
    return judged === undefined ? [] : this.judgesToSpeak(judged);
  }

  private judgesToSpeak(round: Round): Recipient[] {
    return this.posts(judgesStillToSpeak(round, stageOfRound(round, this.protocols)), round.addressee);
  }

  /** The round that the event speaks of; the one that runs, where it speaks of none. */
  private roundOf(event: DisputeEvent | undefined): Round {
    const number = event !== undefined && 'round' in event.data ? event.data.round : this.round.number;
    return this.matter.rounds[number - 1] ?? this.round;
  }

  /** The posts, and the person who is named to answer in place of their holders. */
  private addressees({ person, ...addressee }: Addressee): Recipient[] {
    return [...this.posts(addressee.posts, addressee), ...(person === undefined ? [] : [{ person }])];
  }

  /** Those whose answer a round has, as they were asked when it came; and those who are asked still, where some have not answered. */
  private answerersOf(round: Round): Recipient[] {
    const answered = round.answers.flatMap(({ askedOf }) => this.addressees(askedOf));
    return isAnswered(round) ? answered : [...answered, ...this.addressees(round.addressee)];
  }

  /** Whoever was to judge an answer, at whichever stage, and those who would have judged the one that was still to come. */
  private everJudges(): Recipient[] {
    const rounds = this.matter.rounds.filter((each) => each === this.round || isAnswered(each));
    const judges = rounds.flatMap((each) =>
      this.posts(['iro', ...judgesOf(stageOfRound(each, this.protocols))], each.addressee),
    );
    return [...new Map(judges.map((each) => [JSON.stringify(each), each])).values()];
  }

  private everAsked(): Recipient[] {
    const { asked, rounds } = this.matter;
    const everybody = [
      ...asked.flatMap((each) => this.addressees(each)),
      ...rounds.flatMap((each) => this.answerersOf(each)),
    ];
    return [...new Map(everybody.map((each) => [JSON.stringify(each), each])).values()];
  }

  /** Those asked; where a restriction keeps them out, the one who is named to answer instead. */
  private answering(asked: readonly Pick<Addressee, 'team' | 'alsoTeams' | 'posts'>[]): Recipient[] {
    const { person } = this.round.addressee;
    if (person === undefined) return asked.flatMap((each) => this.posts(each.posts, each));
    return asked.length === 0 ? [] : [{ person }];
  }

  /** Each team of those asked whose answer is still to come. */
  private missing(): Pick<Addressee, 'team' | 'posts'>[] {
    return stillToAnswer(this.round, this.stage).map(({ team, posts }) => ({ team, posts: [...posts] }));
  }

  /** Those of them who have not said either that it has reached them. */
  private notReached(): Pick<Addressee, 'team' | 'posts'>[] {
    const teams = this.round.acknowledgedAt === null ? teamsNotReached(this.round) : [];
    return this.missing().filter(({ team }) => teams.includes(team));
  }

  posts(
    posts: readonly PostKind[],
    addressee: Pick<Addressee, 'team' | 'alsoTeams'> = this.round.addressee,
  ): Recipient[] {
    return teamsAsked(addressee).flatMap((team, index) => this.postsOf(posts, team, index === 0));
  }

  /** @param isFirst a person who is asked once, whichever the team, is asked with the first */
  private postsOf(posts: readonly PostKind[], team: string | null, isFirst: boolean): Recipient[] {
    const forTeam = team ?? this.matter.subject.team;
    return [...new Set(seatsOf(posts))].flatMap((post): Recipient[] => {
      if (post === 'social-worker') return [{ post, team: forTeam, children: this.matter.subject.children }];
      if (post !== 'iro') return [{ post, team: forTeam }];
      return this.matter.heldBy === null || !isFirst ? [] : [{ person: this.matter.heldBy, holds: true }];
    });
  }
}

/** `A1`, `A2`, … where the event is about an agreed action. */
export const actionOf = (event: DisputeEvent | undefined): string | null => {
  if (event?.type === 'ActionAgreed') return event.data.action.actionId;
  return event !== undefined && 'actionId' in event.data ? event.data.actionId : null;
};
