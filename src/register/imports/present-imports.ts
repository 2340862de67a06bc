import { shortDay } from '../../calendar/in-words.js';
import { coverInWords } from '../bringing-in/cover-in-words.js';
import type { ImportDto, ImportedFileDto, ImportsDto } from './imports.dto.js';
import { pathOfImport, rowsInWords, takenBackInWords, thereInWords } from './progress.js';

/** The data of the page, and whether its reader may read a register in or take one back. */
export interface ImportsOfPage extends ImportsDto {
  readonly mayWrite: boolean;
  /** Something that is open by a register waits for somebody to take it on, and this reader may. */
  readonly mayTakeOn: boolean;
  readonly mayExport: boolean;
}

export const presentImports = ({ items, mayWrite, mayTakeOn, mayExport }: ImportsOfPage): object => ({
  title: 'Registers',
  ...{ mayWrite, mayTakeOn, mayExport },
  imports: items.map((each) => ({
    ...presentInList(each),
    withdraw: mayWrite && each.status !== 'withdrawn' ? `/imports/${each.importId}/withdraw` : null,
  })),
});

interface State {
  readonly text: string;
  readonly tag: string;
}

/** Words of where an import stands. A withdrawn one is not counted any more, so that nothing of it need be there. */
const STATES: Readonly<Record<string, State>> = {
  started: { text: 'Not all read in', tag: 'yellow' },
  finished: { text: 'Read in', tag: 'green' },
  withdrawing: { text: 'Not all taken back', tag: 'yellow' },
  withdrawn: { text: 'Withdrawn', tag: 'grey' },
};

/** Words and colour of where an import stands. */
export const stateOf = (status: string): State => STATES[status] ?? { text: status, tag: 'grey' };

/** Its files, when it was begun and ended, and whether something of it is missing. */
export const filesAndDays = (
  each: ImportDto,
): { readonly files: readonly string[]; readonly when: string; readonly isShort: boolean } => ({
  files: each.files.map(({ name }) => name),
  when: daysInWords(each),
  isShort: isShort(each),
});

const daysInWords = ({ startedOn, finishedOn, withdrawnOn }: ImportDto): string =>
  [
    `begun on ${shortDay(startedOn)}`,
    ...(finishedOn === null ? [] : [`finished on ${shortDay(finishedOn)}`]),
    ...(withdrawnOn === null ? [] : [`withdrawn on ${shortDay(withdrawnOn)}`]),
  ].join(', ');

const isShort = ({ status, rowsExpected, rowsPresent }: ImportDto): boolean =>
  status === 'started' || status === 'withdrawing' || (status === 'finished' && rowsPresent < rowsExpected);

const presentInList = (each: ImportDto): object => {
  const { importId, status, files, covers } = each;
  return {
    importId,
    state: stateOf(status),
    when: daysInWords(each),
    // What was taken back speaks for nothing any more.
    covers: status === 'withdrawn' ? [] : covers.map(coverInWords),
    files: files.map((file) => ({ ...file, agrees: agreesInWords(file) })),
    reconciled: reconciled(each),
    isShort: isShort(each),
    // Its page tells whether it goes on or has stopped.
    progress: status === 'started' || status === 'withdrawing' ? pathOfImport(importId) : null,
  };
};

/** Whether every row of a file is accounted for. */
const agreesInWords = ({ rows, accepted, duplicates, refused }: ImportedFileDto): string => {
  const left = rows - accepted - duplicates - refused;
  return left === 0 ? 'all accounted for' : `${left} not accounted for`;
};

const reconciled = ({ status, rowsExpected: all, rowsPresent: rows, files }: ImportDto): string => {
  switch (status) {
    case 'withdrawn':
      return takenBackInWords(all);
    case 'started':
      return `${rows} of ${rowsInWords(all)} are there so far. It is under way, or it was cut short.`;
    case 'withdrawing':
      return `${all - rows} of ${rowsInWords(all)} are taken back so far. That is under way, or it was cut short.`;
    default:
      return [thereInWords(rows, all), ...leftOutInWords(files)].join(' ');
  }
};

/** The rows of the files that were not taken, by why, so that those that are there add up to those that were sent. */
const leftOutInWords = (files: readonly ImportedFileDto[]): string[] => {
  const sum = (of: 'rows' | 'refused' | 'duplicates'): number => files.reduce((all, file) => all + file[of], 0);
  const parts = [
    ...(sum('refused') > 0 ? [`${sum('refused')} refused`] : []),
    ...(sum('duplicates') > 0 ? [`${sum('duplicates')} again in the file`] : []),
  ];
  return parts.length === 0 ? [] : [`The files have ${rowsInWords(sum('rows'))}: ${parts.join(', ')}.`];
};
