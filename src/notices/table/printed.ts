import { isTheirsToDo } from '../kinds.js';
import { WHEN_OF_DISPUTE, WHOM_OF_DISPUTE } from './disputes.js';
import { WHEN_ELSEWHERE, WHOM_ELSEWHERE } from './other-records.js';
import type { Row, Tell } from './row.js';
import { BEFOREHAND, IN_ANOTHERS_NAME, TOLD } from './table.js';

const WHOM: Readonly<Record<string, string>> = {
  ...WHOM_ELSEWHERE,
  ...WHOM_OF_DISPUTE,
  [IN_ANOTHERS_NAME.to]: 'the person in whose name it was entered',
};
const WHEN: Readonly<Record<string, string>> = { ...WHEN_ELSEWHERE, ...WHEN_OF_DISPUTE };

const HEADINGS = ['of', 'what happened', 'event', 'who is told', 'notice', 'theirs to do', 'only where', 'why'];

/** The whole table as comma-separated values, one line for each notice of each event, for people who read no code. */
export const printedTable = (): string => {
  const events = Object.entries(TOLD).flatMap(([category, ofCategory]) =>
    Object.entries(ofCategory as Readonly<Record<string, Row>>).flatMap(([type, row]) =>
      linesOf(row).map((line) => [inWords(category), inWords(type), type, ...line]),
    ),
  );
  const other = [
    ['any of these', 'somebody acted in the name of another', '', ...told(IN_ANOTHERS_NAME)],
    ...Object.entries(BEFOREHAND).map(([what, tell]) => ['dates', what, '', ...told(tell)]),
  ];
  return [HEADINGS, ...events, ...other].map((line) => `${line.map(quoted).join(',')}\n`).join('');
};

const linesOf = (row: Row): string[][] =>
  'nobody' in row ? [['nobody', '', '', '', row.nobody]] : row.tells.map((tell) => told(tell));

const told = ({ to, notice, when = [], why }: Tell): string[] => [
  WHOM[to]!,
  notice,
  isTheirsToDo(notice) ? 'yes' : '',
  when.map((each) => WHEN[each]!).join('; '),
  why,
];

/** `AnswerDeadlineSet` as "answer deadline set". */
const inWords = (name: string): string => name.replaceAll(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase();

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
