import type { ImpactCode } from './events.js';

/** Impacts that are no change for the child, or not known to be one. */
export const NO_CHANGE: readonly ImpactCode[] = ['no-change-yet', 'not-known'];

/** Whether whoever closed a dispute wrote down that something changed for the child. */
export const changedSomething = (impact: readonly ImpactCode[]): boolean =>
  impact.some((change) => !NO_CHANGE.includes(change));
