import { THE_OPERATOR } from '../../access/asker.js';
import { mattersIn } from '../../access/view-log/matters.js';
import { FindNextMeeting } from '../../challenge/meeting/next/next.query.js';
import { packAsHtml } from '../../challenge/meeting/pack/pack-html.js';
import { packAsMarkdown } from '../../challenge/meeting/pack/pack-markdown.js';
import { ReadMeetingPack } from '../../challenge/meeting/pack/pack.query.js';
import { ReadMeeting } from '../../challenge/meeting/read/read.query.js';
import { meetingText } from '../../challenge/meeting/read/read.text.js';
import { ReadSeriesCalendar } from '../../challenge/series/calendar/calendar.query.js';
import { ListSeries } from '../../challenge/series/list/list.query.js';
import { readReference } from '../../platform/ids.js';
import type { Council } from '../council.js';
import { BadUse, CommandFailed, printExactly, printJson, type Terminal } from '../terminal.js';
import { opened, openedIn } from './opened.js';

export const printAgenda = async (
  council: Council,
  terminal: Terminal,
  written: string | undefined,
  { json }: { json?: boolean },
): Promise<void> => {
  const view = await council.queries.execute(new ReadMeeting(await meetingWritten(council, written), THE_OPERATOR));
  const { references } = mattersIn(view);
  await opened(council, 'agenda', 'challenge agenda', [view.meeting, ...references]);
  if (json) printJson(terminal, view);
  else printExactly(terminal, `${meetingText(view, await council.says())}\n`);
};

export const printPack = async (
  council: Council,
  terminal: Terminal,
  written: string | undefined,
  format: 'html' | 'markdown',
): Promise<void> => {
  const pack = await council.queries.execute(new ReadMeetingPack(await meetingWritten(council, written), THE_OPERATOR));
  const papers = format === 'html' ? packAsHtml(pack) : packAsMarkdown(pack);
  await openedIn(council, 'pack', 'challenge pack', papers);
  printExactly(terminal, papers);
};

export const printCalendar = async (
  council: Council,
  terminal: Terminal,
  written: string | undefined,
): Promise<void> => {
  printExactly(terminal, await council.queries.execute(new ReadSeriesCalendar(await seriesWritten(council, written))));
};

/** The one that is named, else the next that is arranged. */
const meetingWritten = async ({ queries }: Council, written: string | undefined): Promise<string> => {
  if (written !== undefined) return readReference(written) ?? written;
  const next = await queries.execute(new FindNextMeeting(THE_OPERATOR));
  if (next === null) throw new CommandFailed('No meeting is arranged.');
  return next;
};

/** The one that is named, else the only one there is. */
const seriesWritten = async ({ queries }: Council, written: string | undefined): Promise<string> => {
  if (written !== undefined) return readReference(written) ?? written;
  const { items } = await queries.execute(new ListSeries());
  const all = items.map(({ series }) => series).sort();
  if (all.length > 1) throw new BadUse(`There are several series: name one of ${all.join(', ')}.`);
  if (all[0] === undefined) throw new CommandFailed('There is no series of meetings yet. Start one first.');
  return all[0];
};
