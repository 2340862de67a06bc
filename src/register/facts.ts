import type { RegisterFact } from '../disputes/events.js';
import type { AcknowledgementShape, DisputeShape } from './mapping/mapping.js';

/** The facts that the rows of one layout of file lack, because it has no column for them. */
export const lackingIn = (shape: DisputeShape | AcknowledgementShape): { lacks?: RegisterFact[] } => {
  const kept = Object.entries(shape.holds === 'disputes' ? keptOfDisputes(shape) : { child: shape.columns.child });
  const lacks = kept.flatMap(([fact, column]) => (column === undefined ? [fact as RegisterFact] : []));
  return lacks.length === 0 ? {} : { lacks };
};

/** The column in which each fact stands; undefined where there is none. */
const keptOfDisputes = ({ columns, everyRowIs }: DisputeShape): Record<RegisterFact, string | undefined> => ({
  child: columns.child,
  stage: everyRowIs === 'informal' ? 'an informal dispute has none' : columns.stage,
  'answer due': columns.due,
  'answer date': columns.answered,
  outcome: columns.outcome,
  end: columns.outcome ?? columns['date resolved'],
  impact: columns.impact,
  'challenge meeting': columns['challenge meeting'],
});
