import { shortDay } from '../../calendar/in-words.js';
import type { Scope } from '../../reports/themes/cases.js';
import { recordsInWords } from '../../reports/themes/scopes.js';
import type { ImportDto, ImportedFileDto, ImportsDto } from './imports.dto.js';

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
    ...presentImport(each),
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
  withdrawing: { text: 'Withdrawal cut short', tag: 'red' },
  withdrawn: { text: 'Withdrawn', tag: 'grey' },
};

const presentImport = (each: ImportDto): object => {
  const { importId, status, files, rowsExpected, rowsPresent, covers, startedOn, finishedOn, withdrawnOn } = each;
  return {
    importId,
    state: STATES[status] ?? { text: status, tag: 'grey' },
    when: [
      `begun on ${shortDay(startedOn)}`,
      ...(finishedOn === null ? [] : [`finished on ${shortDay(finishedOn)}`]),
      ...(withdrawnOn === null ? [] : [`withdrawn on ${shortDay(withdrawnOn)}`]),
    ].join(', '),
    // What was taken back speaks for nothing any more.
    covers:
      status === 'withdrawn'
        ? []
        : covers.map(
            ({ kind, from, to }) => `${recordsInWords(kind as Scope)} of ${shortDay(from)} to ${shortDay(to)}`,
          ),
    files: files.map((file) => ({ ...file, agrees: agreesInWords(file) })),
    reconciled: reconciled(status, rowsExpected, rowsPresent),
    isShort: status === 'started' || (status === 'finished' && rowsPresent < rowsExpected),
  };
};

/** Whether every row of a file is accounted for. */
const agreesInWords = ({ rows, accepted, duplicates, refused }: ImportedFileDto): string => {
  const left = rows - accepted - duplicates - refused;
  return left === 0 ? 'all accounted for' : `${left} not accounted for`;
};

const reconciled = (status: string, expected: number, present: number): string => {
  if (status === 'withdrawn') return `${counted(expected)} withdrawn: they stay readable and are counted no more.`;
  if (present === expected) return `All ${counted(expected)} are there.`;
  const there = `${present} of ${counted(expected)} are there.`;
  const again = 'Read the same files in again: it finishes, and writes no row twice.';
  if (status !== 'started') return `${there} ${again}`;
  return `${there} Look again in a minute: it may still be under way. If no more are there by then, it was cut short. ${again}`;
};

const counted = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`;
