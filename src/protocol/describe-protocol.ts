import type { LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { startOfDay } from '../calendar/dates.js';
import { deadlineFor } from './deadline.js';
import { ladderInWords, stageInWords, wholeInWords } from './in-words.js';
import { allStages, placeInWords, stagesOf } from './ladder.js';
import type { Ladder, Protocol, Stage } from './protocol.js';
import { timesInWords, timesOf, togetherInWords } from './times-of-stage.js';

/** Before Easter, before Christmas, and a Saturday: where counting by hand goes wrong. */
const EXAMPLE_DAYS: readonly LocalDate[] = ['2022-04-14', '2022-12-23', '2025-04-12'];

/** A protocol in words, for a person to check: every rule, stage by stage, and dates worked out. */
export const describeProtocol = (
  protocol: Protocol,
  calendar: WorkingCalendar,
  days: readonly LocalDate[] = EXAMPLE_DAYS,
): string =>
  [
    `${protocol.title} (${protocol.id})`,
    ...wholeInWords(protocol).map(({ says }) => `  ${says}`),
    '',
    ...stagesOf({ code: '', name: null, ...protocol }).flatMap(describeStage(protocol)),
    '',
    together(protocol.stages, protocol),
    '',
    ...(protocol.ladders ?? []).flatMap(describeLadder(protocol)),
    ...days.flatMap((day) => workedExample(protocol, calendar, day)),
  ].join('\n');

const describeLadder =
  (protocol: Protocol) =>
  (ladder: Ladder): string[] => [
    `Ladder “${ladder.code}”`,
    ...ladderInWords(ladder, protocol).map(({ says }) => `  ${says}`),
    '',
    ...stagesOf(ladder).flatMap(describeStage(protocol)),
    '',
    together(ladder.stages, protocol),
    '',
  ];

const together = (stages: readonly Stage[], protocol: Protocol): string =>
  `Formal stages together: ${togetherInWords(stages, protocol)}.`;

const describeStage =
  (protocol: Protocol) =>
  (stage: Stage): string[] => [
    `${placeInWords(stage).replace(/^./, (first) => first.toUpperCase())}: ${stage.name}, ${timesInWords(stage, protocol)}`,
    ...stageInWords(stage, protocol).map((says) => `  ${says}`),
  ];

const workedExample = (protocol: Protocol, calendar: WorkingCalendar, day: LocalDate): string[] => [
  `A clock that starts on ${day}:`,
  ...allStages(protocol).flatMap((each) =>
    timesOf(each, protocol).map(({ level, stage }) => {
      const { dueOn, rule } = deadlineFor(stage, startOfDay(day), calendar);
      const at = level === null ? '' : `, level “${level.code}”`;
      return `  ${stage.name}${at}: ${dueOn === null ? rule : `due ${dueOn} (${rule})`}`;
    }),
  ),
];
