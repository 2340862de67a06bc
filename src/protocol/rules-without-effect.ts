import { clockInWords } from './clock-in-words.js';
import { laddersWithoutEffect } from './ladders-without-effect.js';
import {
  allStages,
  atLevel,
  countedAs,
  countsDays,
  inWorkingDays,
  ladderOf,
  laddersOf,
  placeOfStage,
  type Rungs,
  stagesOf,
  workingDaysInTotal,
} from './ladder.js';
import type { PostKind, Protocol, Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';

/** IRO Handbook 6.2: all formal stages together take no more than 20 working days. */
export const HANDBOOK_TOTAL = 20;

/** Rules that another rule of the same protocol contradicts, and those that nothing ever comes of. It is used all the same. */
export const rulesWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap((ladder) => ladderOverItsLimit(protocol, ladder)),
  ...(protocol.ladders ?? []).flatMap(({ code }) => raisersOfNoStage(protocol, code)),
  ...laddersWithoutEffect(protocol),
  ...allStages(protocol).flatMap((stage) => [
    ...countedFromNoCall(stage, protocol),
    ...beginsNowhere(stage, protocol),
    ...sendsNothing(stage, protocol),
    ...silenceSaidTwice(stage),
    ...toldTwice(stage, protocol),
    ...halfAMeeting(stage),
    ...longBeforeFormal(stage),
    ...dayZeroWithoutDays(stage, protocol),
    ...nothingToAnswer(stage),
    ...otherTimesAtALevel(stage, protocol),
  ]),
  ...whereNothingIsAllowed(protocol),
  ...withoutGoodPractice(protocol),
];

/** The time of its stages together, at the level that gives most. */
const daysUnderLimit = (protocol: Protocol, { stages }: Rungs): number => {
  const isCounted = (stage: Stage): boolean => protocol.totalCap?.stages === 'all' || countedAs(stage) === 'formal';
  const levels = protocol.levels === undefined ? [null] : protocol.levels.map(({ code }) => code);
  return Math.max(
    ...levels.map((level) =>
      workingDaysInTotal(
        stages.map((stage) => atLevel(stage, protocol, level)),
        isCounted,
      ),
    ),
  );
};

const ladderOverItsLimit = (protocol: Protocol, ladder: Rungs): Remark[] => {
  const { totalCap } = protocol;
  const days = daysUnderLimit(protocol, ladder);
  const isSaidOfTheHandbook = totalCap?.amount === HANDBOOK_TOTAL && workingDaysInTotal(ladder.stages) > HANDBOOK_TOTAL;
  if (totalCap === null || days <= totalCap.amount || isSaidOfTheHandbook) return [];
  const of = ladder.name === null ? '' : ` of the ladder ${ladder.code}`;
  return [
    {
      where: 'total-cap.amount',
      orElse: ladder.name === null ? 'stages' : `ladders[${ladder.code}].stages`,
      message:
        `The limit over the stages together is ${clockInWords(totalCap)}, and the stages${of} take ${days}: a dispute that is answered in time ` +
        'at each stage passes it all the same. Raise the limit, or shorten the stages.',
    },
  ];
};

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

/** Those who raise on a ladder, before its stages name others. */
const raisersOn = (protocol: Protocol, code: string): readonly PostKind[] =>
  protocol.ladders?.find((ladder) => ladder.code === code)?.for.raisers ?? protocol.raisers;

/** Posts that send a dispute up from a lower stage of the ladder, and so can skip to this one. */
const sendersBelow = (stage: Stage, protocol: Protocol): PostKind[] =>
  allStages(protocol)
    .filter((other) => ladderOf(other) === ladderOf(stage) && other.number > 0 && other.number < stage.number)
    .flatMap(({ escalatedBy }) => escalatedBy);

/** Posts that a stage lets begin there, and that neither raise nor send up a stage below, so never come to it. */
export const neverBeginning = (stage: Stage, protocol: Protocol): PostKind[] => {
  if (stage.entry.rule === 'start') return [];
  const able = ['iro', ...raisersOn(protocol, ladderOf(stage)), ...stage.sentBy, ...sendersBelow(stage, protocol)];
  return stage.entry.by.filter((post) => !able.includes(post));
};

const beginsNowhere = (stage: Stage, protocol: Protocol): Remark[] => {
  const never = neverBeginning(stage, protocol);
  return never.length === 0
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.entry.by`,
          message:
            `${stageTitled(stage)} lets ${postsNamed(never, protocol)} begin there, who neither raises (raisers, or sent-by of this stage) ` +
            'nor sends up a stage below (escalated-by), so never comes to it. Name it in one of these, or leave it out.',
        },
      ];
};

/** Above the first stage it is the stage below that says who sends a dispute up. */
const sendsNothing = (stage: Stage, protocol: Protocol): Remark[] => {
  if (stage.entry.rule === 'start') return [];
  const below = allStages(protocol).find(
    (other) => ladderOf(other) === ladderOf(stage) && other.number === stage.number - 1,
  );
  const able = [...raisersOn(protocol, ladderOf(stage)), ...stage.entry.by, ...(below?.escalatedBy ?? [])];
  const never = stage.sentBy.filter((post) => !able.includes(post));
  return never.length === 0
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.sent-by`,
          message:
            `${stageTitled(stage)} is sent by ${postsNamed(never, protocol)}, who neither sends up the stage below (its escalated-by) nor ` +
            'begins here (entry.by), so sends nothing. Name it in one of these, or leave it out.',
        },
      ];
};

const raisersOfNoStage = (protocol: Protocol, code: string): Remark[] => {
  const ladder = laddersOf(protocol).find((each) => each.code === code)!;
  const able = [...protocol.raisers, ...stagesOf(ladder).flatMap(({ sentBy }) => sentBy)];
  const never = raisersOn(protocol, code).filter((post) => post !== 'iro' && !able.includes(post));
  return never.length === 0
    ? []
    : [
        {
          where: `ladders[${code}].for.raisers`,
          message:
            `The ladder ${code} is for what ${postsNamed(never, protocol)} raises, and neither raisers nor sent-by of its stages names it, so ` +
            'it raises nothing there. Name it in one of these.',
        },
      ];
};

const silenceSaidTwice = (stage: Stage): Remark[] =>
  stage.onSilence === 'escalate' && !stage.silenceIsNotAccepted
    ? [
        {
          where: `${placeOfStage(stage)}.silence-is-not-accepted`,
          message:
            `${stageTitled(stage)} goes up by itself when no answer comes (on-silence: escalate), whatever silence-is-not-accepted says. ` +
            'Say on-silence: ask-the-judge where silence alone shall not send it up.',
        },
      ]
    : [];

const toldTwice = (stage: Stage, protocol: Protocol): Remark[] => {
  const answering = [...stage.copyTo, ...stage.notifyOnly].filter((post) => stage.addressees.includes(post));
  const both = stage.notifyOnly.filter((post) => stage.copyTo.includes(post) && !answering.includes(post));
  const key = stage.copyTo.some((post) => answering.includes(post)) ? 'copy-to' : 'notify-only';
  return [
    ...(answering.length === 0
      ? []
      : [
          {
            where: `${placeOfStage(stage)}.${key}`,
            message: `${stageTitled(stage)} is answered by ${postsNamed([...new Set(answering)], protocol)}, who reads it anyway. Leave it out of ${key}.`,
          },
        ]),
    ...(both.length === 0
      ? []
      : [
          {
            where: `${placeOfStage(stage)}.notify-only`,
            message: `${stageTitled(stage)} is copied to ${postsNamed(both, protocol)}, who is told by that. Leave it out of notify-only.`,
          },
        ]),
  ];
};

const halfAMeeting = (stage: Stage): Remark[] => {
  const isTimed = stage.clock.unit === 'meeting';
  if (isTimed && stage.needs === 'answer')
    return [
      {
        where: `${placeOfStage(stage)}.clock`,
        message:
          `${stageTitled(stage)} waits for the date of a meeting and asks for an answer, which its addressees give by that date. ` +
          'Where the meeting decides, say `needs: meeting-decision`.',
      },
    ];
  if (!isTimed && stage.needs === 'meeting-decision')
    return [
      {
        where: `${placeOfStage(stage)}.needs`,
        message:
          `${stageTitled(stage)} asks for what a meeting decides, and its time is ${clockInWords(stage.clock)}, whenever the meeting is. ` +
          'Where it is decided on the date of the meeting, say `clock: meeting`.',
      },
    ];
  return [];
};

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

/** Who may do something, and how much of it, where nobody may. */
const whereNothingIsAllowed = ({ extensions, pauses }: Protocol): Remark[] => [
  ...(extensions.allowed
    ? []
    : [
        withoutAllowed('extensions.granted-by', 'who gives more time, and no more time is allowed'),
        withoutAllowed('extensions.maximum-working-days', 'how much more time there is, and none is allowed'),
      ]),
  ...(pauses.allowed ? [] : [withoutAllowed('pauses.by', 'who pauses the clock, and no pause is allowed')]),
];

const withoutAllowed = (where: string, what: string): Remark => ({
  where,
  message: `${where} says ${what}, so it does nothing. Say allowed: yes beside it, or leave it out.`,
  ifWritten: true,
});

/** What only an answer brings into play, at a stage that asks for none; and a date that may be asked for anyway. */
const nothingToAnswer = (stage: Stage): Remark[] => {
  const keys =
    stage.needs === 'report-only'
      ? ['answered-by', 'earlier-date', 'on-redirect', 'silence-is-not-accepted']
      : stage.clock.unit === 'none'
        ? ['earlier-date']
        : [];
  const why =
    stage.needs === 'report-only'
      ? 'only reports and waits for no answer'
      : 'has no timescale, so a date may be asked for anyway';
  return keys.map((key) => ({
    where: `${placeOfStage(stage)}.${key}`,
    message: `${stageTitled(stage)} ${why}: its ${key} does nothing. Leave it out.`,
    ifWritten: true,
  }));
};

const withoutGoodPractice = ({ kinds }: Protocol): Remark[] =>
  kinds.includes('good-practice')
    ? []
    : [
        { key: 'acknowledgement.givers', what: 'who gives acknowledgements' },
        { key: 'one-form', what: 'on which form they are kept' },
      ].map(({ key, what }) => ({
        where: key,
        message: `${key} says ${what}, and kinds leaves good-practice out, so it does nothing. Add good-practice to kinds, or leave it out.`,
        ifWritten: true,
      }));
