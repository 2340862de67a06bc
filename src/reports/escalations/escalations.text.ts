import type { EscalationBoard, LateGroup } from './escalation-board.js';
import type { Due } from '../../disputes/time/due.js';
import type { Waiting } from '../../disputes/time/waiting.js';
import type { OpenDispute, PostAwaited } from '../open-disputes/open-dispute.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { saidOn } from '../../protocol/said-on.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { textTable } from '../text-table.js';
import { inWordsOfWeek } from './counts-of-board.js';
import { ESCALATIONS_DEFINITIONS } from './escalations.definitions.js';
import { COUNTS_OF_WEEK } from './week/week.js';
import { countLine } from './week/week.text.js';

/** The board for people: what needs somebody first, then the stages, who should act on what is late, and what moved this week. */
export const escalationsText = (
  { asAt, rows, totals, columns, lateBy, overdueActions, thisWeek }: EscalationBoard,
  says: CouncilSays,
): string =>
  [
    `Escalation board, as at ${asAt}`,
    '',
    [
      `${totals.open} open`,
      `${totals.late} late`,
      `${totals.dueToday} due today`,
      `${totals.waitingForIro} wait for the IRO`,
      `${totals.vacancies} wait for a post that nobody holds`,
      `${counted(totals.overdueActions, 'action')} overdue`,
      `${totals.forChallenge} for a challenge meeting`,
      `${totals.referredToCafcass} referred to Cafcass`,
      `${totals.notTakenOn} imported and not taken on`,
    ].join(' · '),
    '',
    textTable(
      [
        { heading: 'Dispute' },
        { heading: 'Child' },
        { heading: 'Team' },
        { heading: 'Theme' },
        { heading: 'Stage' },
        { heading: 'Waits for' },
        { heading: 'Who' },
        { heading: 'Due' },
      ],
      rows.map((row) => [
        row.reference,
        row.children.map(({ id, initials }) => initials ?? id).join(', '),
        row.team.name ?? row.team.id,
        themeShown(row.theme, says.themes).label,
        row.stageName ?? String(row.stage),
        saidOn(row.ladder, says)(WAITS_FOR[row.waitsFor]),
        row.who.length === 0 ? 'nobody yet' : whoOf(row),
        row.pausedOn === null ? dueInWords(row.due, row.waiting) : `paused since ${row.pausedOn}`,
      ]),
    ),
    '',
    textTable(
      [
        { heading: 'Stage' },
        { heading: 'Open', figures: true },
        { heading: 'Late', figures: true },
        { heading: 'Not taken on', figures: true },
        { heading: 'Oldest, working days', figures: true },
      ],
      columns.map(({ ladderName, name, open, late, notTakenOn, oldestDays }) => [
        ladderName === null ? name : `${ladderName}: ${name}`,
        String(open),
        String(late),
        String(notTakenOn),
        oldestDays === null ? 'none' : String(oldestDays),
      ]),
    ),
    '',
    'Late, by who should act',
    ...(lateBy.length === 0 ? ['- none'] : lateBy.map(lateLine)),
    '',
    `Actions agreed whose day has passed`,
    ...(overdueActions.length === 0
      ? ['- none']
      : overdueActions.map(
          ({ reference, actionId, who, by }) => `- ${reference} ${actionId}: ${who ?? 'nobody named'}, by ${by}`,
        )),
    '',
    `Since Monday ${thisWeek.from}`,
    ...COUNTS_OF_WEEK.map((count) => countLine(inWordsOfWeek(count), thisWeek[count])),
    '',
    'What is counted',
    ...ESCALATIONS_DEFINITIONS.map(({ label, definition }) => `- ${label}: ${definition}`),
  ].join('\n');

const WAITS_FOR: Readonly<Record<OpenDispute['waitsFor'], string>> = {
  answer: 'answer',
  judgement: 'judgement',
  decision: 'where it goes',
  closing: 'closing',
  'taking-on': 'taking on',
  'not-worked-out': 'could not be worked out',
};

const lateLine = ({ team, alsoTeams, who, late, references }: LateGroup): string => {
  const whose = alsoTeams.length === 0 ? team?.name : undefined;
  const awaited = whoOf({ who, addressedTeam: team, alsoAddressed: alsoTeams });
  return `- ${[whose, awaited].filter((part) => part != null).join(', ')}: ${late} (${references.join(', ')})`;
};

/** Of one dispute; where the teams of siblings must each answer, also for which of them an answer is still to come. */
export const whoOf = ({
  who,
  addressedTeam,
  alsoAddressed,
}: Pick<OpenDispute, 'who' | 'addressedTeam' | 'alsoAddressed'>): string => {
  const teams = [addressedTeam, ...alsoAddressed].flatMap((team) =>
    team !== null && who.some((post) => post.team === team.id) ? [team.name ?? team.id] : [],
  );
  if (alsoAddressed.length === 0 || teams.length === 0) return whoInWords(who);
  return `${whoInWords(who)}, for ${teams.length === 1 ? '' : 'each of '}${teams.join(' and ')}`;
};

/** "Team manager (Q. Barlow)", "Team manager (vacancy)", "Social worker (L. Kemp, M. Lacey)": a post once, with all who hold it. */
export const whoInWords = (who: readonly PostAwaited[]): string => {
  const held = new Map<string, string[]>();
  for (const { title, person } of who) {
    const name = person === null ? 'vacancy' : (person.name ?? person.id);
    held.set(title, [...(held.get(title) ?? []), name]);
  }
  return [...held].map(([title, names]) => `${title} (${names.join(', ')})`).join(' or ');
};

/** The day never stands alone as a number of days, nor the number without its day. */
export const dueInWords = ({ certain, ...due }: Due, waiting: Waiting | null = null): string =>
  waiting === null
    ? `${daysInWords(due)}${certain ? '' : ', not yet certain'}`
    : `since ${waiting.since}, ${workingDaysInWords(waiting.workingDays)}${waiting.certain ? '' : ', not yet certain'}`;

const daysInWords = ({ dueOn, late, daysLeft, daysLate }: Omit<Due, 'certain'>): string => {
  if (dueOn === null) return 'none set';
  if (late) return `${dueOn}, late${daysLate === null || daysLate === 0 ? '' : ` by ${workingDaysInWords(daysLate)}`}`;
  if (daysLeft === null) return dueOn;
  return `${dueOn}, ${daysLeft === 0 ? 'due today' : `${workingDaysInWords(daysLeft)} left`}`;
};

const workingDaysInWords = (days: number): string => counted(days, 'working day');
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
