import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { acknowledgementsInLists } from '../../acknowledgements/list/visible-acknowledgements.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { keptFor, notKeptFrom } from '../../disputes/set-aside.js';
import { namedInLists, visibleAmong } from '../../disputes/list/visible-disputes.js';
import { disputesFoundNow, foundNow } from '../../reading/found-now.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { EVERYTHING } from '../open-disputes/open-disputes.js';
import type { OpenDispute } from '../open-disputes/open-dispute.js';
import type { References } from '../visible-references.js';
import { type BoardFilters, type EscalationBoard, escalationBoard } from './escalation-board.js';
import type { Known } from './week/week.js';

/** A row of the board: what somebody could not open is shown without a child. */
export interface BoardRow extends OpenDispute {
  readonly childCount: number;
  /** Whether its reader can open it. */
  readonly mayOpen: boolean;
}

export interface BoardRead extends Omit<EscalationBoard, 'rows'> {
  readonly rows: readonly BoardRow[];
}

/** Every open dispute that the asker may see, by stage, with who must act and what is late. */
export class ReadEscalations extends Query<BoardRead> {
  constructor(
    readonly asker: AskedBy,
    readonly filters: BoardFilters = {},
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadEscalations)
export class ReadEscalationsHandler implements IQueryHandler<ReadEscalations> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, filters, asAt }: ReadEscalations): Promise<BoardRead> {
    return this.readings.at(asAt, (then, now) => {
      const today = londonDate(now.now);
      const named = namedInLists(asker, now.directory, today, [['board.read', 'outline']]);
      const known = knownThen(knownTo(asker, now.directory, today), then, now);
      const board = escalationBoard(then, disputesFoundNow(named, then, now), filters, known);
      const mayOpen = openedBy(asker, board, now);
      return { ...board, rows: board.rows.map((row) => boardRowOf(row, mayOpen.has(row.reference))) };
    });
  }
}

/** Of another moment, as far as it is known today. */
const knownThen = ({ raisedAgain, acknowledgements }: Known, then: Reading, now: Reading): Known => ({
  raisedAgain: foundNow(raisedAgain, { register: 'dispute_register', alias: 'earlier' }, then, now),
  acknowledgements: foundNow(acknowledgements, { register: 'acknowledgement_register', alias: 'register' }, then, now),
});

const openedBy = (asker: AskedBy, { rows }: EscalationBoard, { directory, readModels, now }: Reading): References => {
  if (seesAll(asker)) return { has: () => true };
  const references = rows.map(({ reference }) => reference);
  return visibleAmong(references, asker, directory, londonDate(now), readModels);
};

/** @param mayOpen whether its reader can open it in full */
export const boardRowOf = (row: OpenDispute, mayOpen: boolean): BoardRow => ({
  ...row,
  children: mayOpen ? row.children : [],
  childCount: row.children.length,
  mayOpen,
});

/** The conditions on what the asker may know of beside the disputes that they see. */
export const knownTo = (asker: AskedBy, directory: Directory, today: LocalDate): Known => ({
  raisedAgain: seesAll(asker) ? EVERYTHING : { sql: notKeptFrom('earlier'), parameters: keptFor(asker, today) },
  acknowledgements: acknowledgementsInLists(asker, directory, today),
});
