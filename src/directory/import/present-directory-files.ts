import type { Problem } from '../../platform/http/problem.js';
import { carriedFile, type FileOfForm } from '../../web/forms/file-of-form.js';
import { CHILDREN_COLUMNS } from './children-file.js';
import type { DirectoryReportDto } from './directory-files.dto.js';
import { PEOPLE_COLUMNS } from './people-file.js';
import { TEAM_COLUMNS } from './teams-file.js';

/** The form, as it is opened or with why the file was not read. */
export const presentChoosing = (problem: Problem | undefined): object => {
  const said = problem?.also.errors?.map(({ message }) => message) ?? (problem === undefined ? [] : [problem.detail]);
  return {
    title: 'Teams, people and children from a file',
    kinds: [
      { holds: 'Teams', columns: TEAM_COLUMNS.join(', ') },
      { holds: 'People and posts', columns: PEOPLE_COLUMNS.join(', ') },
      { holds: 'Children', columns: CHILDREN_COLUMNS.join(', ') },
    ],
    fileError: said[0],
    errors: said.map((text) => ({ text, href: '#file' })),
  };
};

const HOLDS = { teams: 'teams', people: 'people and posts', children: 'children' } as const;

/** The outcome of reading a file that was not written, and the button that writes it where nothing is to be mended. */
export const presentFileTried = (report: DirectoryReportDto, file: FileOfForm, command: string): object => {
  const { rows, accepted, refused, warnings, changes, proposals, ignoredColumns, holds } = report;
  const mayBeWritten = refused.length === 0 && changes + proposals.length > 0;
  return {
    title: refused.length > 0 ? 'This file must be mended' : `Check, and read in these ${HOLDS[holds]}`,
    command,
    mayBeWritten,
    lead: leadOf(report),
    counts: [
      { label: 'Rows', value: rows },
      { label: 'Can be taken', value: accepted },
      { label: 'Changes', value: changes },
      { label: 'Wait for a second person', value: proposals.length },
    ],
    refused,
    warnings,
    proposals: proposals.map(({ person, title }) => (person === null ? title : `${person} as ${title}`)),
    ignoredColumns,
    button: `Read in the ${HOLDS[holds]}`,
    carried: carriedFile(file),
  };
};

const leadOf = ({ refused, changes, proposals }: DirectoryReportDto): string => {
  if (refused.length > 0)
    return 'Nothing was recorded. Mend these cells in your spreadsheet, save it, and choose the file again.';
  if (changes + proposals.length === 0) return 'Everything in this file is on record already. There is nothing to do.';
  return 'Nothing is recorded yet.';
};

/** The message that the next page shows once. */
export const doneInWords = ({ rows, holds, changes, proposals }: DirectoryReportDto): string =>
  [
    `Read in: ${rows} ${rows === 1 ? 'row' : 'rows'} of ${HOLDS[holds]}, ${changes} ${changes === 1 ? 'change' : 'changes'}.`,
    ...(proposals.length === 0
      ? []
      : [`${proposals.length} ${proposals.length === 1 ? 'waits' : 'wait'} for a second person.`]),
  ].join(' ');
