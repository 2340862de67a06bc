import { relationsThatMay, type Permission, type Relation } from '../access/access-table.js';
import { escalatingJudges, settlingJudges } from '../disputes/time/standing.js';
import { ladderOf, laddersOf, placeOfStage, type Rungs, stagesOf } from '../protocol/ladder.js';
import { isOutside } from '../protocol/own-posts.js';
import { POST_KINDS, type PostKind, type Protocol, type Stage } from '../protocol/protocol.js';
import { postsNamed, type Remark, stageTitled } from '../protocol/remark.js';
import { neverBeginning } from '../protocol/rules-without-effect.js';

/** One thing that a rule of the protocol has somebody do, and who of those may by the access table. */
export interface Turn {
  readonly act:
    | 'raised'
    | 'entered'
    | 'sent'
    | 'answered'
    | 'reported'
    | 'judged'
    | 'let-up'
    | 'sent-up'
    | 'continued'
    | 'ended'
    | 'copied'
    | 'told';
  /** Path of the key that names them. */
  readonly where: string;
  readonly may: readonly PostKind[];
  /** Named by the protocol, and refused by the access table. */
  readonly mayNot: readonly PostKind[];
  /** Posts of the program that may, if the key named them. */
  readonly couldBe: readonly PostKind[];
}

export interface StageWalked {
  readonly stage: Stage;
  readonly turns: readonly Turn[];
}

/** A dispute walked up each ladder on paper: at each stage who may raise, answer, judge, send up and end, with the access table asked. */
export const dryWalk = (protocol: Protocol): StageWalked[] =>
  laddersOf(protocol).flatMap((ladder) =>
    stagesOf(ladder).map((stage) => ({ stage, turns: turnsAt(stage, ladder, protocol) })),
  );

/**
 * Acts that nobody could do, and posts that a rule names although they may not act: a dispute would wait there for a person who is refused.
 * A post that judges ends it too, so of them it is said once.
 */
export const remarksOfTheWalk = (protocol: Protocol): Remark[] => [
  ...remarksOnRaisers(protocol),
  ...dryWalk(protocol).flatMap(({ stage, turns }) =>
    turns
      .filter(({ act }) => act !== 'ended' && act !== 'raised')
      .map((turn) => (turn.act === 'entered' ? besidesRaisers(turn, stage, protocol) : turn))
      .filter(({ mayNot }) => mayNot.length > 0)
      .map((turn) => remarkOn(turn, stageTitled(stage), protocol)),
  ),
  ...besideTheLadder(protocol).flatMap((turn) =>
    turn.mayNot.length === 0 ? [] : [remarkOn(turn, 'A rule', protocol)],
  ),
];

/** Of those who raise it is said once, for the protocol and for each ladder with raisers of its own, not for each stage where they begin. */
const remarksOnRaisers = (protocol: Protocol): Remark[] => {
  const raised = dryWalk(protocol).flatMap(({ turns }) => turns.filter(({ act }) => act === 'raised'));
  return [...new Map(raised.map((turn) => [turn.where, turn])).values()].flatMap((turn) => {
    const isIroMissing = turn.where === 'raisers' && isWithoutIro(protocol);
    if (turn.mayNot.length === 0) return isIroMissing ? [{ where: turn.where, message: IRO_MISSING }] : [];
    const ladder = /^ladders\[(.*)\]/.exec(turn.where)?.[1];
    const { where, message } = remarkOn(turn, ladder === undefined ? 'The protocol' : `The ladder ${ladder}`, protocol);
    return [{ where, message: isIroMissing ? `${message} ${IRO_MISSING}` : message }];
  });
};

const isWithoutIro = ({ raisers, populations }: Protocol): boolean =>
  populations.includes('looked-after') && !raisers.includes('iro');

const IRO_MISSING =
  'The IRO is not among those who raise; the Handbook (6.4) makes the IRO personally responsible for it.';

/** If a stage does not say who begins there, those who raise do too. */
const besidesRaisers = (turn: Turn, stage: Stage, protocol: Protocol): Turn => {
  const [, , raisers] = raisersOf(stage, protocol);
  return { ...turn, mayNot: turn.mayNot.filter((post) => !raisers.includes(post)) };
};

const turnsAt = (stage: Stage, ladder: Rungs, protocol: Protocol): Turn[] => {
  const place = placeOfStage(stage);
  const known = (post: PostKind): Set<Relation> => relationsAt(post, stage, ladder);
  const turn = (act: Turn['act'], key: string, permission: Permission, posts: readonly PostKind[]): Turn => ({
    act,
    where: key.startsWith('/') ? key.slice(1) : `${place}.${key}`,
    // The answer of a post outside of the council is entered for it.
    ...sorted(posts, (post) => (isOutside(post) ? act === 'answered' : may(permission, post, known(post)))),
    couldBe: POST_KINDS.filter((post) => may(permission, post, new Set([...OF_ANY_HOLDER, ...(NAMED_AS[act] ?? [])]))),
  });
  const begins = stage.entry.rule === 'start';
  return [
    begins
      ? turn('raised', ...raisersOf(stage, protocol))
      : turn('entered', 'entry.by', 'dispute.raise', without(stage.entry.by, neverBeginning(stage, protocol))),
    sentOf(stage, ladder, protocol),
    stage.needs === 'report-only'
      ? turn('reported', 'addressees', 'dispute.read', stage.addressees)
      : turn('answered', 'addressees', 'dispute.answer', stage.addressees),
    ...(stage.needs === 'report-only' ? [] : [turn('judged', 'judges', 'dispute.judge', settlingJudges(stage))]),
    ...(isHigherUpFor(stage, ladder)
      ? [
          ...(stage.needs === 'report-only'
            ? []
            : [turn('let-up', 'escalation-judges', 'dispute.judge', escalatingJudges(stage))]),
          turn('sent-up', 'escalated-by', 'dispute.escalate', withTheIro(stage.escalatedBy, stage, protocol)),
        ]
      : []),
    ...(stage.number === 0 ? [turn('continued', 'judges', 'dispute.formalise', continuing(stage, protocol))] : []),
    turn('ended', 'judges', 'dispute.resolve', withTheIro(settlingJudges(stage), stage, protocol)),
    turn('copied', 'copy-to', 'dispute.read', stage.copyTo),
    turn('told', 'notify-only', 'dispute.read', stage.notifyOnly),
  ];
};

/** Whether something of the ladder is above a stage to which it is sent up; what is informal is continued instead. */
const isHigherUpFor = (stage: Stage, ladder: Rungs): boolean => stage.number > 0 && stage.number < ladder.stages.length;

/** An informal dispute is continued as a formal one by the child’s IRO; on a ladder about an IRO by those who hold it there. */
const continuing = (stage: Stage, protocol: Protocol): readonly PostKind[] =>
  isAboutAnIro(stage, protocol) ? raisersOf(stage, protocol)[2] : ['iro'];

/** On a ladder that is for other raisers, those alone. */
const raisersOf = (
  stage: Stage,
  protocol: Protocol,
): [key: string, permission: Permission, posts: readonly PostKind[]] => {
  const own = protocol.ladders?.findIndex(({ code }) => code === ladderOf(stage)) ?? -1;
  const { raisers } = protocol.ladders?.[own]?.for ?? {};
  return raisers === undefined
    ? ['/raisers', 'dispute.raise', protocol.raisers]
    : [`/ladders[${ladderOf(stage)}].for.raisers`, 'dispute.raise', raisers];
};

/**
 * Those whom a stage has send it besides the raisers: they raise at it, or send a dispute up to it from the stage below where the rules
 * name them there too.
 */
const sentOf = (stage: Stage, ladder: Rungs, protocol: Protocol): Turn => {
  const below = ladder.stages.find(({ number }) => number === stage.number - 1);
  const others = stage.sentBy.filter((post) => !raisersOf(stage, protocol)[2].includes(post));
  const raises = (post: PostKind): boolean => may('dispute.raise', post, relationsAt(post, stage, ladder));
  return {
    act: 'sent',
    where: `${placeOfStage(stage)}.sent-by`,
    ...sorted(
      others,
      (post) =>
        raises(post) ||
        (below?.escalatedBy.includes(post) === true && may('dispute.escalate', post, relationsAt(post, below, ladder))),
    ),
    couldBe: POST_KINDS.filter(raises),
  };
};

/** The child’s IRO sends up and ends every dispute but one about their own practice, whoever else is named. */
const withTheIro = (posts: readonly PostKind[], stage: Stage, protocol: Protocol): PostKind[] =>
  isAboutAnIro(stage, protocol) ? unique(posts) : unique(['iro', ...posts]);

const isAboutAnIro = (stage: Stage, { ladders = [] }: Protocol): boolean =>
  ladders.some((ladder) => ladder.code === ladderOf(stage) && ladder.for.about === 'iro-practice');

const besideTheLadder = (protocol: Protocol): Turn[] => {
  const turn = (where: string, permission: Permission, posts: readonly PostKind[]): Turn => ({
    act: 'ended',
    where,
    ...sorted(posts, (post) => may(permission, post, ANYTHING)),
    couldBe: POST_KINDS.filter((post) => may(permission, post, ANYTHING)),
  });
  return [
    turn(
      'extensions.granted-by',
      'dispute.grant-extension',
      protocol.extensions.allowed ? protocol.extensions.grantedBy : [],
    ),
    turn('pauses.by', 'dispute.pause-clock', protocol.pauses.allowed ? protocol.pauses.by : []),
    turn('cafcass.by', 'dispute.refer-to-cafcass', protocol.cafcass.by),
    turn('acknowledgement.givers', 'acknowledgement.give', protocol.acknowledgement.givers),
    turn('recommendations.answered-by', 'recommendations.answer', protocol.recommendations?.answeredBy ?? []),
  ];
};

/** Outside of the ladder it is enough that there is some relation in which the post may. */
const ANYTHING = new Set<Relation>([
  'any',
  'own-child',
  'own-team',
  'addressee',
  'asked',
  'copied',
  'sits',
  'named',
  'own-act',
]);

/** The holder of a post answers for its team and its children. */
const OF_ANY_HOLDER: readonly Relation[] = ['any', 'own-child', 'own-team'];

/** The relation of a holder of the post to a dispute at this stage, who answers for its team and its children. */
const relationsAt = (post: PostKind, stage: Stage, ladder: Rungs): Set<Relation> => {
  const reached = stagesOf(ladder).filter(({ number }) => number <= stage.number);
  return new Set<Relation>([
    ...OF_ANY_HOLDER,
    ...(stage.addressees.includes(post) ? (['addressee'] as const) : []),
    ...(reached.some(({ addressees }) => addressees.includes(post)) ? (['asked'] as const) : []),
    ...(reached.some((each) => [...each.copyTo, ...each.notifyOnly].includes(post)) ? (['copied'] as const) : []),
  ]);
};

/** Nobody acts on what they may not read, and a person who raises has written it. */
const may = (permission: Permission, post: PostKind, relations: Set<Relation>): boolean =>
  allows(permission, post, relations) &&
  (!NEEDS_READING.test(permission) || READINGS.some((reading) => allows(reading, post, relations)));

const NEEDS_READING = /^dispute[.](?!raise$)/;
const READINGS = ['dispute.read', 'dispute.read-outline', 'dispute.read-figures'] as const;

const allows = (permission: Permission, post: PostKind, relations: Set<Relation>): boolean =>
  relationsThatMay(permission, post).some((relation) => relations.has(relation));

const sorted = (posts: readonly PostKind[], isAllowed: (post: PostKind) => boolean): Pick<Turn, 'may' | 'mayNot'> => ({
  may: posts.filter(isAllowed),
  mayNot: posts.filter((post) => !isAllowed(post)),
});

const without = (posts: readonly PostKind[], others: readonly PostKind[]): PostKind[] =>
  posts.filter((post) => !others.includes(post));

const unique = (posts: readonly PostKind[]): PostKind[] => [...new Set(posts)];

const DOING: Readonly<Record<Turn['act'], string>> = {
  raised: 'raise',
  entered: 'enter it',
  sent: 'send it',
  answered: 'answer it',
  reported: 'read what is reported to them',
  judged: 'judge the answer',
  'let-up': 'judge the answer',
  'sent-up': 'send it up',
  continued: 'continue it as a formal one',
  ended: 'end it',
  copied: 'open the copy that goes to them',
  told: 'open what they are told of',
};

const WHAT_IT_SAYS: Readonly<Record<string, string>> = {
  'extensions.granted-by': 'give more time',
  'pauses.by': 'pause the clock',
  'cafcass.by': 'refer to Cafcass',
  'acknowledgement.givers': 'give an acknowledgement',
  'recommendations.answered-by': 'answer recommendations',
};

/** Acts without which a dispute goes on all the same, if none of those named may do them. */
const BESIDES: readonly Turn['act'][] = ['sent', 'reported', 'copied', 'told'];

/** A rule that names a post for these gives it a relation to the dispute. */
const NAMED_AS: Readonly<Partial<Record<Turn['act'], readonly Relation[]>>> = {
  answered: ['addressee', 'asked'],
  reported: ['addressee', 'asked'],
  copied: ['copied'],
  told: ['copied'],
};

const remarkOn = ({ act, where, may: able, mayNot, couldBe }: Turn, of: string, protocol: Protocol): Remark => {
  const doing = WHAT_IT_SAYS[where] ?? DOING[act];
  const nobody = able.length === 0 && !BESIDES.includes(act) ? ' Nobody else is named, so nobody could.' : '';
  return {
    where,
    message: `${of} names ${postsNamed(mayNot, protocol)} to ${doing}, and the access table lets no such post do that.${nobody} Those that may: ${couldBe.join(', ')}.`,
  };
};
