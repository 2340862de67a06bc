import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { THE_OPERATOR } from '../../access/asker.js';
import { CALENDAR_STREAM, type CalendarAct, calendarDecider } from '../../calendar/council-days.js';
import { mustBePossible, nobodysDate } from '../../calendar/date-rules.js';
import { isLocalDate, londonDate } from '../../calendar/dates.js';
import { ReadCalendar } from '../../calendar/entering/calendar.query.js';
import { calendarText } from '../../calendar/entering/calendar.text.js';
import { DaysFileInvalid, readDaysFile } from '../../calendar/entering/read-days-file.js';
import { ReadWhatMoves } from '../../calendar/entering/what-moves.query.js';
import { whatMovesText } from '../../calendar/entering/what-moves.text.js';
import type { WhatMoves } from '../../deadlines/what-moves.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { derivedId } from '../../platform/ids.js';
import type { Council, OpenCouncil } from '../council.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

/** The days that are to be entered, read before any data is opened. */
export interface Entering {
  readonly act: CalendarAct;
  /** In words, for people. */
  readonly what: string;
}

export const showCalendar = async (
  { queries }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const view = await queries.execute(new ReadCalendar());
  if (json) return printJson(terminal, view);
  terminal.print(`${calendarText(view)}\n`);
  if (view.warning !== null) terminal.say(`Warning: ${view.warning}\n`);
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

/** The dates that would move. Nothing is recorded. @throws Refusal as it would be when it is recorded */
export const previewCalendar = async (council: Council, terminal: Terminal, { act, what }: Entering): Promise<void> => {
  mustBePossibleDays(act, council.now);
  printMoves(await movesBy(council, act), terminal);
  terminal.print(`Nothing is recorded. To record ${what}, give the same command with --record.\n`);
};

/** @throws Refusal */
export const recordCalendar = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { act, what }: Entering,
): Promise<void> => {
  mustBePossibleDays(act, council.now);
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

const mustBePossibleDays = (act: CalendarAct, now: string): void => {
  const days = act.type === 'set-closing-days' ? act.dates : [...act.add.map(({ date }) => date), ...act.remove];
  mustBePossible('not-worked', days, nobodysDate(londonDate(now)));
};

const movesBy = ({ queries }: Council, act: CalendarAct): Promise<WhatMoves> =>
  queries.execute(new ReadWhatMoves([act], THE_OPERATOR));

const printMoves = (moved: WhatMoves, terminal: Terminal): void => {
  terminal.print(`${whatMovesText(moved)}\n`);
  const { notWorkedOut } = moved;
  if (notWorkedOut.length > 0)
    terminal.say(`Nothing can be said of ${notWorkedOut.join(', ')}: report them to whoever maintains the program.\n`);
};
