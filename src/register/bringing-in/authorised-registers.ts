import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { notYours, postThatMay } from '../../access/access.js';
import { rowFor } from '../../access/access-table.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import type { Directory } from '../../directory/directory.js';
import { disputeDecider } from '../../disputes/decide.js';
import { isHiddenFrom } from '../../disputes/restriction.js';
import { DecisionContexts } from '../../disputes/decision-contexts.js';
import type { Clock } from '../../platform/clock/clock.js';
import { assertNever } from '../../platform/decider.js';
import type { Actor, EventStore } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { notFound, notValid, Problem } from '../../platform/http/problem.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { type CheckedRegister } from '../check/check.js';
import { refusedRowsOf } from '../check/refused-rows.js';
import { streamOf } from '../check/on-record.js';
import { CheckRegister } from '../check/check.query.js';
import type { Coverage } from '../events.js';
import { coverageWritten } from '../import/coverage.js';
import { type Correction, correctRow } from '../import/correct-row.js';
import { findRow, noSuchRow } from '../import/find-row.js';
import { beginImport, type ImportOutcome, type ImportServices, writeRows } from '../import/import-register.js';
import { type ImportChosen, type Objection, objectionTo } from '../import/objections.js';
import { beginWithdrawal, withdrawRows } from '../import/withdraw-import.js';
import type { RegisterMapping } from '../mapping/mapping.js';
import { proposeMapping } from '../mapping/propose-mapping.js';
import { readMapping } from '../mapping/read-mapping.js';
import { FileInvalid } from '../mapping/yaml-lines.js';
import { councilFrom } from '../rows/council.js';
import type { CellCorrectedDto } from '../correcting/correct-row.dto.js';
import type { RegisterFile } from '../reading/register-file.js';
import { mustBeFiles, saidOfFiles } from './files-said.js';
import type { RegisterTriedDto } from './register-files.dto.js';
import { registerTried } from './register-tried.js';
import { RegistersUnderWay } from './registers-under-way.js';

/** Code of the problem that says what somebody must say before files are imported. */
export const NOT_IMPORTED = 'not-imported';

/** So many rows are written while the person waits; of more they are told how far it is. */
export const ROWS_WAITED_FOR = 500;

/** The rows that are written; or that they are being written still. */
export interface BroughtIn extends ImportOutcome {
  readonly isUnderWay: boolean;
}

/** Files, how they are to be read, and what they speak for. */
export interface RegisterSent {
  readonly files: readonly RegisterFile[];
  /** The mapping as it is written. */
  readonly mapping: string;
  /** `formal:2021/22`, a line each; empty where that is taken from the rows. */
  readonly covers: string;
}

/** Reads registers in, and takes them back, for somebody who signed in, by the rules by which the command line does. */
@Injectable()
export class AuthorisedRegisters {
  constructor(
    private readonly queries: QueryBus,
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
    private readonly underWay: RegistersUnderWay,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A first mapping, from the headings and the words of the files.
   * @throws Problem `not-valid` where a file cannot be read as a register
   */
  propose(files: readonly RegisterFile[]): Promise<string> {
    mustBeFiles(files);
    return saidOfFiles(() => proposeMapping(files));
  }

  /**
   * The result that it would have. Nothing is recorded.
   * @throws Problem `not-valid`
   */
  async tried(register: RegisterSent, asker: Asker): Promise<RegisterTriedDto> {
    const { checked, covers } = await this.checked(register);
    return registerTried(checked, covers, maySeeCells(asker));
  }

  /**
   * The refused rows of one of the files as CSV, to be mended: for a person who may enter cases.
   * @param name of the file
   * @throws Problem `not-yours`, `not-valid`, `not-found`
   */
  async refusedRows(register: RegisterSent, name: string, asker: Asker): Promise<string> {
    if (!maySeeCells(asker)) throw notYours('dispute.raise');
    const { checked } = await this.checked(register);
    const file = checked.files.find((each) => each.name === name);
    if (file === undefined) throw notFound();
    return refusedRowsOf([file]);
  }

  /**
   * Reads the rows in, each as one event. Rows that a run left out because it was cut short are read in by the next one. Of many rows it
   * waits until the import is on record as begun, and no longer.
   * @throws Problem `not-yours`, `not-valid`, `not-imported`
   * @throws Refusal `earlier-import-cut-short`, `withdrawal-cut-short`
   */
  async bringIn(register: RegisterSent, chosen: Omit<ImportChosen, 'covers'>, { asker }: SentWith): Promise<BroughtIn> {
    const actor = actorWhoMay(asker);
    const { checked, covers, mapping } = await this.checked(register);
    const objection = objectionTo(checked, { ...chosen, covers });
    if (objection !== undefined) throw new Problem(409, NOT_IMPORTED, objectionInWords(objection));
    const occurredAt = this.clock.now();
    const request = { checked, mappingSha256: mapping.sha256, covers, actor, occurredAt };
    const services = await this.services(actor, occurredAt);
    const begun = await beginImport(services, request);
    if (begun === null) return { importId: null, covers: [], rowsWritten: 0, isUnderWay: false };
    const isUnderWay = begun.missing.length > ROWS_WAITED_FOR;
    if (isUnderWay) this.underWay.begin(begun.importId, (signal) => writeRows(services, request, begun, { signal }));
    else await writeRows(services, request, begun);
    await this.caughtUp();
    return { importId: begun.importId, covers: begun.covers, rowsWritten: begun.missing.length, isUnderWay };
  }

  /**
   * Takes a whole import back. Of many rows it waits until that is on record as begun, and no longer.
   * @throws Problem `not-yours`
   * @throws Refusal `import-not-found`, `import-withdrawn`, `rows-taken-on`
   */
  async withdraw(importId: string, reason: string, { asker }: SentWith): Promise<WrittenDto> {
    const actor = actorWhoMay(asker);
    await this.underWay.stop(importId);
    const now = this.clock.now();
    const services = await this.services(actor, now);
    const begun = await beginWithdrawal(services, importId, reason, actor, now);
    if (begun.standing.length > ROWS_WAITED_FOR) {
      this.underWay.begin(importId, (signal) => withdrawRows(services, begun, signal));
      await this.caughtUp();
      return new WrittenDto(importId, begun.execution);
    }
    const execution = await withdrawRows(services, begun);
    await this.caughtUp();
    return new WrittenDto(importId, execution);
  }

  /**
   * Corrects a row that nobody has taken on, also one that has ended, by the rules of every row.
   * @throws Problem `not-yours`
   * @throws Refusal `row-not-found`, `not-a-column`, `correction-refused`, `not-imported`, `import-withdrawn`
   */
  async correct(
    {
      reference,
      cells,
      reason,
    }: Pick<Correction, 'reference' | 'reason'> & { readonly cells: readonly CellCorrectedDto[] },
    sent: SentWith,
  ): Promise<WrittenDto> {
    const actor = actorWhoMay(sent.asker);
    const occurredAt = this.clock.now();
    const services = await this.services(actor, occurredAt);
    await this.mustBeThere(reference, sent.asker);
    const { commandId, ifRevision } = envelopeOf(sent, actor, occurredAt);
    const written = await correctRow(
      { ...services, council: councilFrom(this.directory, services.context.protocols, occurredAt) },
      {
        ...{ reference, reason, actor, occurredAt },
        cells: new Map(cells.map(({ column, value = '' }) => [column, value])),
        sent: {
          ...{ commandId, asSent: { reference, cells, reason } },
          ...(ifRevision === undefined ? {} : { ifRevision }),
        },
      },
    );
    await this.caughtUp();
    return new WrittenDto(written.reference, written.execution);
  }

  /** A row that is restricted to others is not there for them, as on every other page. @throws Refusal `row-not-found` */
  async mustBeThere(written: string, asker: Asker): Promise<void> {
    const { holds, reference } = await findRow(this.store, written);
    if (holds !== 'disputes') return;
    const { state } = await this.executor.load(streamOf(holds, reference), disputeDecider);
    if (isHiddenFrom(state, asker)) throw noSuchRow(written);
  }

  private async checked(register: RegisterSent): Promise<{
    readonly checked: CheckedRegister;
    readonly mapping: RegisterMapping;
    readonly covers: readonly Coverage[] | null;
  }> {
    mustBeFiles(register.files);
    const mapping = mappingRead(register.mapping);
    const covers = coverageIn(register.covers);
    await this.caughtUp();
    const checked = await saidOfFiles(() =>
      this.queries.execute<CheckRegister, CheckedRegister>(new CheckRegister(register.files, mapping)),
    );
    return { checked, mapping, covers };
  }

  private async services(actor: Actor, occurredAt: string): Promise<ImportServices> {
    const { store, executor, directory } = this;
    return { store, executor, directory, context: await this.contexts.contextOf({ actor, occurredAt }) };
  }

  private async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined) await this.readModels.waitFor(head);
  }
}

const actorWhoMay = (asker: Asker): Actor => {
  const post = postThatMay(asker, 'import.write');
  if (post === undefined) throw notYours('import.write');
  return actorFrom(asker, post);
};

/** A person who may enter cases sees what stands in a cell that is refused; others see where it stands and why. */
const maySeeCells = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => rowFor('dispute.raise', kind) !== undefined);

const mappingRead = (text: string): RegisterMapping => {
  try {
    return readMapping(text, 'mapping.yaml');
  } catch (error) {
    if (!(error instanceof FileInvalid)) throw error;
    throw notValid(error.problems.map((message) => ({ pointer: '/mapping', message })));
  }
};

const coverageIn = (written: string): Coverage[] | null => {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return null;
  return lines.map((line, at) => {
    const coverage = coverageWritten(line);
    if (coverage !== undefined) return coverage;
    const message = `Line ${at + 1}: write informal, formal or acknowledgement, a colon, and a year or two days: formal:2021/22, formal:2025-04-01..2026-10-31`;
    throw notValid([{ pointer: '/covers', message }]);
  });
};

const objectionInWords = (objection: Objection): string => {
  switch (objection.kind) {
    case 'rows-refused':
      return 'Some rows are refused, so nothing was read in. Mend them, or say that they are left out.';
    case 'another-number':
      return `Another number of rows can be taken now than when you tried: ${objection.accepted}, and not ${objection.expected}. Try the files again.`;
    case 'silent-periods':
      return 'Say for which periods the register speaks: it has periods without a row, and many rows before and after.';
    default:
      return assertNever(objection);
  }
};
