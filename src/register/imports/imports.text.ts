import type { ImportsDto } from './imports.dto.js';

/** The imports of registers, for people, a line each. */
export const importsText = ({ items }: ImportsDto): string => {
  if (items.length === 0) return 'No register has been imported.\n';
  return items
    .map(
      ({ importId, startedOn, rowsExpected, status }) =>
        `${importId}  ${startedOn}  ${rowsExpected} ${rowsExpected === 1 ? 'row' : 'rows'}  ${IN_WORDS[status]}\n`,
    )
    .join('');
};

const IN_WORDS: Readonly<Record<string, string>> = {
  started: 'cut short: run it again to finish it',
  finished: 'finished',
  withdrawing: 'withdrawal cut short: run it again to finish it',
  withdrawn: 'withdrawn',
};
