import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from '../read/dispute.dto.js';
import { ReadDispute, ReadDisputeHistory } from '../read/read.query.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import { receiptOf } from './receipt.js';
import type { RecordCopyDto } from './record-copy.dto.js';
import { writtenIn } from './written-in-entry.js';

/** The copy of a dispute for the child’s own file. */
export class ReadRecordCopy extends Query<RecordCopyDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadRecordCopy)
export class ReadRecordCopyHandler implements IQueryHandler<ReadRecordCopy> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `not-found`; `not-yours` for those who may know of it and not read what was written */
  async execute({ reference, asker }: ReadRecordCopy): Promise<RecordCopyDto> {
    const { events, relationsFrom } = await this.authorised.find(reference, asker);
    requirePost(asker, 'dispute.read', relationsFrom, DISPUTE_READS);
    const [{ body: dispute }, { body: history }] = await Promise.all([
      this.queries.execute<ReadDispute, Versioned<DisputeDto>>(
        new ReadDispute(reference, asker, 'for-the-childs-file'),
      ),
      this.queries.execute<ReadDisputeHistory, Versioned<HistoryDto>>(
        new ReadDisputeHistory(reference, asker, 'for-the-childs-file'),
      ),
    ]);
    const { kind, status, population, theme, secondaryThemes, team, raisedOn, raisedBy, enteredBy } = dispute;
    const wanted = (dispute.raisedWith?.actionsWanted ?? []).map(({ what }) => what);
    return {
      reference,
      ownReference: dispute.ownReference,
      classification: 'OFFICIAL-SENSITIVE',
      kind,
      status,
      children: dispute.children ?? [],
      ...{ population, theme, secondaryThemes, team, raisedOn, raisedBy, enteredBy },
      heldBy: dispute.heldBy,
      ending: dispute.ending,
      actions: dispute.actions.map(({ doneOn }) => ({ doneOn })),
      protocolVersions: [...new Set(dispute.rounds.map(({ protocolVersion }) => protocolVersion))],
      entries: inOrderOfDates(history.entries).map(({ revision, what, occurredAt, sentence, takenBackBy, data }) => ({
        ...{ revision, occurredAt, sentence },
        written: takenBackBy === null ? writtenIn(what, data, wanted) : [],
      })),
      receipt: receiptOf(events),
      printedBy: { id: asker.person, name: asker.name },
      printedAt: this.readings.withoutRules().now,
    };
  }
}

/** Something may be entered late: it stands at the day on which it happened. */
const inOrderOfDates = (entries: readonly HistoryEntryDto[]): HistoryEntryDto[] =>
  entries.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.revision - b.revision);
