import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type Asker } from '../access/asker.js';
import { isCaseRole } from '../access/case-roles.js';
import type { SentWith } from '../access/sent.js';
import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { mustNotBeOver, postDecider, postStream, takenFrom } from '../directory/post.js';
import { Recorder, type Recording } from '../directory/record.js';
import { teamDecider, teamStream } from '../directory/team.js';
import { WHAT_FOLLOWS, type WhatFollows } from '../directory/what-follows.js';
import type { Clock } from '../platform/clock/clock.js';
import type { DomainEvent } from '../platform/decider.js';
import type { Actor, EventStore } from '../platform/event-store/event-store.js';
import { type Execution, Executor } from '../platform/executor.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { notFound } from '../platform/http/problem.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../protocol/adoption.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import type { Protocol } from '../protocol/protocol.js';
import { IN_SET_UP, NOT_NEEDED } from './agreed.js';
import { remarksOnAdoption } from './checked-protocol.js';
import { carryOut, commandCarryingOut, streamChangedBy } from './carry-out.js';
import { accountDecider, accountStream } from '../sign-in/accounts/account.js';
import type { AccountProposed, Agreed, PostProposed, ProtocolProposed, TeamChange, WhatIsProposed } from './events.js';
import { inOfficeFrom, mustFit, mustStillPropose } from './fits.js';
import { mustBeAbleToHold } from './may-hold.js';
import {
  mustNotBeTheirOwn,
  type ProposalAct,
  proposalDecider,
  proposalStream,
  type ProposalState,
} from './proposal.js';
import { hasProposed, propose, type Proposing, signatoryOf } from './proposing.js';
import { CouncilStanding } from './standing.js';
import { opensCases, teamChangeProposed } from './team-change.js';
import { type Giving, takeTurn } from './turn.js';
import { givesMore } from './what-a-protocol-gives.js';

/** The outcome of an act that may need a second person. */
export interface DoneOrWaiting {
  /** Of what was changed; of the proposal, where it waits. */
  readonly written: WrittenDto;
  readonly waits: boolean;
}

/** A protocol as it was read from its file, and the first day on which it is to be in force. */
export interface Adopting {
  readonly protocol: Protocol;
  readonly warnings: string[];
  /** The text of the file. */
  readonly file: string;
  readonly fileSha256: string;
  readonly from: LocalDate;
}

/**
 * Gives roles: at once where one person suffices, else by a proposal to which another person agrees (docs/decisions/0023). An act
 * begun by a command is continued when the command is sent again, whatever has changed since.
 */
@Injectable()
export class AuthorisedRoles {
  constructor(
    private readonly recorder: Recorder,
    private readonly executor: Executor,
    private readonly standing: CouncilStanding,
    private readonly protocols: ProtocolLibrary,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(WHAT_FOLLOWS) private readonly follows: WhatFollows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Somebody takes a post. One from which cases are read waits for a second person once the council is open.
   * @throws Refusal `own-role`, `a-person-proposes` (not-yours), `administrators-read-no-cases`, or what {@link mustFit} says
   */
  async take(
    post: string,
    { person, from: given }: { person: string; from: LocalDate | null },
    sent: SentWith,
  ): Promise<DoneOrWaiting> {
    const { state, events } = await this.executor.load(postStream(post), postDecider);
    if (state === null) throw notFound();
    const asSent = { type: 'take', post, person, from: given };
    const from = takenFrom(given, state, this.today());
    const { kind, title, team, service } = state.registered;
    const what: PostProposed = { kind: 'post', post, postKind: kind, title, team, service, person, from };
    const atOnce = async (agreed: Agreed): Promise<DoneOrWaiting> => {
      const act = { type: 'take', person, from, agreed } as const;
      const recording = { id: post, stream: postStream(post), decider: postDecider, act, asSent };
      return this.inTurn({ ...recording, permission: 'directory.write' }, { person, postKind: kind, from }, sent);
    };
    if (events.some(({ metadata }) => metadata.commandId === sent.commandId)) return atOnce(NOT_NEEDED);
    if (await hasProposed(sent.commandId, this.store)) return this.propose(what, asSent, sent);
    mustNotBeTheirOwn(signatoryOf(sent.asker), person);
    mustNotBeOver(person, from, state);
    await this.caughtUp();
    mustBeAbleToHold(person, kind, from, this.directory, this.today());
    if (!isCaseRole(kind)) return atOnce(NOT_NEEDED);
    if (!(await this.standing.isOpen())) return atOnce(IN_SET_UP);
    const isHeldAlready =
      postDecider.decide({ type: 'take', person, from, agreed: NOT_NEEDED }, state, null).length === 0;
    return isHeldAlready ? atOnce(NOT_NEEDED) : this.propose(what, asSent, sent);
  }

  /**
   * A team belongs to another service, or ends. If that lets others read its cases, it waits for a second person once the council is
   * open.
   * @throws Refusal `a-person-proposes` (not-yours), `team-gone`, or why the team refuses it
   */
  async changeTeam(team: string, change: TeamChange, sent: SentWith): Promise<DoneOrWaiting> {
    const { state, events } = await this.executor.load(teamStream(team), teamDecider);
    if (state === null) throw notFound();
    const what = teamChangeProposed(team, change, this.directory, this.today());
    const atOnce = async (agreed: Agreed): Promise<DoneOrWaiting> => {
      const act = { ...change, agreed };
      const recording = { id: team, stream: teamStream(team), decider: teamDecider, act, asSent: change };
      return this.inTurn({ ...recording, permission: 'directory.write' }, null, sent);
    };
    if (events.some(({ metadata }) => metadata.commandId === sent.commandId)) return atOnce(NOT_NEEDED);
    if (await hasProposed(sent.commandId, this.store)) return this.propose(what, change, sent);
    await this.caughtUp();
    if (!opensCases(change)) return atOnce(NOT_NEEDED);
    if (!(await this.standing.isOpen())) return atOnce(IN_SET_UP);
    const isSoAlready = teamDecider.decide({ ...change, agreed: NOT_NEEDED }, state, null).length === 0;
    return isSoAlready ? atOnce(NOT_NEEDED) : this.propose(what, change, sent);
  }

  /**
   * Rules come into force from a day. If they give a post from which cases are read more than it has, they wait for a second person
   * once the council is open. Everything odd about the file and about the adoption is recorded with it, and said in the answer.
   * @throws Refusal `a-person-proposes` (not-yours), `protocol-already-adopted`
   */
  async adopt(
    { protocol, warnings: inTheFile, file, fileSha256, from }: Adopting,
    sent: SentWith,
  ): Promise<DoneOrWaiting> {
    const asSent = { type: 'adopt-protocol', from, fileSha256 };
    const before = await this.protocols.versions();
    const itself = before.findIndex((version) => version.fileSha256 === fileSha256 && version.from === from);
    const earlier = itself === -1 ? before : before.slice(0, itself);
    const odd = remarksOnAdoption(protocol, from, this.today(), earlier.at(-1)?.protocol);
    const warnings = [...odd.map(({ message }) => message), ...inTheFile];
    const gives = givesMore(protocol, await this.inForceOn(from));
    const what: ProtocolProposed = { kind: 'protocol', from, protocol, file, fileSha256, warnings, gives };
    const atOnce = async (agreed: Agreed): Promise<DoneOrWaiting> => {
      const act = { type: 'adopt-protocol', from, protocol, file, fileSha256, warnings, agreed } as const;
      const recording = { id: protocol.id, stream: PROTOCOL_STREAM, decider: adoptionDecider, act, asSent };
      return this.inTurn({ ...recording, permission: 'protocol.adopt' }, null, sent);
    };
    const events = before.length === 0 ? [] : await this.store.read(PROTOCOL_STREAM);
    const said = async (doing: Promise<DoneOrWaiting>): Promise<DoneOrWaiting> => warned(await doing, warnings);
    if (events.some(({ metadata }) => metadata.commandId === sent.commandId)) return said(atOnce(NOT_NEEDED));
    if (await hasProposed(sent.commandId, this.store)) return said(this.propose(what, asSent, sent));
    if (!(await this.standing.isOpen())) return said(atOnce(IN_SET_UP));
    return said(gives.length === 0 ? atOnce(NOT_NEEDED) : this.propose(what, asSent, sent));
  }

  /**
   * An account of the council’s own sign-in signs somebody in. If they hold a post from which cases are read, or will, it waits for a
   * second person once the council is open, as such a post does.
   * @throws Problem `not-found`; Refusal `own-role`, `a-person-proposes` (not-yours), `person-gone`
   */
  async tie(account: string, person: string, sent: SentWith): Promise<DoneOrWaiting> {
    const { state, events } = await this.executor.load(accountStream(account), accountDecider);
    if (state === null) throw notFound();
    const asSent = { type: 'tie', account, person };
    const what: AccountProposed = { kind: 'account', account, userName: state.met.userName, person };
    const atOnce = async (agreed: Agreed): Promise<DoneOrWaiting> => {
      const act = { type: 'tie', person, agreed } as const;
      const recording = { id: account, stream: accountStream(account), decider: accountDecider, act, asSent };
      return this.inTurn({ ...recording, permission: 'account.tie' }, null, sent);
    };
    if (events.some(({ metadata }) => metadata.commandId === sent.commandId)) return atOnce(NOT_NEEDED);
    if (await hasProposed(sent.commandId, this.store)) return this.propose(what, asSent, sent);
    await this.caughtUp();
    const readsCases = this.directory.postsHeldFrom(person, this.today()).some(({ kind }) => isCaseRole(kind));
    if (!readsCases || state.person === person) return atOnce(NOT_NEEDED);
    if (!(await this.standing.isOpen())) return atOnce(IN_SET_UP);
    return this.propose(what, asSent, sent);
  }

  /**
   * A second person agrees, and what was proposed is done.
   * @throws Problem `not-found`, `not-yours`
   * @throws Refusal `own-proposal`, `own-role`, `token-of-the-proposer` (not-yours), `proposal-settled`, `proposal-lapsed`,
   *   `proposer-gone`, or what {@link mustFit} says
   */
  async agree(proposal: string, sent: SentWith): Promise<WrittenDto> {
    const actor = this.actorFor(sent.asker, 'role.agree');
    const state = await this.proposal(proposal);
    // A process that ended between the agreement and what follows from it left this to be done.
    if (state.standing === 'agreed') await this.carryOut(state, actor, sent);
    if (state.standing === 'waiting' && state.by !== sent.asker.person) {
      await this.caughtUp();
      mustStillPropose(state.by, this.directory, this.today());
      await mustFit(state.what, this.surroundings());
      await this.turnToAgree(state, actor, sent);
    }
    const execution = await this.act(
      proposal,
      { type: 'agree', by: signatoryOf(sent.asker), on: this.today() },
      actor,
      sent,
    );
    const { position } = await this.carryOut(execution.state!, actor, sent);
    return new WrittenDto(proposal, { ...execution, position: position ?? execution.position });
  }

  /** @throws Problem `not-found`, `not-yours`; Refusal `own-proposal`, `proposal-settled`, `proposal-lapsed` */
  async refuse(proposal: string, reason: string, sent: SentWith): Promise<WrittenDto> {
    const actor = this.actorFor(sent.asker, 'role.agree');
    await this.proposal(proposal);
    const act = { type: 'refuse', by: signatoryOf(sent.asker), reason, on: this.today() } as const;
    return new WrittenDto(proposal, await this.act(proposal, act, actor, sent));
  }

  /** @throws Problem `not-found`, `not-yours`; Refusal `not-your-proposal`, `proposal-settled`, `proposal-lapsed` */
  async takeBack(proposal: string, reason: string, sent: SentWith): Promise<WrittenDto> {
    const actor = this.actorFor(sent.asker, 'role.propose');
    await this.proposal(proposal);
    const act = { type: 'take-back', by: signatoryOf(sent.asker), reason, on: this.today() } as const;
    return new WrittenDto(proposal, await this.act(proposal, act, actor, sent));
  }

  /** Gives something at once, after a turn for it: of two that do not go together, one is decided after the other. */
  private async inTurn<State, Act, Event extends DomainEvent>(
    recording: Recording<State, Act, Event> & { readonly act: { readonly agreed: Agreed } },
    gets: Giving['gets'],
    sent: SentWith,
  ): Promise<DoneOrWaiting> {
    const { stream, decider, act, permission } = recording;
    const { state, events } = await this.executor.load(stream, decider);
    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    if (!isRepeat && decider.decide(act, state, null).length > 0) {
      const giving = { stream, command: sent.commandId, gets, agreed: act.agreed.how };
      await this.takeTurn(giving, this.actorFor(sent.asker, permission), sent);
    }
    return done(await this.recorder.record(recording, sent));
  }

  /** A turn for what will be carried out: taken before somebody agrees, so that a refusal does not come too late. */
  private async turnToAgree(state: ProposalState, actor: Actor, sent: SentWith): Promise<void> {
    const { what, proposal } = state;
    if (what.kind !== 'post') return;
    proposalDecider.decide({ type: 'agree', by: signatoryOf(sent.asker), on: this.today() }, state, null);
    const gets = { person: what.person, postKind: what.postKind, from: inOfficeFrom(what, this.today()) };
    const command = commandCarryingOut(proposal);
    await this.takeTurn({ stream: postStream(what.post), command, gets, agreed: 'second-person' }, actor, sent);
  }

  private takeTurn(giving: Giving, actor: Actor, { correlationId }: SentWith): Promise<void> {
    return takeTurn(giving, this.executor, this.today(), { actor, occurredAt: this.clock.now(), correlationId });
  }

  private async propose(what: WhatIsProposed, asSent: unknown, sent: SentWith): Promise<DoneOrWaiting> {
    const actor = this.actorFor(sent.asker, 'role.propose');
    // A tag that came along is of the post or of the rules, not of a proposal, which is new.
    const envelope = envelopeOf({ ...sent, ifRevision: undefined }, actor, this.clock.now(), asSent);
    const { proposal, execution } = await propose(what, signatoryOf(sent.asker), this.surroundings(), envelope);
    return { written: new WrittenDto(proposal, execution, [WAITS]), waits: true };
  }

  private async act(
    proposal: string,
    act: ProposalAct,
    actor: Actor,
    sent: SentWith,
  ): Promise<Execution<ProposalState | null>> {
    const asSent = { type: act.type, reason: 'reason' in act ? act.reason : null };
    const envelope = envelopeOf(sent, actor, this.clock.now(), asSent);
    return this.executor.execute(proposalStream(proposal), proposalDecider, act, null, envelope);
  }

  /** It counts at the next request, with everything that follows from it. */
  private async carryOut(state: ProposalState, actor: Actor, { correlationId }: SentWith): Promise<Execution<unknown>> {
    const done = await carryOut(state, this.executor, { actor, occurredAt: this.clock.now(), correlationId });
    await this.follows.after(streamChangedBy(state.what), done.position);
    return done;
  }

  private async proposal(proposal: string): Promise<ProposalState> {
    const { state } = await this.executor.load(proposalStream(proposal), proposalDecider);
    if (state === null) throw notFound();
    return state;
  }

  private async inForceOn(day: LocalDate): Promise<Protocol | undefined> {
    const versions = await this.protocols.versions();
    if (!versions.some(({ from }) => from <= day)) return undefined;
    return (await this.protocols.current()).inForceOn(day).protocol;
  }

  /** @throws Problem `not-yours` */
  private actorFor(asker: Asker, permission: Permission): Actor {
    const post = postThatMay(asker, permission);
    if (post === undefined) throw notYours(permission);
    return actorFrom(asker, post);
  }

  /** Waits until the read models hold what was recorded a moment ago, for the holders of posts are read from them. */
  private async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined) await this.readModels.waitFor(head);
  }

  private surroundings(): Proposing {
    return { executor: this.executor, store: this.store, directory: this.directory, today: this.today() };
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}

const done = (written: WrittenDto): DoneOrWaiting => ({ written, waits: false });

/** With what is odd about a file of rules, as `footprint protocol check` says it. */
const warned = ({ written, waits }: DoneOrWaiting, warnings: readonly string[]): DoneOrWaiting => ({
  written: written.withAdvice(warnings.map((message) => ({ code: 'protocol-warning', message, pointer: '/yaml' }))),
  waits,
});

const WAITS = {
  code: 'waits-for-a-second-person',
  message:
    'This lets somebody read cases who does not read them now. It waits until another person agrees: see GET /api/v1/roles/proposals.',
};
