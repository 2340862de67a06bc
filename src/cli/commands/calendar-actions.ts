import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { NOT_RESTRICTED } from '../../reports/open-disputes/open-disputes.js';
import { calendarWarning } from '../../calendar/bank-holidays.js';
import { bankHolidaysIn, CALENDAR_STREAM, type CalendarAct, calendarDecider } from '../../calendar/council-days.js';
import { isLocalDate } from '../../calendar/dates.js';
import { calendarWith } from '../../calendar/entering/proposed.js';
import { DaysFileInvalid, readDaysFile } from '../../calendar/entering/read-days-file.js';
import { type WhatMoves, whatMoves } from '../../deadlines/what-moves.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { derivedId } from '../../platform/ids.js';
import { textTable } from '../../reports/text-table.js';
import { RowsApart } from '../../work-over-rows.js';
import type { Council } from '../council.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

/** What is to be entered, read before any data is opened. */
export interface Entering {
  readonly act: CalendarAct;
  /** In words, for people. */
  readonly what: string;
}

export const showCalendar = async (
  { calendar, today }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const { known } = await calendar.current();
  const said = await calendar.said();
  const bankHolidays = bankHolidaysIn(said);
  const warning = calendarWarning(today, known.to);
  if (json)
    return printJson(terminal, { known, closingDays: said.closingDays, bankHolidays, warning: warning ?? null });
  terminal.print(`The bank holidays are known from ${known.from} to ${known.to}.\n`);
  for (const { date, name } of said.added) terminal.print(`  ${date}  ${name}  (entered by the council)\n`);
  for (const date of said.removed) terminal.print(`  ${date}  no bank holiday after all (entered by the council)\n`);
  terminal.print(said.closingDays.length === 0 ? 'The council has no closing days.\n' : 'The council is closed on:\n');
  for (const date of said.closingDays) terminal.print(`  ${date}\n`);
  if (warning !== undefined) terminal.say(`Warning: ${warning}\n`);
};

/** @throws BadUse, CommandFailed */
export const bankHolidaysFrom = async (path: string, remove: string[], reason: string): Promise<Entering> => {
  mustBeDates(remove, '--remove');
  const add = await daysIn(path);
  return {
    act: { type: 'enter-bank-holidays', add, remove, reason },
    what: `the bank holidays of ${basename(path)} that are not known yet`,
  };
};

/** @throws BadUse, CommandFailed */
export const closingDaysFrom = async (
  written: string[],
  path: string | undefined,
  reason: string,
): Promise<Entering> => {
  if (path !== undefined && written.length > 0) throw new BadUse('Give the days or --file, not both.');
  mustBeDates(written, 'closing-days');
  const dates = path === undefined ? written : (await daysIn(path)).map(({ date }) => date);
  const what =
    dates.length === 0
      ? 'that the council has no closing days'
      : `${dates.length} closing ${dates.length === 1 ? 'day' : 'days'}`;
  return { act: { type: 'set-closing-days', dates, reason }, what };
};

const mustBeDates = (dates: readonly string[], where: string): void => {
  const wrong = dates.find((date) => !isLocalDate(date));
  if (wrong !== undefined)
    throw new BadUse(`${where} ${wrong}: write a date that exists as year-month-day: 2026-12-29.`);
};

const daysIn = async (path: string): Promise<{ date: string; name: string }[]> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailed(`${path} cannot be opened. Check its name and that you may read it.`);
  });
  try {
    return readDaysFile(text);
  } catch (error) {
    if (error instanceof DaysFileInvalid) throw new CommandFailed(`${path}: ${error.message}`);
    throw error;
  }
};

/** What would move. Nothing is recorded. @throws Refusal as it would be when it is recorded */
export const previewCalendar = async (council: Council, terminal: Terminal, { act, what }: Entering): Promise<void> => {
  printMoves(await movesBy(council, act), terminal);
  terminal.print(`Nothing is recorded. To record ${what}, give the same command with --record.\n`);
};

/** @throws Refusal */
export const recordCalendar = async (
  council: Council,
  actor: Actor,
  terminal: Terminal,
  { act, what }: Entering,
): Promise<void> => {
  const moved = await movesBy(council, act);
  const { revision } = await council.executor.load(CALENDAR_STREAM, calendarDecider);
  const { known: before } = await council.calendar.current();
  await council.executor.execute(CALENDAR_STREAM, calendarDecider, act, null, {
    commandId: derivedId('calendar', act.type, JSON.stringify(act), revision),
    actor,
    occurredAt: council.now,
  });
  const { known } = await council.calendar.current();
  terminal.print(`Recorded: ${what}.\n`);
  if (known.to !== before.to) terminal.print(`The bank holidays are known to ${known.to} now.\n`);
  printMoves(moved, terminal);
  if (moved.moves.length > 0)
    terminal.print('The service moves them as soon as it runs, each by an event, and tells people.\n');
};

const movesBy = async (
  { calendar, executor, readModels, protocols, now }: Council,
  act: CalendarAct,
): Promise<WhatMoves> => {
  const proposed = await calendarWith([act], calendar);
  const troubles = new RowsApart({ now: () => now });
  return whatMoves(proposed, NOT_RESTRICTED, {
    executor,
    readModels,
    protocols: await protocols.current(),
    troubles,
    now,
  });
};

const printMoves = ({ moves, notWorkedOut }: WhatMoves, terminal: Terminal): void => {
  if (moves.length === 0) terminal.print('No date moves; restricted records are left out.\n');
  else {
    terminal.print(
      `${textTable(
        [{ heading: 'Dispute' }, { heading: 'Date' }, { heading: 'From' }, { heading: 'To' }],
        moves.map(({ reference, deadline, from, to }) => [reference, deadline, from, to]),
      )}\n`,
    );
    terminal.print(
      `${moves.length} ${moves.length === 1 ? 'date moves' : 'dates move'}; restricted records are left out.\n`,
    );
  }
  if (notWorkedOut.length > 0)
    terminal.say(`Nothing can be said of ${notWorkedOut.join(', ')}: report them to whoever maintains the program.\n`);
};
