/** The definition of a figure, as data: printed below the figures, and on the page docs/figures.md. */
export interface Definition {
  readonly label: string;
  readonly definition: string;
}

export const RAISED_IN_THE_YEAR: Definition = {
  label: 'Disputes of a year',
  definition:
    'those raised from 1 April to 31 March, London time, under the team of that day and its name then; those raised in error left out, those withdrawn included.',
};
export const SHARES: Definition = {
  label: 'Shares',
  definition: 'whole per cent, rounded half up from the counts, never from rounded parts.',
};
