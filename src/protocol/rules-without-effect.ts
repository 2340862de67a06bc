import { chairsWithoutChildren } from './chairs-without-children.js';
import { clockInWords } from './clock-in-words.js';
import { laddersWithoutEffect } from './ladders-without-effect.js';
import { allStages, ladderOf, laddersOf, placeOfStage, stagesOf } from './ladder.js';
import type { PostKind, Protocol, Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';
import { stagesWithoutEffect } from './stages-without-effect.js';
import { timesWithoutEffect } from './times-without-effect.js';
import { wordsHalfSaid } from './words-half-said.js';

/** Rules that another rule of the same protocol contradicts, and those that nothing ever comes of. It is used all the same. */
export const rulesWithoutEffect = (protocol: Protocol): Remark[] => [
  ...(protocol.ladders ?? []).flatMap(({ code }) => raisersOfNoStage(protocol, code)),
  ...laddersWithoutEffect(protocol),
  ...chairsWithoutChildren(protocol),
  ...stagesWithoutEffect(protocol),
  ...timesWithoutEffect(protocol),
  ...allStages(protocol).flatMap((stage) => [
    ...beginsNowhere(stage, protocol),
    ...sendsNothing(stage, protocol),
    ...silenceSaidTwice(stage),
    ...silenceForNobody(stage, protocol),
    ...toldTwice(stage, protocol),
    ...halfAMeeting(stage),
    ...nothingToAnswer(stage),
    ...allOfOne(stage, protocol),
  ]),
  ...whereNothingIsAllowed(protocol),
  ...withoutGoodPractice(protocol),
  ...withoutConcerns(protocol),
  ...withoutCafcass(protocol),
  ...wordsHalfSaid(protocol),
];

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
  const about = protocol.ladders?.find(({ code }) => code === stage.ladder)?.for.about ?? 'child';
  const able = [
    // The IRO of a child may begin at any stage, but not with what is about the practice of one.
    ...(about === 'child' ? ['iro'] : []),
    ...raisersOn(protocol, ladderOf(stage)),
    ...stage.sentBy,
    ...sendersBelow(stage, protocol),
  ];
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

/** The IRO may send up what nobody answers, so a rule about silence is one for the others whom the stage names. */
const silenceForNobody = (stage: Stage, protocol: Protocol): Remark[] => {
  const isForNobody = (each: Stage): boolean =>
    !each.silenceIsNotAccepted &&
    each.onSilence !== 'escalate' &&
    each.needs !== 'report-only' &&
    each.escalatedBy.every((post) => post === 'iro' || post === 'conference-chair');
  return !isForNobody(stage) || endsIts(stage, protocol)
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.silence-is-not-accepted`,
          message:
            `${stageTitled(stage)} is sent up by the IRO alone, who may do so whenever no answer comes, so its silence-is-not-accepted: no stops ` +
            'nobody. Name in escalated-by who else sends it up, or leave it out.',
          ...(allStages(protocol).some((each) => !each.silenceIsNotAccepted && !isForNobody(each)) && {
            ifWritten: true,
          }),
        },
      ];
};

/** Nothing is sent up from the informal stage, nor from the last, which is said of them. */
const endsIts = (stage: Stage, protocol: Protocol): boolean =>
  stage.number === 0 ||
  !allStages(protocol).some((other) => ladderOf(other) === ladderOf(stage) && other.number > stage.number);

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

/** A rule that names posts, or an amount, for an act that nobody may do. */
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

/** Rules that only an answer brings into play, at a stage that asks for none; and a date that is no date of the stage. */
const nothingToAnswer = (stage: Stage): Remark[] =>
  nothingComesOf(stage)
    .map(({ keys, why }) =>
      keys.map((key) => ({
        where: `${placeOfStage(stage)}.${key}`,
        message: `${stageTitled(stage)} ${why.replace('{key}', key)}`,
        ifWritten: true as const,
      })),
    )
    .flat();

const nothingComesOf = ({ needs, clock }: Stage): { readonly keys: readonly string[]; readonly why: string }[] => {
  if (needs === 'report-only')
    return [
      {
        keys: [
          'answered-by',
          'earlier-date',
          'on-redirect',
          'silence-is-not-accepted',
          'escalation-judges',
          'escalated-by',
        ],
        why: 'only reports and waits for no answer: its {key} does nothing. Leave it out.',
      },
      {
        keys: ['judges'],
        why: 'only reports, so nobody judges an answer there: its judges do nothing but end it beside the IRO. Leave it out, or say needs: answer.',
      },
    ];
  if (clock.unit === 'none')
    return [
      {
        keys: ['earlier-date'],
        why: 'has no timescale, so a date may be asked for anyway: its {key} does nothing. Leave it out.',
      },
    ];
  return clock.unit === 'meeting'
    ? [
        {
          keys: ['earlier-date'],
          why: 'waits for a meeting, whose date is given by hand, and no meeting comes sooner because an earlier date was asked for. Leave earlier-date out, and give the meeting an earlier date.',
        },
      ]
    : [];
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

/** A council that takes no concern has no dispute, so nothing that the file says of disputes ever has an effect. */
const withoutConcerns = ({ kinds }: Protocol): Remark[] =>
  kinds.includes('concern')
    ? []
    : [
        {
          where: 'kinds',
          message:
            'kinds is good-practice alone, so these rules take acknowledgements and no dispute: whoever raises one is refused, and the stages ' +
            'and clocks are of no use. Add concern to kinds.',
        },
      ];

/** The route to Cafcass is that of looked-after children. */
const withoutCafcass = ({ cafcass }: Protocol): Remark[] =>
  cafcass.populations.length > 0
    ? []
    : [
        {
          where: 'cafcass.by',
          message:
            'cafcass.by says who refers to Cafcass, and the protocol is for no looked-after children, so it does nothing. Leave it out.',
          ifWritten: true,
        },
      ];

/** With one post to answer there is nobody else to wait for. A value of `every-stage` is of use if one stage has several. */
const allOfOne = (stage: Stage, protocol: Protocol): Remark[] =>
  stage.answeredBy === 'any' || stage.addressees.length > 1 || stage.needs === 'report-only'
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.answered-by`,
          message: `${stageTitled(stage)} has one post among its addressees, so answered-by: all does what any does. Name the others in addressees, or leave it out.`,
          ...(allStages(protocol).some(({ addressees }) => addressees.length > 1) && { ifWritten: true }),
        },
      ];
