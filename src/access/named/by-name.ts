import type { LocalDate } from '../../calendar/calendar.js';
import { type Called, type KindOfCalled, KINDS_OF_CALLED, toldApart } from '../../directory/called.js';
import type { Directory } from '../../directory/directory.js';

/*
 * People write names, and a program keeps ids. A name stands for an id where it fits exactly one that the sender may name and that is
 * in office. Nothing else is guessed: the person who wrote it is told what there is to choose from.
 */

export const isCalledByName = (kind: string): kind is KindOfCalled =>
  (KINDS_OF_CALLED as readonly string[]).includes(kind);

export type StandsFor =
  | { readonly is: 'one'; readonly id: string }
  /** Several bear the name, or only some who are not in office. */
  | { readonly is: 'to-choose'; readonly from: readonly string[]; readonly because: 'several' | 'not-in-office' }
  /** None that the sender may name. */
  | { readonly is: 'none' };

/**
 * @param bearers those who bear the name, that the sender may name and that fit
 * @param isOfficeAsked whether only those count that are in office
 */
export const standsFor = (bearers: readonly Called[], isOfficeAsked = true): StandsFor => {
  const counting = bearers.filter(({ isInOffice }) => isInOffice || !isOfficeAsked);
  if (counting.length === 1) return { is: 'one', id: counting[0]!.id };
  if (counting.length > 1) return { is: 'to-choose', from: counting.map(({ id }) => id), because: 'several' };
  if (bearers.length === 0) return { is: 'none' };
  return { is: 'to-choose', from: bearers.map(({ id }) => id), because: 'not-in-office' };
};

/** The end of a sentence about a field, with the choices. */
export const choicesOffered = (
  kind: KindOfCalled,
  { from, because }: Extract<StandsFor, { is: 'to-choose' }>,
  directory: Directory,
  on: LocalDate,
): string => {
  const choices = toldApart(kind, from, directory, on);
  return because === 'several'
    ? `is a name that several bear: give the id of one, ${choices}`
    : `is the name of none that is in office then: where this is meant all the same, give the id, ${choices}`;
};
