/** `3 working days late`. Over a weekend or a holiday a date is past and no working day has gone by. */
export const howLateInWords = (workingDays: number): string =>
  workingDays === 0
    ? 'late by less than a working day'
    : `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} late`;
