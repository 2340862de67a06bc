import type { AnnualReport, ReportedMeasure } from './annual-report.js';
import { textTable } from './text-table.js';

/** The annual report for people: each figure beside the year before, numbered notes, and every figure's definition below. */
export const formatAnnualReport = ({ year, previousYear, runOn, measures }: AnnualReport): string => {
  const notes = [...new Set(measures.flatMap(({ note }) => (note === null ? [] : [note])))];
  return [
    `Annual report ${year}, beside ${previousYear} (as the records stood on ${runOn})`,
    '',
    textTable(
      ['Measure', year, previousYear, 'Change', 'Notes'],
      measures.map((measure) => [
        measure.label,
        figure(measure, measure.value),
        figure(measure, measure.previous),
        change(measure),
        measure.note === null ? '' : `[${notes.indexOf(measure.note) + 1}]`,
      ]),
    ),
    '',
    'Notes',
    ...notes.map((note, index) => `[${index + 1}] ${note}.`),
    '',
    'What is counted',
    ...measures.map(({ label, code, definition }) => `${label} (${code}): ${definition}`),
  ].join('\n');
};

const figure = ({ unit, note }: ReportedMeasure, value: number | null): string => {
  if (value === null) return note?.includes('not collected') ? 'not collected' : 'not known';
  return unit === 'percent' ? `${value}%` : String(value);
};

const change = ({ unit, change: by, changePercent }: ReportedMeasure): string => {
  if (by === null) return '';
  const signed = by > 0 ? `+${by}` : String(by);
  if (unit === 'percent') return `${signed} points`;
  if (changePercent === null) return signed;
  return `${signed} (${changePercent > 0 ? '+' : ''}${changePercent.toFixed(1)}%)`;
};
