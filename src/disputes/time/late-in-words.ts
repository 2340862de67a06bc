/** `3 working days late`. Over a weekend or a holiday a date is past and no working day has gone by. */
export const howLateInWords = (workingDays: number): string =>
  workingDays === 0
    ? 'late by less than a working day'
    : `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} late`;

/** `2 working days late`, `due today`, `3 working days left`: how a date stands, which is never its rule. */
export const standsInWords = (isLate: boolean, workingDays: number): string => {
  if (isLate) return howLateInWords(workingDays);
  return workingDays === 0 ? 'due today' : `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} left`;
};
