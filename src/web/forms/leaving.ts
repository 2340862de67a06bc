import type { Form } from './form.js';
import { isBlank, type Typed } from './typed.js';

/** Steps by which somebody leaves a form without sending it. */
const LEAVING = {
  /** Asks first where something would be lost. */
  cancel: 'cancel',
  throwAway: 'throw-away',
  keep: 'keep',
} as const;

export type Leaving = (typeof LEAVING)[keyof typeof LEAVING];

export const isLeaving = (step: string): step is Leaving =>
  (Object.values(LEAVING) as readonly string[]).includes(step);

/**
 * Whether somebody who leaves is asked what becomes of their text. A draft is left behind by the script of the page as soon as something
 * was changed; where the script does not run, what was typed would be lost.
 *
 * @param isKept whether it is a draft of theirs already
 */
export const isAskedFirst = (pages: readonly Form[], typed: Typed, isKept: boolean): boolean => {
  const isEmpty = pages.every(({ fields }) => fields.every((field) => isBlank(field, typed)));
  return !isEmpty && (isKept || typed._savesItself !== 'yes');
};
