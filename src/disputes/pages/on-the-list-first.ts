import type { DisputeDto } from '../read/dispute.dto.js';

/** Acts by which others are asked to answer than before. */
const ASKS_OTHERS: readonly string[] = ['escalate', 'send-back', 'redirect', 'reopen', 'unfreeze', 'formalise'];

/** The pages on which somebody is put on the list, and on which the restriction is lifted; null where that is not theirs. */
export interface OnTheListFirst {
  readonly restrict: string;
  readonly lift: string | null;
}

/**
 * Whoever is to answer must be on the list of a restricted dispute: those who may go on with it, and say who reads it, are told so before they
 * try. Null for everybody else.
 */
export const onTheListFirst = (
  { reference, restrictedTo, allowedActs }: Pick<DisputeDto, 'reference' | 'restrictedTo' | 'allowedActs'>,
  query: string,
): OnTheListFirst | null => {
  const isToAskOthers = allowedActs.some((act) => ASKS_OTHERS.includes(act));
  const pageOf = (act: string): string | null =>
    allowedActs.includes(act) ? `/disputes/${reference}/${act}${query}` : null;
  const restrict = pageOf('restrict');
  return restrictedTo === undefined || restrict === null || !isToAskOthers
    ? null
    : { restrict, lift: pageOf('lift-restriction') };
};
