import { allStages, laddersOf, placeOfStage, type Rungs, stagesOf, workingDaysInTotal } from './ladder.js';
import { kindOfPost } from './own-posts.js';
import type { Ladder, Protocol, Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';
import { rulesWithoutEffect } from './rules-without-effect.js';
import { stageNamesContradicted } from './stage-names-contradicted.js';
import { themesWithoutOther } from './themes-without-other.js';
import { timesUnlikely } from './times-unlikely.js';
import { HANDBOOK_TOTAL } from './times-without-effect.js';
import { wordsUnlikely } from './words-unlikely.js';

/** Remarks on departures of a protocol from the IRO Handbook, chapter 6, and on its parts without effect. It is used all the same. */
export const remarksOn = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap(longLadder),
  ...highCap(protocol),
  ...formalStages(protocol).flatMap(timelessStage),
  ...allStages(protocol).flatMap((stage) => judgesWhoMustAnswer(stage, protocol)),
  ...allStages(protocol).flatMap(silenceWithoutDate),
  ...withoutEffect(protocol),
  ...rulesWithoutEffect(protocol),
  ...stageNamesContradicted(protocol),
  ...timesUnlikely(protocol),
  ...wordsUnlikely(protocol),
  ...themesWithoutOther(protocol),
  ...postsWithoutRule(protocol),
  ...laddersOf(protocol).flatMap((rungs) => stagesOf(rungs).flatMap(sendBackWithoutStage(rungs))),
  ...(protocol.populations.includes('looked-after') ? limitsOnTheIro(protocol) : []),
];

const formalStages = (protocol: Protocol): Stage[] => laddersOf(protocol).flatMap(({ stages }) => stages);

const longLadder = ({ code, name, stages }: Rungs): Remark[] => {
  const days = workingDaysInTotal(stages);
  return days > HANDBOOK_TOTAL
    ? [
        {
          where: name === null ? 'stages' : `ladders[${code}].stages`,
          message:
            `The formal stages${name === null ? '' : ` of the ladder ${code}`} take ${days} working days together; the Handbook (6.2) says no more than ${HANDBOOK_TOTAL}. ` +
            'Disputes that pass it will show a warning.',
        },
      ]
    : [];
};

const highCap = ({ totalCap }: Protocol): Remark[] =>
  totalCap !== null && totalCap.amount <= HANDBOOK_TOTAL
    ? []
    : [
        {
          where: 'total-cap',
          message: `The Handbook (6.2) limits the formal stages to ${HANDBOOK_TOTAL} working days together; this protocol does not.`,
        },
      ];

const BYPASS =
  'The Handbook (6.2) lets the IRO bypass any stage: an IRO who gives a reason will be shown this and not stopped.';

const barredStage = (stage: Stage): Remark[] => {
  const entry = `${placeOfStage(stage)}.entry`;
  if (stage.entry.rule === 'after-all-earlier')
    return [{ where: entry, message: `${stageTitled(stage)} may be entered only after all earlier stages. ${BYPASS}` }];
  if (stage.entry.by.includes('iro')) return [];
  // Those who raise begin there where nobody is named; that the IRO is not among them is said of the raisers, once.
  const message = `${stageTitled(stage)} may not be entered by the IRO. ${BYPASS}`;
  return [{ where: `${entry}.by`, message, ifWritten: true }];
};

const barredLadder = ({ code, for: { raisers }, stages }: Ladder): Remark[] =>
  raisers === undefined || raisers.includes('iro') || stages.every(({ entry }) => entry.rule === 'start')
    ? []
    : [
        {
          where: `ladders[${code}].for.raisers`,
          message: `The IRO is not among those who raise on the ladder ${code}, so begins at none of its stages. ${BYPASS}`,
        },
      ];

const limitsOnTheIro = (protocol: Protocol): Remark[] => [
  ...requiredEvenIfUrgent(protocol),
  ...[protocol, ...aboutChildren(protocol)].flatMap(({ stages }) => stages.flatMap(barredStage)),
  ...aboutChildren(protocol).flatMap(barredLadder),
];

const aboutChildren = ({ ladders = [] }: Protocol): Ladder[] =>
  ladders.filter((ladder) => ladder.for.about === 'child');

const timelessStage = (stage: Stage): Remark[] =>
  stage.clock.unit === 'none' && stage.needs === 'answer'
    ? [
        {
          where: `${placeOfStage(stage)}.clock`,
          message: `${stageTitled(stage)} has no timescale; the Handbook (6.2) asks for one at each level. It will show as “none set”.`,
        },
      ]
    : [];

/** Nobody judges their own answer: without another judge the stage would be a dead end. */
const judgesWhoMustAnswer = (stage: Stage, protocol: Protocol): Remark[] => {
  const both = [...new Set([...stage.judges, ...stage.escalationJudges])].filter((post) =>
    stage.addressees.includes(post),
  );
  if (both.length === 0) return [];
  const key = stage.judges.some((post) => both.includes(post)) ? 'judges' : 'escalation-judges';
  const others = stage.judges.some((post) => !both.includes(post));
  const another = both.includes('iro') ? 'iro-manager' : 'iro';
  return [
    {
      where: `${placeOfStage(stage)}.${key}`,
      message:
        `${stageTitled(stage)} is answered by ${postsNamed(both, protocol)} and judged by the same. Nobody judges their own answer: ` +
        (others
          ? `the other judges alone do. Leave ${postsNamed(both, protocol)} out of ${key}.`
          : `${both.includes('iro') ? 'an IRO manager' : 'the IRO'} judges it, and can record that no agreement was reached. Name a judge who does not answer, as \`judges: ${another}\`.`),
    },
  ];
};

const silenceWithoutDate = (stage: Stage): Remark[] => {
  if (stage.clock.unit !== 'none' || stage.onSilence === 'ask-the-judge') return [];
  const why =
    stage.needs === 'report-only'
      ? `only reports and waits for no answer, so on-silence: ${stage.onSilence} never comes to it`
      : `has no timescale, so on-silence: ${stage.onSilence} comes to it only where a date is asked for`;
  return [
    {
      where: `${placeOfStage(stage)}.on-silence`,
      message: `${stageTitled(stage)} ${why}.`,
      // A key that every stage has is of use at the others.
      ...(stage.needs === 'report-only' && { ifWritten: true }),
    },
  ];
};

/** A dispute is sent back to a lower formal stage, so never to the informal one, nor to the last. */
const sendBackWithoutStage =
  ({ stages }: Rungs) =>
  (stage: Stage): Remark[] =>
    stage.timing?.afterSendBack === undefined || (stage.number > 0 && stage.number < stages.length)
      ? []
      : [
          {
            where: `${placeOfStage(stage)}.clock.after-send-back`,
            message: `Nothing is sent back to ${stage.number === 0 ? 'an informal stage' : 'the last stage'}, so after-send-back never comes to ${stageTitled(stage)}.`,
          },
        ];

/** A post that no rule names is nobody's to answer, judge or be told from. */
const postsWithoutRule = (protocol: Protocol): Remark[] => {
  const { posts = [], raisers, acknowledgement, cafcass, extensions, pauses, recommendations } = protocol;
  const named = new Set([
    ...raisers,
    ...acknowledgement.givers,
    ...cafcass.by,
    ...extensions.grantedBy,
    ...pauses.by,
    ...(recommendations?.answeredBy ?? []),
    ...allStages(protocol).flatMap((stage) => [
      ...stage.addressees,
      ...stage.copyTo,
      ...stage.notifyOnly,
      ...stage.sentBy,
      ...stage.judges,
      ...stage.escalationJudges,
      ...stage.escalatedBy,
      ...stage.entry.by,
    ]),
  ]);
  return posts.flatMap((post, index) =>
    named.has(kindOfPost(post))
      ? []
      : [{ where: `posts[${index}]`, message: `No rule names the post ${post.code}, so nothing ever comes to it.` }],
  );
};

const requiredEvenIfUrgent = ({ beforeRaising }: Protocol): Remark[] =>
  beforeRaising.flatMap(({ rule, unless }, index) =>
    rule === 'required' && unless === 'none'
      ? [
          {
            where: beforeRaising.length === 1 ? 'before-raising' : `before-raising[${index}].unless`,
            message:
              'Before raising, something is required also where it is urgent. The Handbook (6.4) makes the IRO personally responsible ' +
              'for raising: the IRO of a looked-after child who marks it as urgent and gives the reason is not stopped.',
          },
        ]
      : [],
  );

const withoutEffect = ({ extensions, totalCap }: Protocol): Remark[] =>
  totalCap?.rule === 'block' && !extensions.allowed
    ? [
        {
          where: 'total-cap.rule',
          message:
            'The rule “block” refuses more time that would pass the limit, and no more time is allowed here, so it refuses nothing.',
        },
      ]
    : [];
