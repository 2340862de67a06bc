import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../access/access.js';
import { actorFrom, type Asker } from '../access/asker.js';
import type { SentWith } from '../access/sent.js';
import { FINDERS, type Finders } from '../access/named/things.js';
import { AuthorisedAcknowledgements } from '../acknowledgements/authorised-acknowledgements.js';
import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import { childDecider, childStream } from '../directory/child.js';
import type { Directory } from '../directory/directory.js';
import { childContextOf } from '../directory/iro-of-looked-after.js';
import { Recorder } from '../directory/record.js';
import { AuthorisedDisputes } from '../disputes/authorised-disputes.js';
import type { Clock } from '../platform/clock/clock.js';
import { assertNever, Refusal, refuse } from '../platform/decider.js';
import type { Actor, EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { freeReference } from '../platform/free-reference.js';
import { envelopeOf } from '../platform/http/envelope.js';
import { problemFrom } from '../platform/http/problem.js';
import { derivedId } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import {
  type CaseloadAct,
  CASELOAD_PREFIX,
  caseloadDecider,
  type CaseloadDone,
  type CaseloadState,
  caseloadStream,
} from './caseload.js';
import type { PlannedRow, RowHandedOver, RowRefused } from './events.js';
import { CaseloadHandedOverDto } from './hand-over.dto.js';
import { caseloadOf, hiddenIn } from './in-caseload.js';
import { type InCaseload, mustBeDivided, planOf, type Share } from './plan.js';

/**
 * Hands a whole caseload over: what is meant is recorded, then each record changes hands by its own act, then what came of it is
 * recorded. A command that is sent again goes on where the first was stopped, and answers the same.
 */
@Injectable()
export class AuthorisedCaseloads {
  constructor(
    private readonly executor: Executor,
    private readonly recorder: Recorder,
    private readonly disputes: AuthorisedDisputes,
    private readonly acknowledgements: AuthorisedAcknowledgements,
    @Inject(FINDERS) private readonly finders: Finders,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param fromIro id of the person who has it, in office or not
   * @throws Problem `not-yours`; Refusal `same-iro`, `named-twice`, `nothing-to-hand-over`
   */
  async handOver(
    fromIro: string,
    shares: readonly Share[],
    reason: string,
    sent: SentWith,
  ): Promise<CaseloadHandedOverDto> {
    const reference = await freeReference(CASELOAD_PREFIX, sent.commandId, caseloadStream, this.store);
    const before = (await this.executor.load(caseloadStream(reference), caseloadDecider)).state;
    const plan = before ?? planOf(await this.caseload(fromIro, sent.asker), shares);
    const { rows, refused, isWhole } = plan;
    const envelope = envelopeOf({ ...sent, ifRevision: undefined }, this.actorFor(sent.asker), this.clock.now(), {
      ...{ fromIro, shares, reason },
    });
    mustBeDivided(fromIro, shares);
    const stream = caseloadStream(reference);
    const begin: CaseloadAct = { type: 'begin', reference, fromIro, reason, rows, refused, isWhole };
    const begun = await this.executor.execute(stream, caseloadDecider, begin, null, envelope);
    // A trial shows what is meant. The rules on a single record are asked once it is handed over.
    if (sent.trial !== undefined) return new CaseloadHandedOverDto(reference, begun);
    const finish = before?.done ?? (await this.carryOut(begun.state!, sent));
    const finished = await this.executor.execute(
      stream,
      caseloadDecider,
      { type: 'finish', rows: [...finish.rows], refused: [...finish.refused], teams: this.teamsOf(begun.state!) },
      null,
      { ...envelope, commandId: derivedId('caseload-finished', reference), asSent: reference },
    );
    const answer = new CaseloadHandedOverDto(reference, { ...finished, repeated: begun.repeated });
    const { rows: given, refused: kept } = finished.state!.done!;
    answer.handedOver = begun.repeated ? await this.stillSeenBy(sent.asker, given) : [...given];
    answer.refused = begun.repeated ? await this.stillSeenBy(sent.asker, kept) : [...kept];
    return answer;
  }

  /** Sent again, it names what its sender may see by now: what has been hidden from them since is as if it had never been there. */
  private async stillSeenBy<Row extends RowHandedOver | RowRefused>(
    asker: Asker,
    rows: readonly Row[],
  ): Promise<Row[]> {
    const seen: Row[] = [];
    for (const row of rows) {
      const { kind, id } = row;
      const finder = this.finders[kind === 'conversation' ? 'dispute' : kind];
      if (id === null || (await finder.find(id, asker)).isKnown) seen.push(row);
    }
    return seen;
  }

  private async carryOut(state: CaseloadState, sent: SentWith): Promise<CaseloadDone> {
    const rows: RowHandedOver[] = [];
    const refused: RowRefused[] = [...state.refused];
    for (const row of state.rows) {
      const why = await this.whyNot(row, state, rows, sent);
      if (why === undefined) rows.push({ kind: row.kind, id: row.id, toIro: row.toIro });
      else refused.push({ kind: row.kind, id: row.id, ...why });
    }
    await this.caughtUp();
    const moved = state.rows.flatMap(({ kind, id }) => (kind === 'child' ? [id] : []));
    const hidden = hiddenIn(state.fromIro, state.isWhole ? null : moved, sent.asker, this.reading());
    return { rows, refused: [...refused, ...Array.from({ length: hidden }, () => RESTRICTED)] };
  }

  /** Hands one record over. @returns why it stays where it is; undefined where it does not */
  private async whyNot(
    row: PlannedRow,
    state: CaseloadState,
    done: readonly RowHandedOver[],
    sent: SentWith,
  ): Promise<Pick<RowRefused, 'code' | 'detail'> | undefined> {
    const commandId = derivedId('caseload', state.reference, row.kind, row.id);
    try {
      await this.handOverRow(row, state, done, { ...sent, commandId, ifRevision: undefined });
      return undefined;
    } catch (error) {
      // It went with its child.
      if (error instanceof Refusal && error.code === 'same-iro') return undefined;
      const problem = problemFrom(error);
      if (problem === undefined || problem.status >= 500) throw error;
      return { code: problem.code, detail: problem.detail };
    }
  }

  private async handOverRow(
    { kind, id, children, toIro }: PlannedRow,
    { reference, reason }: Pick<CaseloadState, 'reference' | 'reason'>,
    done: readonly RowHandedOver[],
    sent: SentWith,
  ): Promise<void> {
    switch (kind) {
      case 'child': {
        const today = this.today();
        const act = { type: 'allocate' as const, iro: toIro, from: today, caseload: reference, today };
        const context = childContextOf(this.directory, today);
        const recording = { id, stream: childStream(id), decider: childDecider, act, context, permission: MAY };
        await this.recorder.change({ ...recording, asSent: { caseload: id, toIro } }, sent);
        return;
      }
      case 'dispute':
      case 'conversation':
        await this.disputes.act(id, { type: 'hand-over', toIro, reason, caseload: reference }, sent);
        return;
      case 'acknowledgement':
        await this.acknowledgements.act(id, { type: 'hand-over', toIro, reason }, sent);
        return;
      case 'check':
      case 'recommendations':
        if (!done.some((each) => each.kind === 'child' && children.includes(each.id)))
          refuse('child-stays', 'It goes with its child, and the child stays: see what is said of the child.');
        return;
      default:
        assertNever(kind);
    }
  }

  private async caseload(iro: string, asker: Asker): Promise<InCaseload[]> {
    await this.caughtUp();
    return caseloadOf(iro, asker, this.reading());
  }

  /** Waits until the read models hold what was recorded a moment ago, so that it counts. */
  private async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined) await this.readModels.waitFor(head);
  }

  private teamsOf({ rows }: CaseloadState): string[] {
    const children = [...new Set(rows.flatMap((row) => row.children))];
    return [...new Set(children.flatMap((child) => this.directory.child(child, this.today())?.team ?? []))].sort();
  }

  private reading() {
    return { readModels: this.readModels, directory: this.directory, today: this.today() };
  }

  private actorFor(asker: Asker): Actor {
    const post = postThatMay(asker, MAY);
    if (post === undefined) throw notYours(MAY);
    return actorFrom(asker, post);
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}

const MAY = 'caseload.hand-over' as const;

/** As on an agenda: that there is one is said to a person who must see to it, and nothing else. */
const RESTRICTED: RowRefused = {
  kind: 'dispute',
  id: null,
  code: 'restricted',
  detail:
    'A restricted record stays with that IRO, since you are not on its list. Somebody who may read it hands it over.',
};
