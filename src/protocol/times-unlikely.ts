import { clockInWords } from './clock-in-words.js';
import { allStages, inWorkingDays, laddersOf, placeOfStage, type Rungs } from './ladder.js';
import type { Protocol, Stage } from './protocol.js';
import { type Remark, stageTitled } from './remark.js';
import { HANDBOOK_TOTAL } from './times-without-effect.js';

/** Remarks on times that could be kept and are most likely a slip of the pen, or that are over before they begin. */
export const timesUnlikely = (protocol: Protocol): Remark[] => [
  ...allStages(protocol).flatMap((stage) => [...fewHours(stage), ...oneChoice(stage)]),
  ...laddersOf(protocol).flatMap(({ stages }) => stages.flatMap((stage) => overBeforeItBegins(stage, stages))),
  ...moreThanTheLimit(protocol),
  ...longBeforeRaising(protocol),
];

/** A dispute that is sent at four in the afternoon is due before anybody is back at work. */
const FEW_HOURS = 12;

const fewHours = (stage: Stage): Remark[] =>
  stage.clock.unit === 'hours' && stage.clock.amount < FEW_HOURS
    ? [
        {
          where: `${placeOfStage(stage)}.clock`,
          message:
            `${stageTitled(stage)} has ${clockInWords(stage.clock)}, and hours run over the night: what is sent in the afternoon is late before the ` +
            'next morning. Check the unit.',
        },
      ]
    : [];

const oneChoice = (stage: Stage): Remark[] =>
  stage.timing?.chosen === true && 'amount' in stage.clock && stage.clock.amount === 1
    ? [
        {
          where: `${placeOfStage(stage)}.clock.raiser-chooses`,
          message: `${stageTitled(stage)} has at most ${clockInWords(stage.clock)}, so with raiser-chooses there is nothing to choose. Raise the limit, or leave raiser-chooses out.`,
        },
      ]
    : [];

/** Days that run from the raising are spent at the stages below. */
const overBeforeItBegins = (stage: Stage, stages: Rungs['stages']): Remark[] => {
  const { clock, timing } = stage;
  if (timing?.from === undefined || !('amount' in clock)) return [];
  const below = Math.ceil(
    stages
      .filter(({ number }) => number < stage.number)
      .map((each) => inWorkingDays(each.clock))
      .reduce((sum, days) => sum + days, 0),
  );
  return below === 0 || below < inWorkingDays(clock)
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.clock.from`,
          message:
            `${stageTitled(stage)} counts its ${clockInWords(clock)} from the ${timing.from}, and the stages below it take ${below} working days: ` +
            'what took them all is due there on the next working day. Give it more days, or count them from the stage.',
        },
      ];
};

const moreThanTheLimit = ({ extensions, totalCap }: Protocol): Remark[] => {
  const most = extensions.maximumWorkingDays;
  return !extensions.allowed || most === null || totalCap === null || most <= totalCap.amount
    ? []
    : [
        {
          where: 'extensions.maximum-working-days',
          message:
            `There may be ${clockInWords({ unit: 'working-days', amount: most })} more for one answer, and the limit over the stages together is ` +
            `${clockInWords(totalCap)}. Check the number.`,
        },
      ];
};

/** A conversation that was held longer ago than a whole ladder takes is hardly about this dispute. */
const longBeforeRaising = ({ beforeRaising }: Protocol): Remark[] =>
  beforeRaising.flatMap(({ act, within }, index) =>
    within === undefined || inWorkingDays(within) <= HANDBOOK_TOTAL
      ? []
      : [
          {
            where: beforeRaising.length === 1 ? 'before-raising' : `before-raising[${index}].within`,
            message: `Before raising, ${act} may be ${clockInWords(within)} ago, and the Handbook (6.2) gives all formal stages together ${HANDBOOK_TOTAL} working days. Check the number.`,
          },
        ],
  );
