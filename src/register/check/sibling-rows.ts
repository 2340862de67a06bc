import type { ImportedDisputeFacts } from '../../disputes/events.js';
import { digestOf } from '../../platform/executor.js';

/** Whether two rows say the same of different children: then they are one dispute, kept as a row for each child. */
export const differInChildAlone = (one: ImportedDisputeFacts, other: ImportedDisputeFacts): boolean =>
  digestOf({ ...one, children: [] }) === digestOf({ ...other, children: [] });

/** The facts that are not the same in two rows, the child apart, for a person who mends them. */
export const factsThatDiffer = (one: ImportedDisputeFacts, other: ImportedDisputeFacts): string[] => {
  const facts = Object.keys(one) as (keyof ImportedDisputeFacts)[];
  return facts.filter((fact) => fact !== 'children' && one[fact] !== other[fact]).map(inWords);
};

const inWords = (fact: string): string => fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const withChildrenOf = (one: ImportedDisputeFacts, other: ImportedDisputeFacts): ImportedDisputeFacts => ({
  ...one,
  children: [...new Set([...one.children, ...other.children])],
});
