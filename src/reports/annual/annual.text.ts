import type { AnnualReport, ReportedMeasure } from './annual-report.js';
import type { TeamsCompared } from './teams-compared.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import type { Words } from '../../protocol/protocol.js';
import { textTable } from '../text-table.js';

/**
 * The annual report for people: each figure beside the year before, numbered notes, and every figure's definition below. Measures are
 * named in the council's words; notes stay as they were written.
 */
export const annualReportText = (
  { year, previousYear, runOn, measures, teams, notes: ofAll }: AnnualReport,
  words: Words,
  kept: readonly string[] = [],
): string => {
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const notes = [...new Set(measures.flatMap(({ note }) => (note === null ? [] : [note])))];
  const rules = [...new Set(measures.map(({ countedBy }) => countedBy))];
  return [
    `Annual report ${year}, beside ${previousYear} (as the records stood on ${runOn})`,
    '',
    textTable(
      [
        { heading: 'Measure' },
        { heading: year, figures: true },
        { heading: previousYear, figures: true },
        { heading: 'Change', figures: true },
        { heading: 'Notes' },
      ],
      measures.map((measure) => [
        said(measure.label),
        figure(measure.unit, measure.value, measure.missing),
        figure(measure.unit, measure.previous, measure.previousMissing),
        change(measure),
        measure.note === null ? '' : `[${notes.indexOf(measure.note) + 1}]`,
      ]),
    ),
    ...(teams.length === 0
      ? []
      : ['', 'Teams that split or merged', ...teams.map(teamLine(year, previousYear, words))]),
    '',
    'Notes',
    ...notes.map((note, index) => `[${index + 1}] ${note}.`),
    ...ofAll.map((note) => `${note}.`),
    '',
    'What is counted',
    ...rules.flatMap((rule) => [
      '',
      said(rule ?? 'Worked out from other measures.'),
      ...measures
        .filter(({ countedBy }) => countedBy === rule)
        .map(({ label, code, definition }) => `- ${said(label)} (${code}): ${said(definition)}`),
    ]),
  ].join('\n');
};

const teamLine =
  (year: string, before: string, words: Words) =>
  ({ disputes, previous, note }: TeamsCompared): string =>
    `- ${note}: ${disputes} ${words.disputes} in ${year}, ${previous} in ${before}.`;

const figure = (unit: ReportedMeasure['unit'], value: number | null, missing: string | null): string => {
  if (value === null) return missing ?? '';
  return unit === 'percent' ? `${value}%` : String(value);
};

const change = ({ unit, change: by, changePercent }: ReportedMeasure): string => {
  if (by === null) return '';
  const signed = by > 0 ? `+${by}` : String(by);
  if (unit === 'percent') return `${by > 0 ? '+' : ''}${by.toFixed(1)} points`;
  if (changePercent === null) return signed;
  return `${signed} (${changePercent > 0 ? '+' : ''}${changePercent.toFixed(1)}%)`;
};
