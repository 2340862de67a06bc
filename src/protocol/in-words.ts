import { clockInWords } from './clock-in-words.js';
import { allStages, countedAs, countsDays, laddersOf, placeOfStage, stagesOf } from './ladder.js';
import { codeOfPost, type CouncilPost, titleOfPost } from './own-posts.js';
import { isNeverItsOwn } from './times-of-stage.js';
import type { BeforeRaising, Ladder, PostKind, Protocol, Stage, ThemeInUse } from './protocol.js';

/** One rule of a protocol as a sentence, under the key that says it. */
export interface RuleInWords {
  /** `total-cap.rule`; of a stage `stages[0].clock`, or `informal.clock`. */
  readonly key: string;
  readonly says: string;
}

/** Every key of a protocol in words, also those that the file leaves out: what is not said here is no rule. */
export const rulesInWords = (protocol: Protocol): RuleInWords[] => [
  ...ofTheWhole(protocol),
  ...laddersOf(protocol).flatMap((ladder) => [
    ...('for' in ladder ? ladderInWords(ladder as Ladder, protocol) : []),
    ...stagesOf(ladder).flatMap((stage) =>
      Object.entries(ofStage(stage, protocol)).map(([key, says]) => ({ key: `${placeOfStage(stage)}.${key}`, says })),
    ),
  ]),
];

/** For which disputes a ladder beside the main one is, and what is called otherwise there. */
export const ladderInWords = (
  { code, name, words = {}, for: { populations, raisers, themes, levels, about } }: Ladder,
  { posts: own }: Pick<Protocol, 'posts'>,
): RuleInWords[] => {
  const said = (key: string, says: string): RuleInWords => ({ key: `ladders[${code}].${key}`, says });
  const any = (list: readonly string[] | undefined): string => list?.join(' or ') ?? 'any';
  const anyCode = (list: readonly string[] | undefined): string => any(list?.map((code) => `“${code}”`));
  return [
    said('name', `Called “${name}”`),
    said('for.populations', `For children: ${any(populations)}`),
    said('for.raisers', `Raised by: ${raisers === undefined ? 'whoever raises' : anyOf(raisers, own)}`),
    said('for.themes', `With the primary theme: ${any(themes)}`),
    said('for.levels', `Of the level: ${anyCode(levels)}`),
    said(
      'for.about',
      `About: ${about === 'child' ? 'a child' : 'the practice of an IRO, whom whoever raises it names, and who neither holds it nor says if they are satisfied'}`,
    ),
    ...Object.entries(words).map(([key, word]) =>
      said(`words.${key}`, `Word for “${WORD_FOR[key as keyof Protocol['words']]}” on it: ${word}`),
    ),
  ];
};

/** The rules of one stage, in the order of its life. */
export const stageInWords = (stage: Stage, protocol: Protocol): string[] => Object.values(ofStage(stage, protocol));

export const wholeInWords = (protocol: Protocol): RuleInWords[] => ofTheWhole(protocol);

const ofTheWhole = (protocol: Protocol): RuleInWords[] => [
  { key: 'id', says: `Known as “${protocol.id}”` },
  { key: 'title', says: `Called “${protocol.title}”` },
  { key: 'source', says: protocol.source === undefined ? 'Published: not said' : `Published: ${protocol.source}` },
  ...Object.entries(protocol.words).map(([key, word]) => ({
    key: `words.${kebab(key)}`,
    says: `Word for “${WORD_FOR[key as keyof Protocol['words']]}”: ${word}`,
  })),
  { key: 'posts', says: `Posts of its own: ${(protocol.posts ?? []).map(postInWords).join('; ') || 'none'}` },
  { key: 'raisers', says: `Raised by: ${anyOf(protocol.raisers, protocol.posts)}` },
  { key: 'populations', says: `For children: ${protocol.populations.join(', ')}` },
  { key: 'kinds', says: `Takes: ${protocol.kinds.join(', ')}` },
  { key: 'one-form', says: `Concerns and good practice on one form: ${yesNo(protocol.oneForm === true)}` },
  { key: 'before-raising', says: `Before raising: ${protocol.beforeRaising.map(actBefore).join('; ') || 'nothing'}` },
  { key: 'receipt-clock', says: `Receipt is confirmed within: ${clockInWords(protocol.receiptClock)}` },
  {
    key: 'acknowledgement.givers',
    says: `Acknowledgements are given by: ${anyOf(protocol.acknowledgement.givers, protocol.posts)}`,
  },
  {
    key: 'challenge-from-stage',
    says:
      protocol.challengeFromStage === undefined
        ? 'A challenge meeting looks at stages that a meeting times, and no other'
        : `A challenge meeting looks at every one that has reached stage ${protocol.challengeFromStage}${allStages(protocol).some(({ clock }) => clock.unit === 'meeting') ? ', and at stages that a meeting times' : ''}`,
  },
  {
    key: 'cafcass.populations',
    says: `Referral to Cafcass: at any time, for ${protocol.cafcass.populations.join(', ') || 'nobody'}`,
  },
  { key: 'cafcass.by', says: `Referral to Cafcass is made by: ${anyOf(protocol.cafcass.by, protocol.posts)}` },
  {
    key: 'parallel-routes',
    says: `May be taken to another agency besides: ${protocol.parallelRoutes.includes('other-agency') ? 'yes' : 'no'}`,
  },
  ...levelsInWords(protocol),
  ...totalCapInWords(protocol),
  ...extensionsInWords(protocol),
  { key: 'pauses.allowed', says: `The clock may be paused: ${yesNo(protocol.pauses.allowed)}` },
  {
    key: 'pauses.by',
    says: `Paused by: ${protocol.pauses.allowed ? anyOf(protocol.pauses.by, protocol.posts) : 'nobody'}`,
  },
  ...recommendationsInWords(protocol),
  {
    key: 'review-standards',
    says:
      protocol.reviewStandards === undefined
        ? 'Review standards: the program’s own list'
        : `Review standards: ${protocol.reviewStandards.map(({ code, text, theme, after18 }) => `${code} “${text}” (${theme}${after18 ? ', after 18' : ''})`).join('; ')}`,
  },
  { key: 'themes', says: `Themes: ${protocol.themes.map(themeInWords).join(', ')}` },
];

const levelsInWords = ({ levels = [] }: Protocol): RuleInWords[] =>
  levels.length === 0
    ? [{ key: 'levels', says: 'Levels: none' }]
    : [
        {
          key: 'levels',
          says: `Levels, said on raising; the IRO, and those who answer for the IRO service, may change it with a reason: ${levels.map(({ name }) => name).join(', ')}`,
        },
        ...levels.flatMap(({ code, name, clock }) => [
          { key: `levels[${code}].name`, says: `Level “${code}”: called “${name}”` },
          {
            key: `levels[${code}].clock`,
            says: `Level “${code}”, time for an answer: ${clock === undefined ? 'as the stage says' : clockInWords(clock)}`,
          },
        ]),
      ];

const totalCapInWords = ({ totalCap }: Protocol): RuleInWords[] =>
  totalCap === null
    ? [{ key: 'total-cap', says: 'Limit over the stages together: none set' }]
    : [
        { key: 'total-cap.amount', says: `Limit over the stages together: ${clockInWords(totalCap)}` },
        {
          key: 'total-cap.rule',
          says:
            totalCap.rule === 'block'
              ? 'More time that would pass the limit: refused; nothing else stops at it'
              : 'More time that would pass the limit: given with a warning',
        },
        {
          key: 'total-cap.stages',
          says: `The limit is over: ${totalCap.stages === 'all' ? 'informal and formal matters' : 'formal matters'}`,
        },
      ];

const extensionsInWords = ({ extensions, posts }: Protocol): RuleInWords[] => [
  { key: 'extensions.allowed', says: `More time may be asked for: ${yesNo(extensions.allowed)}` },
  {
    key: 'extensions.granted-by',
    says: `More time is given by: ${extensions.allowed ? anyOf(extensions.grantedBy, posts) : 'nobody'}`,
  },
  {
    key: 'extensions.maximum-working-days',
    says: `More time at most: ${!extensions.allowed ? 'none' : extensions.maximumWorkingDays === null ? 'no limit of its own' : days(extensions.maximumWorkingDays)}`,
  },
];

const recommendationsInWords = ({ recommendations, posts }: Protocol): RuleInWords[] =>
  recommendations === undefined
    ? [{ key: 'recommendations', says: 'Recommendations of a review: not sent for agreement, no clock' }]
    : [
        {
          key: 'recommendations.answered-by',
          says: `Recommendations of a review are answered by: ${anyOf(recommendations.answeredBy, posts)}`,
        },
        {
          key: 'recommendations.clock',
          says: `Silence about them means agreed after: ${clockInWords(recommendations.clock)}`,
        },
      ];

/** Those who raise begin at the first stage, whoever else sends it. */
const besides = (stage: Stage, { raisers, ladders = [] }: Protocol): string => {
  const { for: by } = ladders.find(({ code }) => code === stage.ladder) ?? {};
  const isOfOthers = (by?.raisers ?? raisers).some((post) => !stage.sentBy.includes(post));
  return stage.entry.rule === 'start' && isOfOthers ? ', besides those who raise' : '';
};

const ofStage = (stage: Stage, protocol: Protocol): Record<string, string> => ({
  name: `Called “${stage.name}”`,
  code: `Code in reports: “${stage.code}”`,
  'counts-as': `Counts as: ${countedAs(stage)}`,
  entry: stage.entry.rule === 'start' ? 'The usual first stage' : `Entered first: ${ENTRY[stage.entry.rule]}`,
  'entry.by': `May begin here: ${anyOf(stage.entry.by, protocol.posts)}`,
  'sent-by': `Sent by: ${anyOf(stage.sentBy, protocol.posts)}${besides(stage, protocol)}`,
  ...(stage.needs === 'report-only'
    ? { addressees: `Reported to: ${allOf(stage.addressees, protocol.posts)}` }
    : {
        addressees: `Answered by: ${postsInWords(stage.addressees, stage.answeredBy === 'any' ? 'or' : 'and', protocol.posts)}`,
        'answered-by':
          stage.answeredBy === 'any' ? 'The answer of any one of them is enough' : 'Each of them must answer',
      }),
  needs: `Asks for: ${NEEDS[stage.needs]}`,
  clock: `Time: ${timeInWords(stage)}${isNeverItsOwn(stage, protocol) ? ', which each level that comes here replaces' : ''}`,
  ...(countsDays(stage, protocol)
    ? {
        'day-zero':
          stage.dayZero === 'next-working-day'
            ? 'Raised on a day nobody works: the next working day is day 0'
            : 'Raised on a day nobody works: that day is day 0',
      }
    : {}),
  ...(stage.needs === 'report-only' ? {} : clockMovedInWords(stage)),
  'copy-to': `Copies to: ${allOf(stage.copyTo, protocol.posts)}`,
  'notify-only': `Told and asked for nothing: ${allOf(stage.notifyOnly, protocol.posts)}`,
  ...(stage.needs === 'report-only'
    ? { judges: `Ended by: ${anyOf(endedBy(stage, protocol), protocol.posts)}; nobody is asked if they are satisfied` }
    : answerInWords(stage, protocol)),
});

const clockMovedInWords = (stage: Stage): Record<string, string> => ({
  'earlier-date': `An earlier date may be asked for: ${yesNo(stage.earlierDate)}`,
  'on-redirect': `Sent on to another team, the clock ${stage.onRedirect === 'restarts' ? 'starts anew' : 'runs on'}`,
});

/** The consequences of an answer, and of none. */
const answerInWords = (stage: Stage, protocol: Protocol): Record<string, string> => ({
  judges: `Settled when satisfied: ${allOf(stage.judges, protocol.posts)}`,
  'escalation-judges': `May go up when not satisfied: ${allOf(stage.escalationJudges, protocol.posts)}`,
  'escalated-by': `Taken up by: ${anyOf(stage.escalatedBy, protocol.posts)}`,
  'on-silence': `No answer in time: ${SILENCE[stage.onSilence]}`,
  'silence-is-not-accepted': `Silence alone lets it go up: ${silenceAlone(stage, protocol)}`,
});

/** The IRO ends what only reports, but for what is about the IRO's own practice; and so do the judges. */
const endedBy = (stage: Stage, protocol: Protocol): PostKind[] => [
  ...new Set([...(isAboutAnIro(stage, protocol) ? [] : ['iro' as const]), ...stage.judges]),
];

const isAboutAnIro = (stage: Stage, { ladders = [] }: Protocol): boolean =>
  ladders.some(({ code, for: by }) => code === stage.ladder && by.about === 'iro-practice');

/** The IRO may send up whatever nobody answers, but for what is about the IRO's own practice. */
const silenceAlone = (stage: Stage, protocol: Protocol): string => {
  if (stage.onSilence === 'escalate') return 'yes, by itself';
  if (stage.silenceIsNotAccepted) return 'yes';
  return isAboutAnIro(stage, protocol) ? 'no' : 'no, unless the IRO takes it up';
};

const WORD_FOR: Readonly<Record<keyof Protocol['words'], string>> = {
  dispute: 'dispute',
  disputes: 'disputes',
  informal: 'informal dispute',
  formal: 'formal dispute',
  acknowledgement: 'practice acknowledgement',
  acknowledgements: 'practice acknowledgements',
  stage: 'stage',
  stages: 'stages',
  meeting: 'challenge meeting',
  meetings: 'challenge meetings',
  prefix: 'DRP, the letters of a reference',
};

const ENTRY = {
  start: 'as the first stage',
  'with-reason': 'with a reason',
  'after-all-earlier': 'only after all earlier stages',
} as const;

const NEEDS: Readonly<Record<Stage['needs'], string>> = {
  answer: 'an answer',
  'report-only': 'nothing; it is only reported',
  'meeting-decision': 'what a meeting decides',
};

const SILENCE: Readonly<Record<Stage['onSilence'], string>> = {
  'ask-the-judge': 'whoever says if they are satisfied is asked what now',
  'chase-then-ask': 'it is chased once, then whoever says if they are satisfied is asked what now',
  escalate: 'it goes up by itself',
};

/** `up to 10 working days, chosen on raising, counted from the call; 2 working days after a send-back`. */
const timeInWords = ({ clock, timing = {} }: Stage): string => {
  const { from, chosen, afterSendBack } = timing;
  const after = afterSendBack === undefined || !('amount' in clock) ? null : { ...clock, amount: afterSendBack };
  return [
    `${chosen ? 'up to ' : ''}${clockInWords(clock)}`,
    ...(chosen ? [', chosen by whoever raises it or takes it up'] : []),
    ...(from === undefined ? [] : [`, counted from the ${from}`]),
    ...(after === null ? [] : [`; ${clockInWords(after)} after a send-back`]),
  ].join('');
};

const postInWords = (post: CouncilPost): string =>
  `“${post.code}”, called “${post.title}”, ${post.actsAs === null ? 'outside of the council: its answer is entered for it' : `acts as ${postByName(post.actsAs)}`}`;

const BEFORE: Readonly<Record<BeforeRaising['act'], string>> = {
  call: 'a call',
  email: 'an e-mail',
  'advocate-offered': 'an advocate is offered',
  'child-told': 'the child is told',
};

const actBefore = ({ act, rule, within, unless, inWords }: BeforeRaising): string =>
  [
    `${BEFORE[act]}${inWords === undefined ? '' : ` (“${inWords}”)`}`,
    ...(within === undefined ? [] : [`not more than ${clockInWords(within)} before`]),
    rule === 'expected' ? 'expected' : `required ${REQUIRED[unless]}`,
  ].join(', ');

const REQUIRED: Readonly<Record<BeforeRaising['unless'], string>> = {
  urgent: 'unless urgent with a reason',
  none: 'also where it is urgent',
};

const themeInWords = ({ code, label, from, to }: ThemeInUse): string =>
  `${code} ${label}${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` until ${to}`}`;

const days = (amount: number): string => clockInWords({ unit: 'working-days', amount });
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A kind of post by itself: `team manager`, `IRO manager`. */
export const postByName = (kind: PostKind): string =>
  codeOfPost(kind)
    .replaceAll('-', ' ')
    .replace(/\biro\b/, 'IRO')
    .replace(/\bqa\b/, 'QA');

/** A kind of post by what the council calls it. @param own posts of the council's own, called by their titles */
export const postCalled = (kind: PostKind, own: readonly CouncilPost[] = []): string =>
  titleOfPost(kind, own) ?? postByName(kind);

const postsInWords = (posts: readonly PostKind[], between: 'and' | 'or', own?: readonly CouncilPost[]): string =>
  posts.map((post) => postCalled(post, own)).join(` ${between} `) || 'nobody';
const anyOf = (posts: readonly PostKind[], own?: readonly CouncilPost[]): string => postsInWords(posts, 'or', own);
const allOf = (posts: readonly PostKind[], own?: readonly CouncilPost[]): string => postsInWords(posts, 'and', own);
