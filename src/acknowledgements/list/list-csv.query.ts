import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { LARGEST_PAGE } from '../../platform/http/paging.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { type CouncilSays, WordsNow } from '../../protocol/words-now.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { AcknowledgementListedDto, AcknowledgementsCsvQuery, AcknowledgementsPageDto } from './list.dto.js';
import { ListAcknowledgements } from './list.query.js';

/** The whole list of acknowledgements as CSV, as {@link ListAcknowledgements} shows it, without initials unless they are asked for. */
export class ListAcknowledgementsAsCsv extends Query<string> {
  constructor(
    readonly query: AcknowledgementsCsvQuery,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ListAcknowledgementsAsCsv)
export class ListAcknowledgementsAsCsvHandler implements IQueryHandler<ListAcknowledgementsAsCsv> {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
  ) {}

  async execute({ query: { initials, ...query }, asker }: ListAcknowledgementsAsCsv): Promise<string> {
    const rows: AcknowledgementListedDto[] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...query, limit: String(LARGEST_PAGE), ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.queries.execute<ListAcknowledgements, AcknowledgementsPageDto>(
        new ListAcknowledgements(asked, asker),
      );
      rows.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const columns = initials === 'true' ? [...COLUMNS, INITIALS] : COLUMNS;
    const says = await this.words.now();
    const heads = columns.map(([head]) => inCouncilWords(head, says.words, says.kept));
    return BYTE_ORDER_MARK + csvLines([heads, ...rows.map((row) => columns.map(([, cell]) => cell(row, says)))]);
  }
}

type Column = readonly [head: string, cell: (row: AcknowledgementListedDto, says: CouncilSays) => string];

const COLUMNS: readonly Column[] = [
  ['Reference', ({ reference }) => reference],
  ['Own reference', ({ ownReference }) => ownReference ?? ''],
  ['Status', ({ status }) => status],
  ['Given on', ({ givenOn }) => givenOn],
  ['Quarter', ({ quarter }) => quarter],
  ['Team', ({ team }) => team.name ?? ''],
  ['Children', ({ childCount }) => String(childCount)],
  ['Theme', ({ theme }, { themes }) => themeShown(theme, themes).label],
  ['Given by', ({ givenBy }) => givenBy?.name ?? ''],
  ['Post of the giver', ({ giverRole }) => giverRole ?? ''],
  ['Whole team', ({ wholeTeam }) => (wholeTeam ? 'yes' : 'no')],
  ['Thanks', ({ thanks }) => String(thanks)],
];

const INITIALS: Column = [
  'Initials',
  ({ children = [] }) => children.map(({ initials }) => initials ?? '–').join(', '),
];
