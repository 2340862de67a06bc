import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { LARGEST_PAGE } from '../../platform/http/paging.js';
import { inCouncilWords, referenceShown } from '../../protocol/council-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { type CouncilSays, WordsNow } from '../../protocol/words-now.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import { endingInWords } from '../codes-in-words.js';
import { type ColumnsBesides, columnsBesides, ladderInWords, levelInWords } from './ladder-and-level.js';
import type { DisputeListedDto, DisputesCsvQuery, DisputesPageDto } from './list.dto.js';
import { ListDisputes } from './list.query.js';

/** The whole list of disputes as CSV: the rows and columns that the list shows this reader, without initials unless they are asked for. */
export class ListDisputesAsCsv extends Query<string> {
  constructor(
    readonly query: DisputesCsvQuery,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ListDisputesAsCsv)
export class ListDisputesAsCsvHandler implements IQueryHandler<ListDisputesAsCsv> {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
  ) {}

  async execute({ query: { initials, ...query }, asker }: ListDisputesAsCsv): Promise<string> {
    const rows: DisputeListedDto[] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...query, limit: String(LARGEST_PAGE), ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.queries.execute<ListDisputes, DisputesPageDto>(new ListDisputes(asked, asker));
      rows.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const says = await this.words.now();
    const columns = [...columnsWith(columnsBesides(says, rows)), ...(initials === 'true' ? [INITIALS] : [])];
    const heads = columns.map(([head]) => inCouncilWords(head, says.words, says.kept));
    return BYTE_ORDER_MARK + csvLines([heads, ...rows.map((row) => columns.map(([, cell]) => cell(row, says)))]);
  }
}

type Column = readonly [head: string, cell: (row: DisputeListedDto, says: CouncilSays) => string];

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

const columnsWith = ({ ladder, level }: ColumnsBesides): readonly Column[] => [
  ['Reference', ({ reference }, { words }) => referenceShown(reference, words)],
  ['Own reference', ({ ownReference }) => ownReference ?? ''],
  ['Kind', ({ kind }, { words }) => inCouncilWords(kind, words)],
  ['Status', ({ status }) => status],
  ['Raised on', ({ raisedOn }) => raisedOn],
  ['Quarter', ({ quarter }) => quarter],
  ['Team', ({ team }) => team.name ?? ''],
  ['Children', ({ childCount }) => String(childCount)],
  ['Theme', ({ theme }, { themes }) => (theme === null ? '' : themeShown(theme, themes).label)],
  ['Raised by', ({ raisedBy }) => raisedBy?.name ?? ''],
  ['Held by', ({ heldBy }) => heldBy?.name ?? ''],
  ...(ladder ? [LADDER] : []),
  ...(level ? [LEVEL] : []),
  ['Highest stage reached', ({ stage }) => String(stage)],
  ['Stage now', ({ currentStage }) => String(currentStage)],
  ['Waits for', ({ awaiting }) => awaiting ?? ''],
  ['First date', ({ firstDueOn }) => firstDueOn ?? ''],
  ['Due', ({ dueOn }) => dueOn ?? ''],
  ['Late', ({ overdue }) => yesOrNo(overdue)],
  ['Outcome', ({ outcome, status }, { words }) => inCouncilWords(endingInWords(status, outcome) ?? '', words)],
  ['Ended on', ({ endedOn }) => endedOn ?? ''],
  ['Actions not done', ({ actionsOutstanding }) => String(actionsOutstanding)],
];

const LADDER: Column = ['Ladder', (row, says) => ladderInWords(row.ladder, says)];
const LEVEL: Column = ['Level', (row, says) => levelInWords(row.level, says)];

const INITIALS: Column = [
  'Initials',
  ({ children = [] }) => children.map(({ initials }) => initials ?? '–').join(', '),
];
