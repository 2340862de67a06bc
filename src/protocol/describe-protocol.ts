import type { LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { startOfDay } from '../calendar/dates.js';
import { deadlineFor } from './deadline.js';
import { allStages, workingDaysInTotal } from './ladder.js';
import type { PostKind, Protocol, Stage, StageClock } from './protocol.js';

/** Before Easter, before Christmas, and a Saturday: where counting by hand goes wrong. */
const EXAMPLE_DAYS: readonly LocalDate[] = ['2022-04-14', '2022-12-23', '2025-04-12'];

/** A protocol in words, for a person to check: the ladder with who answers and judges, and dates worked out. */
export const describeProtocol = (
  protocol: Protocol,
  calendar: WorkingCalendar,
  days: readonly LocalDate[] = EXAMPLE_DAYS,
): string =>
  [
    `${protocol.title} (${protocol.id})`,
    ...(protocol.source === undefined ? [] : [`Source: ${protocol.source}`]),
    `Words: ${Object.values(protocol.words).join(', ')}`,
    `Raised by ${either(protocol.raisers)}, for children: ${protocol.populations.join(', ')}`,
    '',
    ...allStages(protocol).flatMap(describeStage),
    '',
    `Formal stages together: ${workingDaysInTotal(protocol)} working days. Limit: ${inWords(protocol.totalCap)}.`,
    `Referral to Cafcass: by ${either(protocol.cafcass.by)}, for ${protocol.cafcass.populations.join(', ') || 'nobody'}, at any time.`,
    `Extensions: ${describeExtensions(protocol)}.`,
    `Recommendations of a review: ${describeRecommendations(protocol)}.`,
    '',
    ...days.flatMap((day) => workedExample(protocol, calendar, day)),
  ].join('\n');

const describeStage = (stage: Stage): string[] => [
  `${stage.number === 0 ? 'Informal' : `Stage ${stage.number}`}: ${stage.name}, ${describeClock(stage.clock)}`,
  `  answered by ${stage.answeredBy === 'any' ? either(stage.addressees) : both(stage.addressees)}` +
    `; settled when satisfied: ${both(stage.judges)}; taken up by ${either(stage.escalatedBy)}`,
];

const describeClock = (clock: StageClock): string => {
  if (clock.unit === 'none') return 'none set';
  return clock.unit === 'meeting' ? 'by the date of a meeting' : inWords(clock);
};

const inWords = (clock: { amount: number; unit: string } | null): string =>
  clock === null ? 'none set' : `${clock.amount} ${clock.unit.replace('-', ' ')}`;

const describeExtensions = ({ extensions }: Protocol): string => {
  if (!extensions.allowed) return 'not allowed';
  const most = extensions.maximumWorkingDays;
  return `granted by ${either(extensions.grantedBy)}${most === null ? '' : `, at most ${most} working days`}`;
};

const describeRecommendations = ({ recommendations }: Protocol): string =>
  recommendations === undefined
    ? 'no clock'
    : `answered by ${either(recommendations.answeredBy)} within ${inWords(recommendations.clock)}; silence means agreed`;

const workedExample = (protocol: Protocol, calendar: WorkingCalendar, day: LocalDate): string[] => [
  `A clock that starts on ${day}:`,
  ...allStages(protocol).map((stage) => {
    const { dueOn, rule } = deadlineFor(stage, startOfDay(day), calendar);
    return `  ${stage.name}: ${dueOn === null ? rule : `due ${dueOn} (${rule})`}`;
  }),
];

const either = (posts: readonly PostKind[]): string => posts.join(' or ');
const both = (posts: readonly PostKind[]): string => posts.join(' and ');
