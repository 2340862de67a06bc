import type { Problem } from '../../platform/http/problem.js';
import type { FileOfForm } from '../../web/forms/file-of-form.js';
import { carriedFiles } from '../../web/forms/files-of-form.js';
import { plainly } from '../../web/forms/plainly.js';
import { UNDECIDED } from '../mapping/fields.js';
import { coverInWords } from './cover-in-words.js';
import type { RegisterFileTriedDto, RegisterTriedDto } from './register-files.dto.js';

/** The contents of the form on whatever page. */
export interface Typing {
  readonly files: readonly FileOfForm[];
  readonly mapping: string;
  /** The periods for which the register is said to speak, a line each. */
  readonly covers: string;
}

/** The first page, as it is opened or with why the files were not read. */
export const presentChoosing = (problem: Problem | undefined): object => {
  const said = messagesOf(problem);
  return {
    title: 'Read in a register',
    fileError: said[0],
    errors: said.map((text) => ({ text, href: '#file' })),
  };
};

/** The mapping, to be corrected. */
export const presentMapping = (typing: Typing, problem: Problem | undefined): object => {
  const errors = problem?.also.errors ?? [];
  const ofCovers = errors.filter(({ pointer }) => pointer === '/covers').map(({ message }) => message);
  const ofMapping = messagesOf(problem).filter((message) => !ofCovers.includes(message));
  return {
    title: 'How the register is read',
    files: typing.files.map(({ name }) => name),
    mapping: typing.mapping,
    covers: typing.covers,
    lines: Math.min(MOST_LINES, typing.mapping.split('\n').length + 1),
    undecided: linesToDecide(typing.mapping),
    problems: ofMapping,
    more: problem?.also.more ?? 0,
    mappingError: ofMapping.length === 0 ? undefined : MAPPING_IS_WRONG,
    coversError: ofCovers[0],
    errors: [
      ...ofMapping.map((text) => ({ text, href: '#mapping' })),
      ...ofCovers.map((text) => ({ text, href: '#covers' })),
    ],
    carried: carriedFiles(typing.files),
  };
};

const MOST_LINES = 40;
const MAPPING_IS_WRONG = 'This mapping cannot be used yet: see what is wrong with it';

/** Numbers of the lines that only a person can finish. */
const linesToDecide = (mapping: string): number[] =>
  mapping
    .split('\n')
    .flatMap((line, at) => (new RegExp(`: ${UNDECIDED}\\b`).test(line.replace(/#.*/, '')) ? [at + 1] : []));

/** The result that it would have, and the button that does it. */
export const presentTried = (tried: RegisterTriedDto, typing: Typing, problem?: Problem): object => {
  const { files, accepted, newRecords, remarks, covers, outliers, doubts } = tried;
  const refused = files.reduce((sum, file) => sum + file.refused.length, 0);
  return {
    title: titleOf(tried, refused),
    errors: messagesOf(problem).map((text) => ({ text, ...(refused > 0 ? { href: '#leaveOutRefused' } : {}) })),
    refusedError: refused > 0 ? messagesOf(problem)[0] : undefined,
    lead:
      newRecords === 0 ? 'Nothing new: every row that can be taken is on record already.' : 'Nothing is recorded yet.',
    files: files.map(fileInWords),
    refused,
    remarks,
    covers: covers.map(coverInWords),
    outliers,
    doubts: doubts.map((each) => ({ file: each.file, period: coverInWords(each) })),
    mayBeBroughtIn: newRecords > 0 && doubts.length === 0,
    button: `Read in ${newRecords} ${newRecords === 1 ? 'record' : 'records'}`,
    accepted,
    mapping: typing.mapping,
    coversSaid: typing.covers,
    carried: carriedFiles(typing.files),
  };
};

const titleOf = ({ newRecords, doubts }: RegisterTriedDto, refused: number): string => {
  if (doubts.length > 0) return 'Say for which periods the register speaks';
  if (refused > 0) return 'Some rows cannot be taken';
  return newRecords === 0 ? 'Nothing to read in' : 'Check, and read in this register';
};

const fileInWords = (file: RegisterFileTriedDto): object => ({
  ...file,
  duplicates: file.duplicates.length,
  refusedRows: file.refused.slice(0, MOST_REFUSED).map((row) => ({ ...row, reason: plainly(row.reason) })),
  more: Math.max(0, file.refused.length - MOST_REFUSED),
  withCells: file.refused.some(({ found }) => found !== null),
  refused: file.refused.length,
});

/** More than anybody mends before they look again. */
const MOST_REFUSED = 200;

const messagesOf = (problem: Problem | undefined): string[] =>
  problem?.also.errors?.map(({ message }) => message) ?? (problem === undefined ? [] : [problem.detail]);
