import { agendaRows, meetingToPrepare } from '../../challenge/agenda/agenda-rows.js';
import { type CaseShown, caseShown } from '../../challenge/agenda/case-line.js';
import { proposeAgenda } from '../../challenge/agenda/propose.js';
import { calendarFile } from '../../challenge/series/calendar/calendar-file.js';
import type { About, AgendaReason } from '../../challenge/events.js';
import { challengeMeetingDecider } from '../../challenge/meeting/decide.js';
import { type Meeting, type MeetingItem, meetingStream } from '../../challenge/meeting/meeting.js';
import { packAsHtml } from '../../challenge/meeting/pack/pack-html.js';
import { packAsMarkdown } from '../../challenge/meeting/pack/pack-markdown.js';
import { packOf, REASONS_IN_WORDS } from '../../challenge/meeting/pack/pack.js';
import { meetingSeriesDecider } from '../../challenge/series/decide.js';
import { seriesStream } from '../../challenge/series/series.js';
import { readReference } from '../../platform/ids.js';
import type { Council } from '../council.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

export const printAgenda = async (
  council: Council,
  terminal: Terminal,
  written: string | undefined,
  { json }: { json?: boolean },
): Promise<void> => {
  const meeting = await meetingWritten(council, written);
  const { readModels, protocols, calendar, now, today } = council;
  const isOver = meeting.status === 'closed' || meeting.status === 'cancelled';
  const proposed = isOver
    ? []
    : proposeAgenda(
        meetingToPrepare(meeting, readModels),
        agendaRows({ readModels, protocols: await protocols.current(), calendar: await calendar.current(), now }),
        today,
      );
  const items = meeting.items.filter(({ status }) => status !== 'taken-off');
  const caseOf = caseFor(council);
  if (json)
    return printJson(terminal, { ...meeting, actions: undefined, items: items.map(withCase(caseOf)), proposed });
  terminal.print(`${meeting.name} ${meeting.meeting}, ${meeting.heldOn} ${meeting.startsAt} (${meeting.status})\n`);
  for (const item of items) terminal.print(`  ${item.itemId.padEnd(4)} ${inOneLine(item, caseOf)}\n`);
  if (items.length === 0) terminal.print('  Nothing is on the agenda.\n');
  if (proposed.length > 0) terminal.print('Proposed, and not on it:\n');
  for (const proposal of proposed) terminal.print(`       ${inOneLine(proposal, caseOf)}\n`);
};

export const printPack = async (
  council: Council,
  terminal: Terminal,
  written: string | undefined,
  format: 'html' | 'markdown',
): Promise<void> => {
  const pack = packOf(await meetingWritten(council, written), caseFor(council), council.today);
  terminal.print(format === 'html' ? packAsHtml(pack) : packAsMarkdown(pack));
};

export const printCalendar = async (
  { executor, readModels, store, calendar, now }: Council,
  terminal: Terminal,
  written: string | undefined,
): Promise<void> => {
  const all = readModels.all<{ series: string }>('SELECT series FROM challenge_series ORDER BY series');
  if (written === undefined && all.length > 1)
    throw new BadUse(`There are several series: name one of ${all.map(({ series }) => series).join(', ')}.`);
  const series = written === undefined ? all[0]?.series : readReference(written);
  const { state } = await executor.load(seriesStream(series ?? ''), meetingSeriesDecider);
  if (state.status === 'not-started') throw new CommandFailed('There is no such series of meetings. Start it first.');
  terminal.print(await calendarFile(state, { readModels, store, calendar, now }));
};

/** The one that is named, else the next that is arranged. */
const meetingWritten = async ({ executor, readModels, today }: Council, written?: string): Promise<Meeting> => {
  const next = readModels.get<{ meeting: string }>(
    `SELECT meeting FROM challenge_meetings WHERE status IN ('arranged', 'in-session') AND held_on >= ?
      ORDER BY held_on, meeting LIMIT 1`,
    [today],
  );
  const meeting = written === undefined ? next?.meeting : readReference(written);
  const { state } = await executor.load(meetingStream(meeting ?? ''), challengeMeetingDecider);
  if (state.status === 'not-arranged')
    throw new CommandFailed(
      written === undefined ? 'No meeting is arranged.' : 'There is no meeting under this reference. Check it.',
    );
  return state;
};

/** Whoever holds the paper may read it, so a restricted record shows no more than its reference. */
const caseFor =
  (council: Council) =>
  (dispute: string): CaseShown =>
    caseShown(dispute, null, council);

/** What was written about a restricted record is not printed either. */
const withCase =
  (caseOf: (dispute: string) => CaseShown) =>
  (item: MeetingItem): object => {
    if (item.about.kind === 'theme') return item;
    const { initials, line, status } = caseOf(item.about.dispute);
    return { ...item, ...(status === null ? { note: null, outcome: null } : {}), initials, line };
  };

const inOneLine = (
  { about, because }: { about: About; because: readonly AgendaReason[] },
  caseOf: (dispute: string) => CaseShown,
): string => {
  const why = because.length === 0 ? '' : ` [${because.map((each) => REASONS_IN_WORDS[each]).join('; ')}]`;
  if (about.kind === 'theme') return `${about.theme} ${about.title}${why}`;
  const { initials, line } = caseOf(about.dispute);
  return `${about.dispute} ${initials.join(', ')} ${line}${why}`;
};
