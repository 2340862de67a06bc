import { isTheirsToDo } from '../kinds.js';
import { WHEN_OF_DISPUTE, WHOM_OF_DISPUTE } from './disputes.js';
import { WHEN_ELSEWHERE, WHOM_ELSEWHERE } from './other-records.js';
import type { Row, Tell } from './row.js';
import { BEFOREHAND, IN_ANOTHERS_NAME, TOLD } from './table.js';

type InWords = Readonly<Record<string, string>>;

/** One word may name others of a dispute than of another record: each row is printed with the words of its own record. */
interface WordsOfRows {
  readonly whom: InWords;
  readonly when: InWords;
}
const OF_DISPUTE: WordsOfRows = {
  whom: {
    ...WHOM_ELSEWHERE,
    ...WHOM_OF_DISPUTE,
    [IN_ANOTHERS_NAME.to]: 'the person in whose name it was entered',
  },
  when: { ...WHEN_ELSEWHERE, ...WHEN_OF_DISPUTE },
};
const ELSEWHERE: WordsOfRows = {
  whom: { ...WHOM_OF_DISPUTE, ...WHOM_ELSEWHERE },
  when: { ...WHEN_OF_DISPUTE, ...WHEN_ELSEWHERE },
};

const HEADINGS = ['of', 'what happened', 'event', 'who is told', 'notice', 'theirs to do', 'only where', 'why'];

/** The whole table as comma-separated values, one line for each notice of each event, for people who read no code. */
export const printedTable = (): string => {
  const events = Object.entries(TOLD).flatMap(([category, ofCategory]) =>
    Object.entries(ofCategory as Readonly<Record<string, Row>>).flatMap(([type, row]) =>
      linesOf(row, category === 'dispute' ? OF_DISPUTE : ELSEWHERE).map((line) => [
        inWords(category),
        inWords(type),
        type,
        ...line,
      ]),
    ),
  );
  const other = [
    ['any of these', 'somebody acted in the name of another', '', ...told(IN_ANOTHERS_NAME, OF_DISPUTE)],
    ...Object.entries(BEFOREHAND).map(([what, tell]) => ['dates', what, '', ...told(tell, OF_DISPUTE)]),
  ];
  return [HEADINGS, ...events, ...other].map((line) => `${line.map(quoted).join(',')}\n`).join('');
};

const linesOf = (row: Row, words: WordsOfRows): string[][] =>
  'nobody' in row ? [['nobody', '', '', '', row.nobody]] : row.tells.map((tell) => told(tell, words));

const told = ({ to, notice, when = [], why }: Tell, words: WordsOfRows): string[] => [
  words.whom[to]!,
  notice,
  isTheirsToDo(notice) ? 'yes' : '',
  when.map((each) => words.when[each]!).join('; '),
  why,
];

/** `AnswerDeadlineSet` as "answer deadline set". */
const inWords = (name: string): string => name.replaceAll(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase();

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
