import { actsAs } from '../protocol/own-posts.js';
import {
  type BuiltInPost,
  DATA_FEED,
  type PostKind,
  SENIOR_POSTS as SENIORS,
  SERVICE_POSTS,
} from '../protocol/protocol.js';

/**
 * The relation of a person in a post to a thing.
 *
 * - `any`: whatever it is
 * - `own-child`: IRO or chair of one of its children, or holder of it; for someone who acts for another, that other's. Of a social
 *   worker: one of its children is theirs today, as the directory has it
 * - `covered-child`: the same is true of somebody whom they cover today, and they have not said that they act for them
 * - `own-team`: of the post's team, or of a team of its service; of an acknowledgement also where somebody who is thanked belonged to it
 * - `addressee`: the stage it is at is addressed to the post, or recommendations are; to social workers, where the child is their own
 * - `asked`: a stage of it was, or is
 * - `copied`: a stage of it was copied to the post, or the post was told of it
 * - `referred`: it was referred to Cafcass, whatever became of that; the director is told of every referral
 * - `referrer`: the referral to Cafcass that stands was sent from such a post
 * - `sits`: they sit in the meeting, or attended it; of a dispute: they sit in one on whose agenda it stands, as a person, or by a post
 *   that answers for its team. It ends when the item is decided or taken off
 * - `listed`: on the list of those who may read it, where it is restricted; of an item of a meeting: on the list of its case, and they sit
 *   in the meeting
 * - `let-read`: they asked to read it, and an IRO manager let them until a day that has not passed
 * - `unanswered`: an earlier stage of it was, and it went up without their answer
 * - `named`: thanked in it, or named for one of its actions, as a person of the directory; a name in words names nobody. Where a whole
 *   team is thanked, everybody who held a post of it on the day on which it was given. Of a meeting: for an action over a theme; one over a
 *   case is the dispute's
 * - `own-act`: begun by this person
 * - `own-practice`: it is about their own practice as an IRO, whoever has the child today
 * - `fallen`: the person who held it has left, nobody is in office to whom it falls in the IRO service, and so it has fallen to the leaders
 */
export type Relation =
  | 'any'
  | 'own-child'
  | 'covered-child'
  | 'own-team'
  | 'addressee'
  | 'asked'
  | 'copied'
  | 'referred'
  | 'referrer'
  | 'sits'
  | 'listed'
  | 'let-read'
  | 'unanswered'
  | 'named'
  | 'own-act'
  | 'own-practice'
  | 'fallen';

/** For each kind of post, in which relations it may. A post that is not named may not. */
export type AccessRow = { readonly [Kind in Grantee]?: readonly Relation[] };
/** The grantees that the table can name: the kinds of post, and the place of a program that reads the feed. */
type Grantee = BuiltInPost | typeof DATA_FEED;

const to = (kinds: readonly Grantee[], ...relations: Relation[]): AccessRow =>
  Object.fromEntries(kinds.map((kind) => [kind, relations]));

const CHAIRS = ['iro', 'conference-chair'] as const;
/** Those who manage teams and services. */
const MANAGERS = [
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
] as const;
const EVERYONE = [
  ...CHAIRS,
  ...SERVICE_POSTS,
  ...MANAGERS,
  ...SENIORS,
  'social-worker',
  'business-support',
  'performance-analyst',
  'inspector',
  'information-governance',
  'administrator',
] as const;

const byTheirIro: AccessRow = { ...to(CHAIRS, 'own-child'), ...to(SERVICE_POSTS, 'any') };
const byTheIroAlone: AccessRow = to(CHAIRS, 'own-child');
/** A protocol may name a manager as judge, or as the one who sends it up; the decider knows which. */
const byTheIroOrJudge: AccessRow = { ...byTheirIro, ...to([...MANAGERS, ...SENIORS], 'own-team', 'asked') };
const toTheIroAndTheirManager: AccessRow = { ...to(['iro'], 'own-child'), ...to(['iro-manager'], 'any') };
/**
 * Who corresponds with Cafcass: nobody writes down what Cafcass says who may not read it (domain brief 4.5), so business support does not
 * enter it either; and the director, who reads it, answers to it. A post of the service that a protocol lets refer sees to its referral.
 */
const byTheReferrers: AccessRow = {
  ...toTheIroAndTheirManager,
  ...to(['head-of-qa', 'qa-service-manager'], 'referrer'),
};
/** Business support enters what an IRO has said, and is recorded as acting for that IRO. */
const entered: AccessRow = { ...byTheirIro, ...to(['business-support'], 'own-child') };
/** As they enter it, where it ends the IRO’s duty to raise: nobody decides that over the IRO’s head (domain brief, section 2). */
const enteredForTheIro: AccessRow = { ...byTheIroAlone, ...to(['business-support'], 'own-child') };
/** By those who are thanked, whose manager they have, and leaders. */
const thanking: AccessRow = {
  ...to(MANAGERS, 'own-team', 'named'),
  ...to(['social-worker', 'business-support', ...CHAIRS, ...SERVICE_POSTS, ...SENIORS], 'named'),
  ...to(['assistant-director', 'director'], 'any'),
};
const byWhomItIsAddressedTo: AccessRow = to([...MANAGERS, ...SENIORS, ...SERVICE_POSTS, 'social-worker'], 'addressee');

/** The people who may know the standing of a dispute: leaders of all that the council counts, others of their own. */
const whereItStands: AccessRow = {
  ...to(CHAIRS, 'own-child', 'own-act', 'own-practice', 'listed'),
  ...to(SERVICE_POSTS, 'any'),
  ...to(MANAGERS, 'own-team', 'asked', 'copied', 'sits', 'listed'),
  ...to(['assistant-director', 'director'], 'any'),
  ...to(['agency-decision-maker', 'chief-executive'], 'asked', 'copied', 'sits', 'listed'),
  ...to(['business-support', 'inspector'], 'any'),
};

/**
 * The rights of each post (domain brief, section 2). Deny by default: an act without a row, or a kind not in its row, is refused. The
 * protocol's own rules (who raises, who judges, who sends it up) are the deciders' and come after this.
 */
export const ACCESS_TABLE = {
  /** In full, with everything that was written. */
  'dispute.read': {
    ...to(CHAIRS, 'own-child', 'own-act', 'own-practice', 'listed'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team', 'asked', 'copied', 'sits', 'listed'),
    ...to(SENIORS, 'asked', 'copied', 'sits', 'listed', 'let-read'),
    ...to(['director'], 'asked', 'copied', 'referred', 'sits', 'listed', 'let-read'),
    ...to(['social-worker'], 'own-child', 'named', 'listed'),
    ...to(['inspector'], 'any'),
  },
  /** Enough to chase it; nothing that was written. */
  'dispute.read-outline': to(['business-support'], 'any'),
  /** Its theme, stage, dates, who has it and what happens next. No child, unless its reader may open it, and nothing that was written. */
  'dispute.read-standing': whereItStands,
  /** No child, no person, nothing that was written. */
  'dispute.read-figures': to(['performance-analyst'], 'any'),

  /** The correspondence between the IRO and Cafcass: for the IRO, the IRO manager and the director (domain brief 4.5), and nobody who looks on. */
  'dispute.read-cafcass': { ...toTheIroAndTheirManager, ...to(['director'], 'referred') },

  /** The people who opened it. */
  /** The letter to the child says “I”: it is the IRO’s own. */
  'dispute.read-letter': byTheIroAlone,
  'dispute.read-views': { ...byTheirIro, ...to(['inspector'], 'any') },

  /** The person who took emergency access to what, why, until when, and what they opened. Nothing of the records themselves. */
  'emergency.read': to(['information-governance'], 'any'),

  /** The people who opened anything, by references: neither a child nor a word. Restricted records are there too: they are watched most. */
  'views.read': to(['information-governance'], 'any'),

  /** Privileged: nobody else, not even those who see everything else. */
  'dispute.read-legal-advice': toTheIroAndTheirManager,

  'dispute.raise': entered,
  'dispute.record-conversation': entered,
  'dispute.acknowledge-receipt': byWhomItIsAddressedTo,
  /** Late too: an answer that comes after the dispute has gone up can still take it back. */
  'dispute.answer': to([...MANAGERS, ...SENIORS, ...SERVICE_POSTS, 'social-worker'], 'addressee', 'unanswered'),
  /** Of a post outside of the council, whose holders do not sign in; the protocol says where there is one. */
  'dispute.enter-answer': entered,
  'dispute.judge': byTheIroOrJudge,
  'dispute.record-iro-view': byTheIroAlone,
  'dispute.ask-for-extension': byWhomItIsAddressedTo,
  'dispute.grant-extension': byTheirIro,
  'dispute.refuse-extension': byTheirIro,
  'dispute.ask-for-earlier-date': byTheirIro,
  'dispute.set-meeting-date': { ...byTheirIro, ...to(['business-support'], 'any') },
  'dispute.chase': { ...byTheirIro, ...to(['business-support'], 'any') },
  'dispute.escalate': byTheIroOrJudge,
  /** By the IRO, a judge who need not answer, or for a meeting: the rule stands in acts/send-back. */
  'dispute.send-back': { ...byTheirIro, ...to([...MANAGERS, ...SENIORS], 'own-team', 'addressee') },
  'dispute.ask-to-send-back': byWhomItIsAddressedTo,
  /** As of sending back. */
  'dispute.refuse-to-send-back': { ...byTheirIro, ...to([...MANAGERS, ...SENIORS], 'own-team', 'addressee') },
  /** Of these, only the posts that the protocol names, where it lets anybody: the rule stands in acts/pause-clock. */
  'dispute.pause-clock': byTheIroOrJudge,
  /** As of pausing. */
  'dispute.resume-clock': byTheIroOrJudge,
  'dispute.redirect': { ...byTheirIro, ...to([...MANAGERS, ...SENIORS], 'addressee') },
  'dispute.hand-over': { ...byTheirIro, ...to(SENIORS, 'fallen') },
  'dispute.mark-action-done': {
    ...byTheirIro,
    ...to(MANAGERS, 'own-team', 'asked'),
    ...to(SENIORS, 'asked'),
    ...to(['social-worker'], 'named'),
  },
  'dispute.confirm-action-in-time': byTheIroAlone,
  'dispute.refer-to-cafcass': { ...to(['iro'], 'own-child'), ...to(SERVICE_POSTS, 'any') },
  'dispute.withdraw-referral': byTheReferrers,
  'dispute.record-cafcass-reply': byTheReferrers,
  'dispute.send-more-to-cafcass': byTheReferrers,
  'dispute.record-legal-advice': toTheIroAndTheirManager,
  'dispute.take-to-agency': entered,
  'dispute.record-agency-reply': entered,
  'dispute.record-child-view': byTheirIro,
  'dispute.correct-theme': byTheirIro,
  'dispute.change-level': byTheirIro,
  'dispute.correct-population': byTheirIro,
  'dispute.add-note': {
    ...to(CHAIRS, 'own-child', 'own-practice'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team', 'asked'),
    ...to(SENIORS, 'asked'),
    ...to(['social-worker'], 'own-child', 'named'),
  },
  'dispute.link': byTheirIro,
  'dispute.record-complaint': byTheirIro,
  'dispute.give-new-date': byTheirIro,
  'dispute.formalise': byTheirIro,
  /** Nobody closes a dispute over the IRO's head: the decider lets only the IRO and a judge whom the protocol names. */
  'dispute.resolve': byTheIroOrJudge,
  'dispute.record-stalemate': byTheIroOrJudge,
  'dispute.end-otherwise': byTheIroOrJudge,
  'dispute.continue-after-care': byTheIroOrJudge,
  'dispute.withdraw': byTheIroOrJudge,
  'dispute.void': byTheIroOrJudge,
  'dispute.reopen': byTheirIro,
  'dispute.note-filing': { ...byTheirIro, ...to(['business-support'], 'any') },
  'dispute.take-on': byTheirIro,
  'dispute.restrict': byTheirIro,
  'dispute.lift-restriction': byTheirIro,
  'dispute.unfreeze': byTheirIro,
  /** For those who would read it by their post or their child if it were not restricted; not for a copy or a seat in a meeting. */
  'dispute.take-emergency-access': {
    ...to(CHAIRS, 'own-child'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team', 'asked'),
    ...to(SENIORS, 'asked'),
  },
  /** For those who see where every dispute stands, and not what was written. */
  'dispute.ask-to-read': to(['assistant-director', 'director'], 'any'),
  'dispute.answer-request-to-read': to(SERVICE_POSTS, 'any'),
  /** An entry that somebody recorded by mistake. The person who may take it back is worked out in acts/take-back-entry. */
  'dispute.take-back-entry': {
    ...byTheirIro,
    ...to(MANAGERS, 'own-team', 'asked'),
    ...to(SENIORS, 'asked'),
    ...to(['social-worker'], 'own-child', 'named'),
    ...to(['business-support'], 'any'),
  },
  /** To the child whom it is about, where another was written down. */
  'dispute.move-to-child': byTheirIro,

  /** A meeting and its whole agenda: for those who answer for the IRO service, and the posts that sit in it. */
  'challenge.read': {
    ...to(SERVICE_POSTS, 'any'),
    ...to([...MANAGERS, ...SENIORS], 'sits'),
    ...to(['inspector'], 'any'),
  },
  /** The items about one's own children, and the themes over which one is to do something; nothing else. */
  'challenge.read-own': {
    ...to(CHAIRS, 'own-child', 'named'),
    ...to([...MANAGERS, ...SENIORS], 'named'),
  },
  /** The day and place, the people who sit in it and its subjects, to send papers out; nothing that was written. */
  'challenge.read-outline': to(['business-support'], 'any'),
  /** Series and days. */
  'challenge.arrange': to([...SERVICE_POSTS, 'business-support'], 'any'),
  'challenge.set-agenda': {
    ...to(SERVICE_POSTS, 'any'),
    ...to(['assistant-director', 'agency-decision-maker', 'service-manager', 'head-of-service'], 'sits'),
  },
  /** For those who arrange the meeting, and of a case for its IRO: a person who is to answer for it in the meeting does not take it off. */
  'challenge.take-off-agenda': { ...to(SERVICE_POSTS, 'any'), ...to(CHAIRS, 'own-child') },
  /** To begin it, write down who was there, and close it. */
  'challenge.record': { ...to(SERVICE_POSTS, 'any'), ...to(['assistant-director', 'director'], 'sits') },
  /** The decisions of the meeting; on a restricted case, of whoever sits in it and is on the list of the case. */
  'challenge.decide': {
    ...to(SERVICE_POSTS, 'any'),
    ...to([...MANAGERS, ...SENIORS], 'listed'),
    ...to(['assistant-director', 'director'], 'sits', 'listed'),
  },
  'challenge.mark-action-done': {
    ...to(SERVICE_POSTS, 'any'),
    ...to([...MANAGERS, ...SENIORS], 'sits', 'named'),
    ...to(CHAIRS, 'named'),
  },

  'acknowledgement.read': {
    ...to(CHAIRS, 'own-child', 'own-act', 'named'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team', 'named'),
    ...to(SENIORS, 'named'),
    ...to(['social-worker'], 'own-child', 'named'),
    ...to(['business-support'], 'named'),
    ...to(['inspector'], 'any'),
  },
  'acknowledgement.read-outline': to(['business-support'], 'any'),
  /** Leaders see that good practice was acknowledged, and where; what was written they see where it names them. */
  'acknowledgement.read-figures': to(['performance-analyst', 'assistant-director', 'director'], 'any'),
  /** The people who opened it. */
  'acknowledgement.read-views': to(SERVICE_POSTS, 'any'),
  'acknowledgement.give': entered,
  'acknowledgement.thank': thanking,
  /** Their own thanks alone. */
  'acknowledgement.take-thanks-back': thanking,
  /** It stands on the child’s record: by the person who gave it, whoever has the child now, and those who answer for the IRO service. */
  'acknowledgement.correct': {
    ...to(CHAIRS, 'own-child', 'own-act'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(['business-support'], 'own-child', 'own-act'),
  },
  /** To the child whom it is about, where another was written down. */
  'acknowledgement.move-to-child': { ...to(CHAIRS, 'own-child', 'own-act'), ...to(SERVICE_POSTS, 'any') },
  /** By the person who gave it; where they cannot any more, by those who answer for the IRO service (src/acknowledgements/rules.ts). */
  'acknowledgement.withdraw': { ...to(CHAIRS, 'own-act'), ...to(SERVICE_POSTS, 'any') },

  /** The checks of an IRO are the IRO service's own until a concern is raised. */
  'review.read': { ...to(CHAIRS, 'own-child'), ...to(SERVICE_POSTS, 'any'), ...to(['inspector'], 'any') },
  /** The outline for business support, who enter it for the IRO: the standards checked, and whether each is met; nothing that was written. */
  'review.read-outline': to(['business-support'], 'own-child'),
  /** The people who opened it. */
  'review.read-views': to(SERVICE_POSTS, 'any'),
  'review.check': entered,
  /** The reason why nothing is raised about a standard that is not met. */
  'review.decide-not-to-raise': enteredForTheIro,
  /** To the child whom it is about, where another was written down. */
  'review.move-to-child': byTheirIro,
  /** It was begun by mistake. */
  'review.withdraw': enteredForTheIro,

  /** The recommendations of a review, and their outcome: shared with those who are asked, unlike what was checked. */
  'recommendations.read': {
    ...to(CHAIRS, 'own-child'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team', 'addressee'),
    ...to([...SENIORS, 'social-worker'], 'addressee'),
    ...to(['inspector'], 'any'),
  },
  /** As of a check. */
  'recommendations.read-outline': to(['business-support'], 'own-child'),
  'recommendations.send': entered,
  'recommendations.answer': byWhomItIsAddressedTo,
  /** Raise a dispute over a disagreement. */
  'recommendations.decide': entered,
  /** The reason why nothing is raised over one. */
  'recommendations.let-stand': enteredForTheIro,
  /** They were sent by mistake. */
  'recommendations.withdraw': enteredForTheIro,

  'child.read': {
    ...to(CHAIRS, 'own-child'),
    ...to(SERVICE_POSTS, 'any'),
    ...to(MANAGERS, 'own-team'),
    ...to(['social-worker'], 'own-child'),
    ...to(['business-support', 'inspector'], 'any'),
  },
  'child.write': to([...SERVICE_POSTS, 'business-support'], 'any'),
  /** Covers are for those who answer for the IRO service. */
  'cover.arrange': to(SERVICE_POSTS, 'any'),
  /** Children, and all that is open, from an IRO who leaves to others. */
  'caseload.hand-over': to(['iro-manager'], 'any'),
  'directory.read': to(EVERYONE, 'any'),
  'directory.write': to(['administrator'], 'any'),
  /**
   * Proposing that somebody takes a post from which cases are read, or rules that give such a post more; and agreeing to what somebody
   * else has proposed. An administrator has no say in who reads about children (docs/decisions/0023).
   */
  'role.propose': to(['administrator', 'iro-manager'], 'any'),
  'role.agree': to([...SERVICE_POSTS, 'assistant-director', 'director'], 'any'),
  'role.read': to([...SERVICE_POSTS, 'assistant-director', 'director', 'administrator'], 'any'),
  /** Saying whose an account of the council’s own sign-in is; for a person with a case role a second person agrees, as to such a post. */
  'account.tie': to(['administrator'], 'any'),
  'council.open': to(['iro-manager'], 'any'),
  'council.name': to(['administrator', 'iro-manager'], 'any'),
  'protocol.read': to(EVERYONE, 'any'),
  'protocol.adopt': to(['administrator', 'iro-manager'], 'any'),

  'calendar.read': to(EVERYONE, 'any'),
  /** By those who answer for the IRO service: a day that is entered moves dates, and they see which. */
  'calendar.set': to(SERVICE_POSTS, 'any'),

  /** Every open dispute by stage: leaders see all of it, others what is theirs. Initials stand only in what its reader can open. */
  'board.read': whereItStands,
  /** The work that waits for the person who asks: of those who read no case, the reports that they check. */
  'work.read': {
    ...to([...CHAIRS, ...SERVICE_POSTS, ...MANAGERS, ...SENIORS, 'social-worker', 'business-support'], 'any'),
    ...to(['performance-analyst', 'information-governance'], 'any'),
  },
  /** Having one’s own due dates at a secret address, for a calendar: references and dates alone. */
  'work.follow': to([...CHAIRS, ...SERVICE_POSTS, ...MANAGERS, ...SENIORS, 'social-worker', 'business-support'], 'any'),
  /** One's own drafts. Whether it may still be sent is asked of the row of the act that it will be. */
  'draft.write': to([...CHAIRS, ...SERVICE_POSTS, ...MANAGERS, ...SENIORS, 'social-worker', 'business-support'], 'any'),
  /** Sending a file here, which belongs to nothing until an act names it: the row of that act says who may. */
  'document.add': to(
    [...CHAIRS, ...SERVICE_POSTS, ...MANAGERS, ...SENIORS, 'social-worker', 'business-support'],
    'any',
  ),

  /** One's own notices; those of everybody, without anything that they are about, for those who see to it that they go. */
  'notice.read': to(EVERYONE, 'any'),
  'notice.read-all': to(['administrator'], 'any'),
  'notice.choose': to(
    [
      ...CHAIRS,
      ...SERVICE_POSTS,
      ...MANAGERS,
      ...SENIORS,
      'social-worker',
      'business-support',
      'information-governance',
      'administrator',
    ],
    'any',
  ),

  'figures.read': to(
    [...CHAIRS, ...SERVICE_POSTS, ...MANAGERS, ...SENIORS, 'business-support', 'performance-analyst', 'inspector'],
    'any',
  ),
  /** Inside the IRO service only, so that IROs can be asked whether they share a view of when to raise. */
  'figures.read-by-iro': to([...SERVICE_POSTS], 'any'),
  /** Having a sample of the work of an IRO drawn, to be read together in supervision. */
  'supervision.draw-sample': to([...SERVICE_POSTS], 'any'),
  /** The rows from which the figures are counted, for reporting tools: no child, no person, nothing that was written. */
  'feed.read': to(['performance-analyst', DATA_FEED], 'any'),
  'figures.write': to(['iro-manager', 'head-of-qa', 'performance-analyst'], 'any'),
  /** Reports that are written or were given out: hidden figures, and words that are to be published. */
  /** Managers read the half-year of their own team, once it is published. */
  'report.read': {
    ...to([...SERVICE_POSTS, 'assistant-director', 'director', 'performance-analyst', 'information-governance'], 'any'),
    ...to(MANAGERS, 'own-team'),
  },
  'report.write': to([...SERVICE_POSTS, 'performance-analyst'], 'any'),
  /** A story in it, by the person who is named for that and did not write it. */
  'report.sign-off': to(
    [...SERVICE_POSTS, 'assistant-director', 'director', 'performance-analyst', 'information-governance'],
    'any',
  ),
  /** Saying what is not right in it: it changes nothing. */
  'report.comment': to(['assistant-director', 'director'], 'any'),
  /** Looking for facts about a child that could be worked out from a report, by somebody who did not write it. */
  'report.check': to(['performance-analyst', 'information-governance'], 'any'),
  /** Approving, publishing and withdrawing a report. */
  'report.approve': to(['iro-manager'], 'any'),
  /** Figures that were given out otherwise than in a report: counts, some of them small. */
  'disclosure.read': to([...SERVICE_POSTS, 'performance-analyst', 'information-governance'], 'any'),
  'disclosure.enter': to(['performance-analyst', 'information-governance'], 'any'),
  /** Taking an entry for wrong, after which less is hidden. */
  'disclosure.withdraw': to(['information-governance'], 'any'),
  'import.read': to([...SERVICE_POSTS, 'business-support', 'performance-analyst', 'inspector', 'administrator'], 'any'),
  /** Reading a register in and taking one back, for those who enter what others wrote, and for those who set the council up. */
  'import.write': to([...SERVICE_POSTS, 'business-support', 'administrator'], 'any'),
  /** Taking the whole register away, with all that its rows say of children: for those who read every case. */
  'register.export': to(SERVICE_POSTS, 'any'),
} as const satisfies Readonly<Record<string, AccessRow>>;

/**
 * The posts in whose place a program may stand: those that chase and keep the directory, those that see figures without
 * a child, and the one that reads the feed alone.
 * None of them raises, answers or judges by itself, and none sees what was written about a child's case.
 */
export const PROGRAM_ROLES = [
  'business-support',
  'performance-analyst',
  'administrator',
  DATA_FEED,
] as const satisfies Grantee[];
export type ProgramRole = (typeof PROGRAM_ROLES)[number];

export const isProgramRole = (role: string): role is ProgramRole => (PROGRAM_ROLES as readonly string[]).includes(role);

/**
 * The acts and readings that are open before the council is open: all that it takes to set it up, and nothing by which a case is read or
 * raised.
 */
const IN_SET_UP: readonly Permission[] = [
  'directory.read',
  'directory.write',
  'child.write',
  'cover.arrange',
  'role.propose',
  'role.agree',
  'role.read',
  'account.tie',
  'council.open',
  'council.name',
  'protocol.read',
  'protocol.adopt',
  'calendar.read',
  'calendar.set',
  'notice.read',
  'notice.read-all',
  'notice.choose',
  'import.read',
  'import.write',
];

export const isPartOfSetUp = (permission: Permission): boolean => IN_SET_UP.includes(permission);

/** A row of the table: what is done, to what. */
export type Permission = keyof typeof ACCESS_TABLE;

export const isPermission = (name: string): name is Permission => Object.hasOwn(ACCESS_TABLE, name);

export const rowOf = (permission: Permission): AccessRow => ACCESS_TABLE[permission];

/** The cell of a row of the table for a kind of post; for one of the council's own, the cell of the kind as which it acts. */
export const rowFor = (permission: Permission, kind: PostKind): readonly Relation[] | undefined => {
  const acting = kind === DATA_FEED ? kind : actsAs(kind);
  return acting === null ? undefined : rowOf(permission)[acting];
};

/**
 * In which relations somebody in a kind of post may. A person who covers for an IRO or a chair reads what is theirs without a word, but
 * for what is privileged; what they do in the other's place they do by saying so, and it is recorded.
 */
export const relationsThatMay = (permission: Permission, kind: PostKind): readonly Relation[] => {
  const relations = rowFor(permission, kind) ?? [];
  return isReading(permission) && relations.includes('own-child') ? [...relations, 'covered-child'] : relations;
};

const isReading = (permission: Permission): boolean =>
  isRowOfReading(permission) && permission !== 'dispute.read-legal-advice';

/** Whether something is read under a row, and nothing done. */
export const isRowOfReading = (permission: Permission): boolean => /\.read(-|$)/.test(permission);
