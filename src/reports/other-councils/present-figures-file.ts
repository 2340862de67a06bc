import type { Problem } from '../../platform/http/problem.js';
import { carriedFile, type FileOfForm } from '../../web/forms/file-of-form.js';
import { compared, MEASURES_COMPARED } from './measures-compared.js';
import type { FiguresFileReadDto } from './other-councils.dto.js';
import { FIGURE_COLUMNS } from './read-figures-file.js';

/** The form, as it is opened or with why the file was not read. */
export const presentChoosingFigures = (problem: Problem | undefined): object => {
  const said = problem?.also.errors?.map(({ message }) => message) ?? (problem === undefined ? [] : [problem.detail]);
  return {
    title: 'Figures of other councils from a file',
    columns: FIGURE_COLUMNS.join(', '),
    figures: MEASURES_COMPARED.map(({ label }) => label),
    fileError: said[0],
    errors: said.map((text) => ({ text, href: '#file' })),
  };
};

/** What was read in a file that is not entered yet, and the button that enters it where nothing is to be mended. */
export const presentFiguresTried = (
  { rows, figures, refused, ignoredColumns }: FiguresFileReadDto,
  file: FileOfForm,
  command: string,
): object => ({
  title: refused.length > 0 ? 'This file must be mended' : 'Check, and enter these figures',
  ...{ command, refused, ignoredColumns },
  mayBeWritten: refused.length === 0 && figures.length > 0,
  lead:
    refused.length > 0
      ? 'Nothing was recorded. Mend these cells in your spreadsheet, save it, and choose the file again.'
      : figures.length === 0
        ? 'This file has headings and no rows. There is nothing to enter.'
        : 'Nothing is recorded yet.',
  counts: [
    { label: 'Rows', value: rows },
    { label: 'Can be entered', value: figures.length },
  ],
  figures: figures.map(({ council, year, measure, value, children, source }) => ({
    ...{ council, year, value, children: children ?? 'not published', source },
    measure: compared(measure)!.label,
  })),
  carried: carriedFile(file),
});
