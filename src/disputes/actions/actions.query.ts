import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { mustGoByWhatIsShown } from '../../access/goes-by.js';
import { londonDate } from '../../calendar/dates.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import { type ActionsPageDto, type ActionsQuery, ACTIONS_GO_BY, WORDS_OF_ACTIONS } from './actions.dto.js';

/** The agreed actions of the disputes that the asker may see, the oldest first. */
export class ListActions extends Query<ActionsPageDto> {
  constructor(
    readonly query: ActionsQuery,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

interface Row {
  reference: string;
  action_id: string;
  what: string;
  who: string | null;
  person: string | null;
  by: string | null;
  agreed_on: string;
  done_on: string | null;
  recorded_on: string | null;
  confirmed_in_time: number;
  entry: string;
}

const KEY = `agreed.reference || ' ' || agreed.action_id`;

@QueryHandler(ListActions)
export class ListActionsHandler implements IQueryHandler<ListActions> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker }: ListActions): Promise<ActionsPageDto> {
    const { readModels, directory, now } = await this.readings.now();
    const visible = visibleDisputes(asker, directory, londonDate(now));
    mustGoByWhatIsShown(query, ACTIONS_GO_BY, visible.extent === 'full' ? [] : WORDS_OF_ACTIONS, 'dispute.read');
    const from = after(
      { column: 'agreed.agreed_on', descending: false },
      KEY,
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT agreed.*, ${KEY} AS entry FROM actions AS agreed
         JOIN dispute_register AS register ON register.reference = agreed.reference
        WHERE (${visible.sql}) AND ${from.where}
          AND (:done IS NULL OR (agreed.done_on IS NOT NULL) = (:done = 'true')) AND (:who IS NULL OR :who IN (agreed.who, agreed.person))
        ORDER BY ${from.order} LIMIT :most`,
      { ...visible.parameters, ...from.parameters, done: query.done ?? null, who: query.who ?? null, most: limit + 1 },
    );
    return pageOf(
      rows,
      limit,
      ({ agreed_on, entry }) => ({ value: agreed_on, key: entry }),
      ({ reference, action_id, what, who, person, by, agreed_on, done_on, recorded_on, confirmed_in_time }) => ({
        reference,
        actionId: action_id,
        ...(visible.extent === 'full' ? { what, who, person } : {}),
        by,
        agreedOn: agreed_on,
        doneOn: done_on,
        recordedOn: recorded_on,
        confirmedInTime: confirmed_in_time === 1,
      }),
    );
  }
}
