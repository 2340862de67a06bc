import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { isPermission } from '../../access/access-table.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import { Refusal } from '../../platform/decider.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { DISPUTE_ACTS, type DisputeAct } from '../acts/all-acts.js';
import { sampledFrom, WORDS } from '../acts/dispute-act.js';
import type { DisputeContext } from '../context.js';
import { disputeDecider } from '../decide.js';
import type { DisputeState } from '../dispute.js';
import { legalAdviceDecider } from '../legal-advice/legal-advice.js';

/** Refusals of a sample's words, which a person would choose better: a theme, a level, a verdict, a list of
 * readers, or one who is not on it. They hide no act: whoever sends it reads what to do first. */
const ABOUT_THE_WORDS: readonly string[] = [
  'theme-unchanged',
  'theme-not-in-use',
  'addressee-left-out',
  'nobody-on-the-list-answers',
  'iro-chooses',
  'no-such-level',
  'judged-already',
];

/** The rules themselves are asked, so that nothing is offered that they would refuse. */
const isLetThrough = (decide: () => unknown): boolean => {
  try {
    decide();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ABOUT_THE_WORDS.includes(error.code);
  }
};

/**
 * The acts that the access table and the rules of the process allow this person now, in alphabetical order. Nothing is written.
 *
 * @param context what a decision would look at, but for who acts
 * @param unseen revisions of entries that are hidden from this person
 */
export const allowedActs = (
  state: DisputeState,
  asker: Asker,
  relationsFrom: RelationsFrom,
  context: Omit<DisputeContext, 'actor'>,
  unseen: ReadonlySet<number> = new Set(),
): string[] => {
  const isAllowed = (act: string, decideAs: (actor: Actor) => unknown): boolean => {
    const permission = `dispute.${act}`;
    if (!isPermission(permission)) return false;
    const post = postThatMay(asker, permission, relationsFrom);
    return post !== undefined && isLetThrough(() => decideAs(actorFrom(asker, post)));
  };
  const about = sampledFrom(state, context.today);
  const onTheDispute = DISPUTE_ACTS.filter(({ type, sample }) => {
    const acts = sample === undefined ? [] : ([sample(about)].flat() as DisputeAct[]);
    const ofWhatIsSeen = acts.filter((act) => !(act.type === 'take-back-entry' && unseen.has(act.entry)));
    return ofWhatIsSeen.some((act) =>
      isAllowed(type, (actor) => disputeDecider.decide(act, state, { ...context, actor })),
    );
  }).map(({ type }) => type);
  const advice = { type: 'record-legal-advice' as const, takenOn: context.today, advice: WORDS };
  const besideIt = isAllowed(advice.type, (actor) =>
    legalAdviceDecider.decide(advice, [], { dispute: state, disputeRevision: 0, actor, today: context.today }),
  );
  return [...onTheDispute, ...(besideIt ? [advice.type] : [])].sort();
};
