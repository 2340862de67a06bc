import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addDays, londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { Refusal, refuse } from '../../../platform/decider.js';
import type { EventStore, RecordedEvent } from '../../../platform/event-store/event-store.js';
import type { Envelope } from '../../../platform/executor.js';
import { freeReference } from '../../../platform/free-reference.js';
import { envelopeOf } from '../../../platform/http/envelope.js';
import { malformed } from '../../../platform/http/problem.js';
import { ownerOf } from '../../../access/asker.js';
import type { SentWith } from '../../../access/sent.js';
import { WrittenDto } from '../../../platform/http/written.dto.js';
import { standing } from '../../../platform/taking-back.js';
import { mustStandAt } from '../../../platform/revision-condition.js';
import { CLOCK, DIRECTORY } from '../../../platform/tokens.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { ActOnDispute, disputeStream } from '../../act-on-dispute.js';
import type { Formalise } from './formalise.js';
import type { RaiseFormal } from '../raise-formal/raise-formal.js';
import { disputeDecider } from '../../decide.js';
import { DecisionContexts } from '../../decision-contexts.js';
import { actorOfCommand, AuthorisedDisputes } from '../../authorised-disputes.js';
import { DISPUTE_READS } from '../../read/what-a-reader-sees.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { ChildView, ConcernDiscussed, DisputeRaised } from '../../events.js';
import { DISPUTE_PREFIX } from '../raise/raise.js';
import { factsOfRow } from '../../facts-of-row.js';
import { Owners } from '../../owners.js';
import { mustBeOpen } from '../../rules.js';
import { withTeamsOfSiblings } from '../../teams-asked.js';
import { afterThese } from '../../time/standing.js';
import { takenOnToGoOnFormally } from '../take-on/take-on.js';
import { wantedActions } from '../wanted-action.dto.js';
import type { FormaliseDto } from './formalise.dto.js';

/**
 * Continues an informal dispute as a formal one: the formal one is raised first, linked to the informal; then the informal ends.
 * Cut short in between, the same command sent again finds the formal one there and finishes.
 */
@Injectable()
export class ContinueFormally {
  constructor(
    private readonly commands: CommandBus,
    private readonly authorised: AuthorisedDisputes,
    private readonly owners: Owners,
    private readonly contexts: DecisionContexts,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async continue(informal: string, body: FormaliseDto, sent: SentWith): Promise<WrittenDto> {
    const { state, revision, events, relationsFrom } = await this.authorised.findToAct(informal, sent.asker);
    const actor = actorOfCommand(events, sent, 'dispute.formalise', relationsFrom, DISPUTE_READS);
    const formal = formalBegunBy(sent.commandId, events) ?? (await this.formalOf(informal));
    const asSent = { formalise: informal, ...body };
    const envelope = envelopeOf({ ...sent, ifRevision: undefined }, actor, this.clock.now(), asSent);
    const end: Formalise = { type: 'formalise', formal, reason: body.reason };

    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    if (!isRepeat) await this.mustBeAbleToEnd(end, state, revision, sent, envelope);
    const matter = await this.matterOf(state, envelope);
    const before = raising(formal, informal, matter, saidBefore(events), body, lastRecorded(events));
    const actionsWanted = isRepeat
      ? before.actionsWanted
      : this.owners.of(before.actionsWanted, '/actionsWanted', ownerOf(sent.asker));
    const raise = { ...before, actionsWanted };
    const begun = await this.commands.execute(new ActOnDispute(formal, raise, envelope)).catch(whereItStands(formal));
    const ended = await this.commands.execute(new ActOnDispute(informal, end, envelope));
    return new WrittenDto(formal, { ...begun, position: ended.position });
  }

  /**
   * There is one for each informal dispute, however many ask for it at once: its reference follows from the informal one's. One that was
   * voided never was one, so another may come after it.
   */
  private formalOf(informal: string): Promise<string> {
    const isVoid = (events: readonly RecordedEvent[]): boolean =>
      standing(events).some(({ type }) => type === 'DisputeVoided');
    const carriesItOn = (events: readonly RecordedEvent[]): boolean =>
      !isVoid(events) &&
      ((events[0]?.data as Partial<DisputeRaised> | undefined)?.links?.some(
        ({ kind, to }) => kind === 'formalises' && to === informal,
      ) ??
        false);
    return freeReference(DISPUTE_PREFIX, `formalise ${informal}`, disputeStream, this.store, carriesItOn);
  }

  /** For the teams that its children have today; a row of a register as it is once it has been taken on. */
  private async matterOf(state: DisputeState, envelope: Envelope): Promise<Matter> {
    if (state.status !== 'imported') {
      const matter = 'matter' in state ? state.matter : mustBeOpen(state);
      return { ...matter, subject: this.withTeamsOfToday(matter) };
    }
    const context = await this.contexts.contextOf(envelope);
    const matter = mustBeOpen(afterThese(takenOnToGoOnFormally(state, context), state, context));
    const { team, alsoTeams } = currentRound(matter).addressee;
    const { subject } = matter;
    return {
      ...matter,
      subject: { ...subject, ...withTeamsOfSiblings(team ?? subject.team, [team, ...(alsoTeams ?? [])]) },
    };
  }

  /**
   * The team of a child who has moved since is another one. A team that was named, and with which none of the children was when it was
   * raised, stays.
   */
  private withTeamsOfToday({ subject, raisedOn }: Matter): Matter['subject'] {
    const today = londonDate(this.clock.now());
    const teamsOn = (day: LocalDate): (string | null)[] =>
      subject.children.map((child) => this.directory.child(child, day)?.team ?? null);
    // A child who moved on the very day was with the team until then.
    const ofItsChildren = [addDays(raisedOn, -1), raisedOn].flatMap(teamsOn);
    const teams = teamsOn(today).map((team) => team && (this.directory.successorOf(team, today) ?? team));
    const first = teams.find((team) => team !== null);
    if (first === undefined || !ofItsChildren.includes(subject.team)) return subject;
    const { alsoTeams: _before, ...withoutSiblings } = subject;
    return { ...withoutSiblings, ...withTeamsOfSiblings(first, teams) };
  }

  /** Looked at before anything is written, so that no formal dispute is left without its informal one. */
  private async mustBeAbleToEnd(
    end: Formalise,
    state: DisputeState,
    revision: number,
    { ifRevision }: SentWith,
    envelope: Envelope,
  ): Promise<void> {
    mustStandAt(ifRevision, revision);
    disputeDecider.decide(end, state, await this.contexts.contextOf(envelope));
  }
}

/** The formal dispute that the same command has begun; undefined if it has not. */
const formalBegunBy = (commandId: string | undefined, events: readonly RecordedEvent[]): string | undefined =>
  events.find(({ type, metadata }) => type === 'DisputeFormalised' && metadata.commandId === commandId)?.data.formal as
    | string
    | undefined;

/** Another command was first. */
const whereItStands =
  (formal: string) =>
  (error: unknown): never => {
    if (error instanceof Refusal && error.code === 'already-raised')
      refuse(
        'formalised-already',
        `This is continued as ${formal} already. Read that one, and add to it what is missing.`,
      );
    throw error;
  };

const raisedIn = (events: readonly RecordedEvent[]): DisputeRaised | undefined =>
  events.find(({ type }) => type === 'InformalDisputeRaised')?.data as DisputeRaised | undefined;

/** All that was said when it was raised informally; of a row of a register, what is happening, where it has words for that. */
const saidBefore = (events: readonly RecordedEvent[]): Partial<DisputeRaised> | undefined => {
  const concern = factsOfRow(events)?.concern ?? null;
  return raisedIn(events) ?? (concern === null ? undefined : { concern });
};

/** The call and the child's view that were recorded last, at the raising or since: a protocol may ask for recent ones. */
const lastRecorded = (events: readonly RecordedEvent[]): Partial<Pick<RaiseFormal, 'spokeFirst' | 'childView'>> => {
  const last = <Data>(type: string): Data | undefined =>
    events.findLast((event) => event.type === type)?.data as Data | undefined;
  const spoken = last<ConcernDiscussed>('ConcernDiscussed');
  const childView = last<ChildView>('ChildViewRecorded');
  return {
    ...(spoken === undefined
      ? {}
      : { spokeFirst: { spokeTo: spoken.spokeTo, spokeOn: spoken.spokeOn, result: spoken.result } }),
    ...(childView === undefined ? {} : { childView }),
  };
};

const raising = (
  reference: string,
  informal: string,
  matter: Matter,
  before: Partial<DisputeRaised> | undefined,
  body: FormaliseDto,
  recorded: Partial<Pick<RaiseFormal, 'spokeFirst' | 'childView'>>,
): RaiseFormal => ({
  type: 'raise-formal',
  reference,
  ...(matter.restrictedTo === null ? {} : { restrictedTo: matter.restrictedTo }),
  subject: {
    ...matter.subject,
    iro: matter.heldBy ?? fail('/iro', 'Nobody holds the informal dispute: hand it over to an IRO first'),
  },
  ladder: currentRound(matter).ladder,
  level: body.level ?? matter.level,
  stage: body.stage ?? 1,
  stageReason: body.stageReason ?? null,
  theme: body.theme ?? matter.theme,
  secondaryThemes: matter.secondaryThemes.filter((theme) => theme !== (body.theme ?? matter.theme)),
  concern: body.concern ?? before?.concern ?? fail('/concern', 'is needed: the register has no words for it'),
  impactIfNothingChanges: body.impactIfNothingChanges ?? before?.impactIfNothingChanges ?? null,
  acknowledged: before?.acknowledged ?? null,
  actionsWanted: body.actionsWanted ? wantedActions(body.actionsWanted) : (before?.actionsWanted ?? []),
  spokeFirst: before?.spokeFirst ?? null,
  wroteFirst: before?.wroteFirst ?? null,
  reviewedOn: before?.reviewedOn ?? null,
  childView: before?.childView ?? null,
  ...recorded,
  urgent: body.urgent ?? before?.urgent ?? false,
  urgentBecause: body.urgentBecause ?? before?.urgentBecause ?? null,
  links: [{ kind: 'formalises', to: informal }],
  earlierDate: body.earlierDate ?? null,
  meetingOn: body.meetingOn ?? null,
  answerWithin: body.answerWithin ?? null,
  outsideAdvice: [],
});

const fail = (pointer: string, message: string): never => {
  throw malformed(pointer, message);
};
