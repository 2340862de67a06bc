import type { TokenEvent } from '../access/tokens/events.js';
import type { AcknowledgementEvent } from '../acknowledgements/events.js';
import { acknowledgementDecider } from '../acknowledgements/acknowledgement.js';
import type { Instant } from '../calendar/calendar.js';
import { ADULT, dayOfAge, londonDate } from '../calendar/dates.js';
import { caseloadDecider } from '../caseload/caseload.js';
import type { CaseloadEvent } from '../caseload/events.js';
import type { ChallengeMeetingEvent } from '../challenge/events.js';
import { challengeMeetingDecider } from '../challenge/meeting/decide.js';
import type { Directory } from '../directory/directory.js';
import { begunBy, careCorrectedBy, childDecider, type ChildState, comingOfAgeCorrectedBy } from '../directory/child.js';
import type { ChildEvent, CoverEvent, PersonEvent, TeamEvent } from '../directory/events.js';
import { personDecider } from '../directory/person.js';
import { teamDecider } from '../directory/team.js';
import { continuedAs } from '../disputes/continued-as.js';
import { disputeDecider } from '../disputes/decide.js';
import { type DisputeState, isConversation, isFrozen } from '../disputes/dispute.js';
import type { DisputeEvent } from '../disputes/events.js';
import { isToBeSetAside } from '../disputes/set-aside.js';
import type { Recorded } from '../platform/decider.js';
import { categoryOf, type EventStore, type RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { wordsOn } from '../protocol/words-now.js';
import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import { recommendationsDecider } from '../reviews/recommendations/recommendations.js';
import type { ReviewEvent } from '../reviews/events.js';
import type { RoleProposalEvent } from '../roles/events.js';
import { proposalDecider } from '../roles/proposal.js';
import { mayHearOf } from './audience.js';
import { Concerned } from './concerned.js';
import { isAskedOfManagers } from './asked-of-managers.js';
import {
  disputesGoingOn,
  disputesOfTheChild,
  disputesWorkedOn,
  endedByAMistake,
  openDisputesOf,
} from './end-of-care.js';
import type { NoticeLine } from './events.js';
import { folded } from './folded.js';
import { isRoutine } from './kinds.js';
import { type Addressed, addressedTo, everybodyAddressed, withinRestriction } from './recipients.js';
import { tellsOf } from './table/table.js';
import { toldOfAcknowledgement, withinReach } from './told-of-acknowledgements.js';
import { toldOfCaseload } from './told-of-caseloads.js';
import { putsTheEndOfCareRight, teamUntil, toldOfChild } from './told-of-children.js';
import { CONVERSATION, toldOfConversation } from './told-of-conversations.js';
import { toldOfPerson, toldOfTeam } from './told-of-directory.js';
import { toldOfMeeting } from './told-of-meetings.js';
import { toldOfCover, toldOfReview, toldOfToken } from './told-of-people.js';
import { toldOfRecommendations, toldOfRecommendationsOf } from './told-of-recommendations.js';
import type { PublishedReportEvent } from '../reports/publishing/events.js';
import { publishedReportDecider } from '../reports/publishing/published-report.js';
import { accountDecider } from '../sign-in/accounts/account.js';
import type { AccountEvent } from '../sign-in/accounts/events.js';
import { toldOfAccount } from './told-of-accounts.js';
import { toldOfReport } from './told-of-reports.js';
import { toldOfRole } from './told-of-roles.js';
import { namedBy, toldOfAnotherWorker } from './told-of-workers.js';
import {
  lineOf,
  type OfCare,
  toldInAnothersName,
  toldOfAMistakenEnding,
  toldOfDispute,
  toldOfTheEndOfCare,
  type Wanted,
} from './who-is-told.js';
import { maySeeToIt } from '../work/matters-of-meetings.js';
import { Office } from '../work/office.js';
import { isKeptByDeath } from './within-death.js';

export interface AddressedParts {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly protocols: ProtocolLibrary;
}

/** The program itself, when it tells people. */
export const OUTBOX = { person: 'outbox', post: null, role: null } as const;

type ByCategory = Readonly<Record<string, (event: RecordedEvent) => Promise<Addressed[]>>>;

/** To whom the notices go that one event of the log gives rise to: the table, and the directory as it is on the day. */
export class AddressedOfEvents {
  /** @param began the moment before which whatever fell due is told to nobody */
  constructor(
    private readonly parts: AddressedParts,
    private readonly began: Instant,
  ) {}

  async of(event: RecordedEvent): Promise<Addressed[]> {
    return (await this.byCategory[categoryOf(event.stream)]?.(event)) ?? [];
  }

  /** Whether anybody can be told of what happens in a stream: of the others nothing need be read. */
  knows(event: RecordedEvent): boolean {
    return categoryOf(event.stream) in this.byCategory;
  }

  /** By the category of the stream; the rows of every other say that nobody is told. */
  private readonly byCategory: ByCategory = {
    dispute: (event) => this.ofDispute(event),
    legalAdvice: async (event) =>
      this.to(await this.inAnothersName(event, { about: idIn(event), called: 'record' }), event),
    acknowledgement: (event) => this.ofAcknowledgement(event),
    recommendations: (event) => this.ofRecommendations(event),
    review: (event) => this.ofReview(event),
    challengeMeeting: (event) => this.ofMeeting(event),
    roleProposal: (event) => this.ofRole(event),
    account: (event) => this.ofAccount(event),
    caseload: (event) => this.ofCaseload(event),
    cover: (event) => this.to(toldOfCover(event as unknown as CoverEvent, idIn(event)), event),
    token: (event) => this.ofToken(event),
    child: (event) => this.ofChild(event),
    team: (event) => this.ofTeam(event),
    person: (event) => this.ofPerson(event),
    publishedReport: (event) => this.ofReport(event),
  };

  private async ofDispute(event: RecordedEvent): Promise<Addressed[]> {
    const history = await this.parts.store.read(event.stream);
    const { commandId } = event.metadata;
    const act = history.filter((each) => each.metadata.commandId === commandId);
    const state = folded(disputeDecider, history.slice(0, act.at(-1)!.revision + 1));
    const before = folded(disputeDecider, history.slice(0, act[0]!.revision));
    const protocols = await this.parts.protocols.current();
    const { actor } = event.metadata;
    const situation = { state, before, protocols, actor: actor.person, began: this.began };
    const its = event as unknown as DisputeEvent;
    const wanted = isConversation(state)
      ? toldOfConversation(its, { ...situation, reference: idIn(event) }, state)
      : toldOfDispute(its, { ...situation, act: act.map(({ type }) => type) });
    const round = 'matter' in state ? state.matter.rounds.at(-1)! : null;
    // So far perhaps only a conversation, which no protocol names.
    const called = round && wordsOn(protocols.version(round.protocolVersion).protocol, round.ladder).dispute;
    const inName = await this.inAnothersName(event, { about: idIn(event), called: called ?? CONVERSATION });
    if (wanted.length + inName.length === 0) return [];
    const { directory } = this.parts;
    const on = londonDate(event.recordedAt);
    // Whoever acts in the name of the IRO with whom a conversation is has told that by it.
    const all = isConversation(state) ? [...inName, ...wanted] : [...wanted, ...inName];
    const addressed = everybodyAddressed(all, actor.person, directory, on);
    // A child has died, and the dispute has not yet been frozen for it: what is routine stops at once all the same.
    const routineToo = !('matter' in state && isToBeSetAside(state, directory));
    const office = new Office(directory, on);
    const readable = withinRestriction(addressed, state, before).filter(
      (each) => mayHearOf(each, [state, before], office) && !isKeptByDeath(each, state, directory, event.recordedAt),
    );
    const formal = continuedAs(state, history);
    // An informal dispute is hidden together with the formal one that continues it.
    const inBoth = formal === null ? readable : withinRestriction(readable, await this.stateOf(formal));
    const told = inBoth.filter(({ kind }) => routineToo || !isRoutine(kind));
    return isMarkedUrgent(history) ? told.map((each) => ({ ...each, isUrgent: true })) : told;
  }

  private async stateOf(reference: string): Promise<DisputeState> {
    return folded(disputeDecider, await this.parts.store.read(`dispute-${reference}`));
  }

  private async ofAcknowledgement(event: RecordedEvent): Promise<Addressed[]> {
    const history = await this.parts.store.read(event.stream);
    const before = folded(acknowledgementDecider, history.slice(0, event.revision));
    const after = folded(acknowledgementDecider, history.slice(0, event.revision + 1));
    const given = after.status === 'given' ? after : before;
    if (given.status !== 'given') return [];
    const { words } = (await this.parts.protocols.current()).version(given.protocolVersion).protocol;
    const wanted = toldOfAcknowledgement(
      event as unknown as AcknowledgementEvent,
      before,
      after,
      words.acknowledgement,
      this.parts.directory,
      londonDate(event.recordedAt),
    );
    const about = { about: given.reference, called: words.acknowledgement };
    const addressed = await this.to([...wanted, ...(await this.inAnothersName(event, about))], event);
    const office = new Office(this.parts.directory, londonDate(event.recordedAt));
    return withinReach(addressed, history.slice(0, event.revision + 1), given, office);
  }

  private async ofRecommendations(event: RecordedEvent): Promise<Addressed[]> {
    const state = folded(recommendationsDecider, await this.upTo(event))!;
    const iro = this.parts.directory.child(state.child, londonDate(event.recordedAt))?.iro ?? state.iro;
    const wanted = toldOfRecommendations(event as unknown as RecommendationsEvent, state, iro);
    const about = { about: state.reference, called: 'review’s recommendations' };
    return this.to([...wanted, ...(await this.inAnothersNameUnlessRaised(event, about))], event);
  }

  private async ofReview(event: RecordedEvent): Promise<Addressed[]> {
    const reference = idIn(event);
    const wanted = toldOfReview(event as unknown as ReviewEvent, reference);
    const inName = await this.inAnothersNameUnlessRaised(event, { about: reference, called: 'check' });
    return this.to([...wanted, ...inName], event);
  }

  private async ofReport(event: RecordedEvent): Promise<Addressed[]> {
    if (tellsOf('publishedReport', event.type).length === 0) return [];
    const history = await this.upTo(event);
    const around = {
      before: folded(publishedReportDecider, history.slice(0, -1)),
      after: folded(publishedReportDecider, history),
      office: new Office(this.parts.directory, londonDate(event.recordedAt)),
    };
    return this.to(toldOfReport(event as unknown as PublishedReportEvent, idIn(event), around), event);
  }

  private async ofMeeting(event: RecordedEvent): Promise<Addressed[]> {
    if (tellsOf('challengeMeeting', event.type).length === 0) return [];
    const history = await this.upTo(event);
    const meeting = folded(challengeMeetingDecider, history);
    if (meeting.status === 'not-arranged') return [];
    const before = folded(challengeMeetingDecider, history.slice(0, -1));
    const known = before.status === 'not-arranged' ? meeting : before;
    const office = new Office(this.parts.directory, londonDate(event.recordedAt));
    const isAsked = (person: string): boolean => maySeeToIt(person, office);
    return this.to(toldOfMeeting(event as unknown as ChallengeMeetingEvent, meeting, known, isAsked), event);
  }

  /** A person who acted is told as well: somebody else may have acted in their name. */
  private async ofRole(event: RecordedEvent): Promise<Addressed[]> {
    const state = folded(proposalDecider, await this.upTo(event))!;
    const { directory } = this.parts;
    const on = londonDate(event.recordedAt);
    const { person } = event.metadata.actor;
    const wanted = toldOfRole(event as unknown as RoleProposalEvent, state, person, directory, on);
    return addressedTo(wanted, OUTBOX.person, directory, on);
  }

  /** A person who acted is told as well, as of a role. */
  private async ofAccount(event: RecordedEvent): Promise<Addressed[]> {
    const before = folded(accountDecider, (await this.parts.store.read(event.stream)).slice(0, event.revision));
    const { directory } = this.parts;
    const on = londonDate(event.recordedAt);
    const about = { before, actor: event.metadata.actor.person, directory, on };
    const wanted = toldOfAccount(event as unknown as AccountEvent, idIn(event), about);
    return addressedTo(wanted, OUTBOX.person, directory, on);
  }

  private async ofCaseload(event: RecordedEvent): Promise<Addressed[]> {
    const state = folded(caseloadDecider, await this.upTo(event))!;
    return this.to(toldOfCaseload(event as unknown as CaseloadEvent, state), event);
  }

  private async ofToken(event: RecordedEvent): Promise<Addressed[]> {
    const [created] = (await this.parts.store.read(event.stream)) as unknown as readonly Recorded<TokenEvent>[];
    const holder = created?.type === 'TokenCreated' ? created.data.holder : undefined;
    const person = holder?.kind === 'person' ? holder.person : null;
    return this.to(toldOfToken(event as unknown as TokenEvent, idIn(event), person), event);
  }

  private async ofChild(event: RecordedEvent): Promise<Addressed[]> {
    const child = event as unknown as ChildEvent;
    const before = folded(childDecider, (await this.upTo(event)).slice(0, -1));
    const inDisputes = [
      ...(await this.ofItsDisputes(child, before, event)),
      ...(await this.ofMistakenEndings(child, before, event)),
    ];
    const { readModels } = this.parts;
    const worked = disputesWorkedOn(readModels, idIn(event));
    const on = londonDate(event.recordedAt);
    const around = {
      worked,
      iroManagers: this.parts.directory.postsFor('iro-manager', null, on).flatMap(({ person }) => person ?? []),
      isBySomebody: event.metadata.actor.role !== null,
      birthdaysToldFrom: londonDate(this.began),
      isAskedOfManagers:
        child.type === 'ChildAllocated' &&
        (await isAskedOfManagers(this.parts, idIn(event), teamUntil(child, before), event)),
    };
    const wanted = toldOfChild(child, before, { ...around, on });
    const hear = inDisputes.map(({ person }) => person);
    const ofTheChild = await this.to(wanted, event);
    const ofSiblings = child.type === 'ChildAllocated' ? await this.toTheIroOfASibling(child, before, event) : [];
    return [...ofSiblings, ...inDisputes, ...ofTheChild.filter(({ person }) => !hear.includes(person))];
  }

  /**
   * An IRO to whom one of several children comes reads what is open about them all and stays with another: that is told as if they had had the
   * child when it was raised. What goes to them with the child is handed over.
   */
  private async toTheIroOfASibling(
    { data: { iro, from } }: Extract<ChildEvent, { type: 'ChildAllocated' }>,
    before: ChildState | null,
    event: RecordedEvent,
  ): Promise<Addressed[]> {
    const { readModels, store, directory, protocols } = this.parts;
    const [child, on] = [idIn(event), londonDate(event.recordedAt)];
    const had = begunBy(before?.allocations ?? [], from).at(-1)?.iro ?? null;
    if (iro === null || iro === had || (from !== null && from > on)) return [];
    const told: Addressed[] = [];
    for (const reference of openDisputesOf(readModels, child)) {
      const state = folded(disputeDecider, await store.read(`dispute-${reference}`));
      if (state.status !== 'open' || isFrozen(state.matter) || isToBeSetAside(state, directory)) continue;
      const { heldBy, subject } = state.matter;
      const iros = subject.children.filter((each) => each !== child).map((each) => directory.child(each, on)?.iro);
      if (heldBy === null || heldBy === iro || !iros.includes(heldBy) || iros.includes(iro)) continue;
      const dispute = new Concerned(state, await protocols.current());
      const wanted = tellsOf('child', event.type as 'ChildAllocated')
        .filter(({ to }) => to === 'iro-of-the-sibling')
        .map(({ notice }) => ({ ...lineOf(notice, dispute), to: { irosOf: [child], besides: heldBy, only: iro } }));
      told.push(...withinRestriction(await this.to(wanted, event), state));
    }
    return told;
  }

  /** Of each dispute about the child, and of recommendations, that ask something else by it. */
  private async ofItsDisputes(
    child: ChildEvent,
    before: ChildState | null,
    event: RecordedEvent,
  ): Promise<Addressed[]> {
    switch (child.type) {
      case 'ChildLeftCare':
        return this.toIrosWhoDecide(event);
      case 'ChildCameBackIntoCare':
        return this.toIrosWhoDecideNoMore(event);
      case 'ChildDetailsCompleted': {
        const on = londonDate(event.recordedAt);
        const care = careCorrectedBy(child, before, on);
        const age = comingOfAgeCorrectedBy(child, before, on);
        if (care === 'over') return this.toIrosWhoDecide(event);
        if (care === 'goes-on' || age === 'is-not') return this.toIrosWhoDecideNoMore(event);
        return age === 'is-18' ? this.toIrosWhoDecideAt18(child, event) : [];
      }
      case 'ChildDied':
      case 'ChildDeathTakenBack':
        return this.toThoseAskedAbout(child, event);
      case 'SocialWorkerNamed': {
        const named = namedBy(child.data, idIn(event), before, londonDate(event.recordedAt));
        const told = named === undefined ? [] : await toldOfAnotherWorker(named, this.parts);
        return told.filter(({ person }) => person !== event.metadata.actor.person);
      }
      default:
        return [];
    }
  }

  /** Of the recommendations about a child that wait for an answer. The day of a death that is put right is no news. */
  private async toThoseAskedAbout(
    child: Extract<ChildEvent, { type: 'ChildDied' | 'ChildDeathTakenBack' }>,
    event: RecordedEvent,
  ): Promise<Addressed[]> {
    const before = folded(childDecider, (await this.upTo(event)).slice(0, -1));
    if (child.type === 'ChildDied' && before?.diedOn != null) return [];
    const sent = this.parts.readModels.all<{ reference: string }>(
      `SELECT reference FROM recommendations WHERE child = :child AND standing = 'awaiting-answer' ORDER BY reference`,
      { child: idIn(event) },
    );
    const wanted: Wanted[] = [];
    for (const { reference } of sent) {
      const state = folded(recommendationsDecider, await this.parts.store.read(`recommendations-${reference}`));
      if (state !== null) wanted.push(...toldOfRecommendationsOf(child, state));
    }
    return this.to(wanted, event);
  }

  /**
   * Of the disputes that ended because of what this puts right. One that a death had set aside until it was taken back is told of with what
   * is taken back in it.
   */
  private async ofMistakenEndings(
    child: ChildEvent,
    before: ChildState | null,
    event: RecordedEvent,
  ): Promise<Addressed[]> {
    if (!putsTheEndOfCareRight(child, before)) return [];
    const told: Addressed[] = [];
    for (const reference of endedByAMistake(this.parts.readModels, idIn(event))) {
      const state = folded(disputeDecider, await this.parts.store.read(`dispute-${reference}`));
      if (child.type === 'ChildDeathTakenBack' && !wasLetGoOn(state)) continue;
      const wanted = toldOfAMistakenEnding(state, await this.parts.protocols.current());
      told.push(...withinRestriction(await this.to(wanted, event), state));
    }
    return told;
  }

  private toIrosWhoDecide(event: RecordedEvent): Promise<Addressed[]> {
    const today = londonDate(event.recordedAt);
    const references = disputesOfTheChild(this.parts.readModels, idIn(event), today, 'left-care');
    return this.toIrosOf(references, 'child-left-care', event);
  }

  /** A birthday since people are told of birthdays is told by the sweep, also where it is known only by a correction. */
  private toIrosWhoDecideAt18(
    { data: { bornOn } }: Extract<ChildEvent, { type: 'ChildDetailsCompleted' }>,
    event: RecordedEvent,
  ): Promise<Addressed[]> {
    const isToldBySweep = bornOn === null || dayOfAge(bornOn, ADULT) >= londonDate(this.began);
    const today = londonDate(event.recordedAt);
    const references = isToldBySweep ? [] : disputesOfTheChild(this.parts.readModels, idIn(event), today, 'turned-18');
    return this.toIrosOf(references, 'child-turned-18', event);
  }

  private toIrosWhoDecideNoMore(event: RecordedEvent): Promise<Addressed[]> {
    const references = disputesGoingOn(this.parts.readModels, idIn(event), event.recordedAt);
    return this.toIrosOf(references, 'child-back-in-care', event);
  }

  private async toIrosOf(references: readonly string[], kind: OfCare, event: RecordedEvent): Promise<Addressed[]> {
    const told: Addressed[] = [];
    for (const reference of references) {
      const state = folded(disputeDecider, await this.parts.store.read(`dispute-${reference}`));
      const protocols = await this.parts.protocols.current();
      const wanted = toldOfTheEndOfCare(kind, state, protocols);
      told.push(...withinRestriction(await this.to(wanted, event), state));
    }
    return told;
  }

  private async ofTeam(event: RecordedEvent): Promise<Addressed[]> {
    const before = folded(teamDecider, (await this.upTo(event)).slice(0, -1));
    const { role } = event.metadata.actor;
    const on = londonDate(event.recordedAt);
    return this.to(toldOfTeam(event as unknown as TeamEvent, before, role, this.parts.directory, on), event);
  }

  /** A person who acted is told as well: somebody else may have acted in their name. */
  private async ofPerson(event: RecordedEvent): Promise<Addressed[]> {
    const before = folded(personDecider, (await this.upTo(event)).slice(0, -1));
    const wanted = toldOfPerson(event as unknown as PersonEvent, idIn(event), before);
    return addressedTo(wanted, OUTBOX.person, this.parts.directory, londonDate(event.recordedAt));
  }

  /** Once for each act, with the first of its events. */
  private async inAnothersName(event: RecordedEvent, about: Pick<NoticeLine, 'about' | 'called'>): Promise<Wanted[]> {
    const inName = toldInAnothersName(event, about);
    if (inName.length === 0) return [];
    const first = (await this.upTo(event)).find(({ metadata }) => metadata.commandId === event.metadata.commandId);
    return first?.id === event.id ? inName : [];
  }

  /** That a dispute was raised from a record is told with the dispute. */
  private async inAnothersNameUnlessRaised(
    event: RecordedEvent,
    about: Pick<NoticeLine, 'about' | 'called'>,
  ): Promise<Wanted[]> {
    return TOLD_WITH_THE_DISPUTE.includes(event.type) ? [] : this.inAnothersName(event, about);
  }

  private async upTo({ stream, revision }: RecordedEvent): Promise<RecordedEvent[]> {
    return (await this.parts.store.read(stream)).slice(0, revision + 1);
  }

  private to(wanted: readonly Wanted[], { metadata, recordedAt }: RecordedEvent): Promise<Addressed[]> {
    const on = londonDate(recordedAt);
    return Promise.resolve(addressedTo(wanted, metadata.actor.person, this.parts.directory, on));
  }
}

const TOLD_WITH_THE_DISPUTE: readonly string[] = ['RaisedFromCheck', 'RaisedOverDisagreement'] satisfies (
  | ReviewEvent
  | RecommendationsEvent
)['type'][];

/** The dispute's own flag, as it was raised. */
export const isMarkedUrgent = (history: readonly RecordedEvent[]): boolean =>
  history.some(({ type, data }) => type.endsWith('DisputeRaised') && data.urgent === true);

/** The part of the name of a stream after its category: a reference, or the id of a person. */
const idIn = ({ stream }: RecordedEvent): string => stream.slice(categoryOf(stream).length + 1);

/** A death had set it aside, and somebody has let it go on. */
const wasLetGoOn = (state: DisputeState): boolean =>
  'matter' in state && state.matter.freeze !== null && !isFrozen(state.matter);
