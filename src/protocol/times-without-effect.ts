import { clockInWords } from './clock-in-words.js';
import {
  allStages,
  atLevel,
  countedAs,
  countsDays,
  inWorkingDays,
  laddersOf,
  placeOfStage,
  type Rungs,
  workingDaysInTotal,
} from './ladder.js';
import { isOutside } from './own-posts.js';
import type { Level, Protocol, Stage } from './protocol.js';
import { type Remark, stageTitled } from './remark.js';
import { isNeverItsOwn, levelsAt } from './times-of-stage.js';

/** IRO Handbook 6.2: all formal stages together take no more than 20 working days. */
export const HANDBOOK_TOTAL = 20;

/** Times and limits that another of them contradicts, and those that nothing ever comes of. */
export const timesWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOverTheLimit(protocol),
  ...allStages(protocol).flatMap((stage) => [
    ...countedFromNoCall(stage, protocol),
    ...longBeforeFormal(stage),
    ...dayZeroWithoutDays(stage, protocol),
    ...otherTimesAtALevel(stage, protocol),
    ...neverItsOwnTime(stage, protocol),
  ]),
  ...receiptAfterTheAnswer(protocol),
  ...levelsWithoutDays(protocol),
  ...noStageHasItsOwnTime(protocol),
  ...longerAtALevel(protocol),
];

interface TimeTogether {
  readonly days: number;
  /** Code of the level at which it is most; null where the protocol has none. */
  readonly level: string | null;
}

/** The time of its stages together, at the level that gives most. */
const timeUnderLimit = (protocol: Protocol, { code, stages }: Rungs): TimeTogether => {
  const isCounted = (stage: Stage): boolean => protocol.totalCap?.stages === 'all' || countedAs(stage) === 'formal';
  const levels = levelsAt({ ladder: code }, protocol);
  const times = (levels.length === 0 ? [null] : levels.map((level) => level.code)).map((level) => ({
    level,
    days: workingDaysInTotal(
      stages.map((stage) => atLevel(stage, protocol, level)),
      isCounted,
    ),
  }));
  return times.reduce((most, each) => (each.days > most.days ? each : most));
};

/** Of all ladders that pass it, once. */
const laddersOverTheLimit = (protocol: Protocol): Remark[] => {
  const { totalCap } = protocol;
  if (totalCap === null) return [];
  const over = laddersOf(protocol).flatMap((ladder) => {
    const time = timeUnderLimit(protocol, ladder);
    const isSaidOfTheHandbook =
      totalCap.amount === HANDBOOK_TOTAL && workingDaysInTotal(ladder.stages) > HANDBOOK_TOTAL;
    return time.days <= totalCap.amount || isSaidOfTheHandbook ? [] : [{ ladder, ...time }];
  });
  const [first] = over;
  if (first === undefined) return [];
  const each = over.map(({ ladder: { code, name, stages }, days, level }) => {
    const isRough = stages.some(({ clock }) => clock.unit === 'calendar-days' || clock.unit === 'hours');
    return `the stages${name === null ? '' : ` of the ladder ${code}`} take ${isRough ? 'about ' : ''}${days}${level === null ? '' : ` at the level ${level}`}`;
  });
  return [
    {
      where: 'total-cap.amount',
      orElse: first.ladder.name === null ? 'stages' : `ladders[${first.ladder.code}].stages`,
      message:
        `The limit over the stages together is ${clockInWords(totalCap)}, and ${each.join(', ')}: a dispute that is answered in time ` +
        'at each stage passes it all the same. Raise the limit, or shorten the stages.',
    },
  ];
};

const timesAtLevels = (times: readonly Pick<Level, 'code' | 'clock'>[]): string =>
  times.map(({ code, clock }) => `${code} ${clockInWords(clock ?? { unit: 'none' })}`).join(', ');

/** A stage must have a time, so it is said how to write one that holds. Where each level of the protocol has its own, that is said once. */
const neverItsOwnTime = (stage: Stage, protocol: Protocol): Remark[] =>
  isEachLevelTimed(protocol) || !isNeverItsOwn(stage, protocol)
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.clock`,
          message:
            `${stageTitled(stage)} has ${clockInWords(stage.clock)}, and each level that comes to it has a time of its own ` +
            `(${timesAtLevels(levelsAt(stage, protocol))}), so nothing ever has that time. Write the time of one of these levels, or leave the clock of a level out.`,
        },
      ];

const isEachLevelTimed = ({ levels = [] }: Protocol): boolean =>
  levels.length > 0 && levels.every(({ clock }) => clock !== undefined);

const noStageHasItsOwnTime = (protocol: Protocol): Remark[] => {
  const never = allStages(protocol).filter((stage) => isNeverItsOwn(stage, protocol));
  return !isEachLevelTimed(protocol) || never.length === 0
    ? []
    : [
        {
          where: 'levels',
          message:
            `Each level has a time of its own (${timesAtLevels(protocol.levels ?? [])}), so nothing ever has the time of ${never.map(withItsTime).join(', ')}. ` +
            'Leave out the clock of the level that has the time of the stages, or write the time of a level at the stages.',
        },
      ];
};

const withItsTime = (stage: Stage): string =>
  `${stageTitled(stage).replace(/^The /, 'the ')} (${clockInWords(stage.clock)})`;

/** A level that is there to make haste can make some stage longer. */
const longerAtALevel = (protocol: Protocol): Remark[] =>
  (protocol.levels ?? []).flatMap(({ code, clock }, index) => {
    if (clock === undefined) return [];
    const longer = allStages(protocol).filter(
      (stage) =>
        'amount' in stage.clock &&
        inWorkingDays(stage.clock) < inWorkingDays(clock) &&
        levelsAt(stage, protocol).some((level) => level.code === code) &&
        !isNeverItsOwn(stage, protocol),
    );
    return longer.length === 0
      ? []
      : [
          {
            where: `levels[${index}].clock`,
            message:
              `The level ${code} gives ${clockInWords(clock)}, which is more than there is without it at ${longer.map(withItsTime).join(', ')}. ` +
              'A level may give more time as well as less; where less was meant, shorten it.',
          },
        ];
  });

const countedFromNoCall = (stage: Stage, { beforeRaising }: Protocol): Remark[] =>
  stage.timing?.from === 'call' && !beforeRaising.some(({ act }) => act === 'call')
    ? [
        {
          where: `${placeOfStage(stage)}.clock.from`,
          message:
            `${stageTitled(stage)} counts its days from the call, and before-raising asks for no call: without a record of one they are ` +
            'counted from the raising. Say act: call in before-raising.',
        },
      ]
    : [];

const longBeforeFormal = (stage: Stage): Remark[] =>
  countedAs(stage) === 'formal' || inWorkingDays(stage.clock) <= HANDBOOK_TOTAL
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.clock`,
          message:
            `${stageTitled(stage)} may take ${clockInWords(stage.clock)} before anything is formal, and the Handbook (6.2) gives all formal ` +
            `stages together ${HANDBOOK_TOTAL} working days. Check the number.`,
        },
      ];

const dayZeroWithoutDays = (stage: Stage, protocol: Protocol): Remark[] =>
  countsDays(stage, protocol)
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.day-zero`,
          message: `${stageTitled(stage)} counts no days (${clockInWords(stage.clock)}), so its day-zero does nothing. Leave it out.`,
          ifWritten: true,
        },
      ];

/** A level replaces the time of a stage and nothing else that its clock says, which was written for that time. */
const otherTimesAtALevel = (stage: Stage, { levels = [] }: Protocol): Remark[] => {
  const { clock, timing: { from, afterSendBack } = {} } = stage;
  if (!('amount' in clock)) return [];
  return levels.flatMap(({ code, clock: own }) => [
    ...(own?.unit === 'hours' && from !== undefined
      ? [
          {
            where: `${placeOfStage(stage)}.clock.from`,
            message:
              `${stageTitled(stage)} counts days from the ${from}, and the level ${code} gives it hours, which run from the beginning of that day. ` +
              'Give the level days.',
          },
        ]
      : []),
    ...(own !== undefined && afterSendBack !== undefined && (own.unit !== clock.unit || afterSendBack >= own.amount)
      ? [
          {
            where: `${placeOfStage(stage)}.clock.after-send-back`,
            message:
              `${stageTitled(stage)} has after a send-back ${clockInWords({ unit: own.unit, amount: afterSendBack })} at the level ${code}, whose ` +
              `time is ${clockInWords(own)}: the number is in the unit of the level. Give the level more time in ${clock.unit}, or leave after-send-back out.`,
          },
        ]
      : []),
  ]);
};

/** A level gives its time in place of days or hours, so where no stage has any it gives none. */
const levelsWithoutDays = (protocol: Protocol): Remark[] =>
  allStages(protocol).some(({ clock }) => 'amount' in clock)
    ? []
    : (protocol.levels ?? []).flatMap(({ code, clock }, index) =>
        clock === undefined
          ? []
          : [
              {
                where: `levels[${index}].clock`,
                message: `The level ${code} gives ${clockInWords(clock)} in place of the time of a stage, and no stage has days or hours, so it does nothing. Give the stages a time.`,
              },
            ],
      );

/** A post that has answered by the date of the stage has received it, so a longer time for the receipt is never the first to pass. */
const receiptAfterTheAnswer = (protocol: Protocol): Remark[] => {
  const { receiptClock, levels = [] } = protocol;
  if (!('amount' in receiptClock)) return [];
  const asked = allStages(protocol).filter(
    ({ needs, addressees }) => needs !== 'report-only' && !addressees.every(isOutside),
  );
  if (asked.length === 0)
    return [
      {
        where: 'receipt-clock',
        message:
          'No stage has a post of the council that receives and answers, so receipt-clock does nothing. Leave it out.',
      },
    ];
  const late = asked.flatMap((stage) => {
    const times = [null, ...levels.map(({ code }) => code)]
      .slice(levels.length === 0 ? 0 : 1)
      .map((level) => atLevel(stage, protocol, level).clock)
      .filter((clock) => 'amount' in clock && inWorkingDays(clock) < inWorkingDays(receiptClock));
    return times.length === 0 ? [] : [`${stageTitled(stage).replace(/^The /, 'the ')} (${clockInWords(times[0]!)})`];
  });
  return late.length === 0
    ? []
    : [
        {
          where: 'receipt-clock',
          message:
            `There ${receiptClock.amount === 1 ? 'is' : 'are'} ${clockInWords(receiptClock)} to confirm the receipt, which is more than there is to answer at ${late.join(', ')}. ` +
            'Give it less time than the stages have.',
        },
      ];
};
