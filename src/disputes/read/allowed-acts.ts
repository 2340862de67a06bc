import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { isPermission } from '../../access/access-table.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import { Refusal } from '../../platform/decider.js';
import { DISPUTE_ACTS, type DisputeAct } from '../acts/all-acts.js';
import { type Sampled, sampledFrom, WORDS } from '../acts/dispute-act.js';
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

/** Why an act cannot be done: it is not this person’s to do, there is nothing to do it to, or a rule of the process refuses it as things stand. */
export type WhyNot = 'not-yours' | 'nothing-to-do-it-to' | Refusal;

/** The rules themselves are asked, so that nothing is offered that they would refuse. Null where they let it through. */
const refusalOf = (decide: () => unknown): Refusal | null => {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ABOUT_THE_WORDS.includes(error.code) ? null : error;
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
  const about = sampledFrom(state, context.today);
  const all = [...DISPUTE_ACTS.map(({ type }) => type), LEGAL_ADVICE];
  const asked = { state, asker, relationsFrom, context, unseen, about };
  return all.filter((act) => whyNotAllowed(act, asked) === null).sort();
};

interface Asked {
  readonly state: DisputeState;
  readonly asker: Asker;
  readonly relationsFrom: RelationsFrom;
  readonly context: Omit<DisputeContext, 'actor'>;
  readonly unseen?: ReadonlySet<number>;
  readonly about?: Sampled;
}

/** Why somebody may not do an act now, by the same rules; null where they may. If each of several samples is refused, as the first of them is. */
export const whyNotAllowed = (
  act: string,
  { state, asker, relationsFrom, context, unseen = new Set(), about = sampledFrom(state, context.today) }: Asked,
): WhyNot | null => {
  const permission = `dispute.${act}`;
  const post = isPermission(permission) ? postThatMay(asker, permission, relationsFrom) : undefined;
  if (post === undefined) return 'not-yours';
  const actor = actorFrom(asker, post);
  if (act === LEGAL_ADVICE) {
    const advice = { type: LEGAL_ADVICE, takenOn: context.today, advice: WORDS } as const;
    const beside = { dispute: state, disputeRevision: 0, actor, today: context.today };
    return refusalOf(() => legalAdviceDecider.decide(advice, [], beside));
  }
  let why: WhyNot = 'nothing-to-do-it-to';
  for (const sample of samplesOf(act, about)) {
    if (sample.type === 'take-back-entry' && unseen.has(sample.entry)) continue;
    const refusal = refusalOf(() => disputeDecider.decide(sample, state, { ...context, actor }));
    if (refusal === null) return null;
    if (why === 'nothing-to-do-it-to') why = refusal;
  }
  return why;
};

const LEGAL_ADVICE = 'record-legal-advice';

const samplesOf = (type: string, about: Sampled): DisputeAct[] => {
  const sample = DISPUTE_ACTS.find((each) => each.type === type)?.sample;
  return sample === undefined ? [] : ([sample(about)].flat() as DisputeAct[]);
};
