import { dayInWords } from '../../calendar/in-words.js';
import type { ReportPage, ShownWith } from '../pages/report-page.js';
import { type LineShown, noteInWords, type ReportShown, type Said, type TableShown } from '../pages/report-shown.js';
import { ReadBesideOthers } from './compared.query.js';
import type { BesideOthers, FigurePublished, MeasureCompared, OwnFigure } from './compared.js';
import { OTHER_COUNCILS_DEFINITIONS } from './other-councils.definitions.js';

/** What other councils have published, beside one's own figures. */
export const otherCouncilsPage: ReportPage = {
  path: 'other-councils',
  title: 'Beside other councils',
  about: 'What other councils have published, as rates beside this council’s own, never ranked.',
  read: async (ask, year, asker, asAt) => {
    const report = await ask(new ReadBesideOthers(asker, year, asAt));
    return (shownWith) => otherCouncilsShown(report, shownWith);
  },
};

export const otherCouncilsShown = (
  { year, measures, notes }: BesideOthers,
  { said }: Pick<ShownWith, 'said'>,
): ReportShown => ({
  title: 'Beside other councils',
  says:
    measures.length === 0
      ? `No figure that another council has published for ${year} is entered.`
      : `What other councils have published for ${year}, A to Z. They count differently, and are not ranked: read what each counts first.`,
  pictures: [],
  tables: measures.map((measure) => tableOf(measure, said)),
  notes: [
    ...[...new Set(measures.flatMap(({ own }) => own.notes))].map((note) => noteInWords(note, said)),
    ...notes.map((note) => noteInWords(note, said)),
  ],
  definitions: OTHER_COUNCILS_DEFINITIONS,
});

const tableOf = ({ code, label, own, others }: MeasureCompared, said: Said): TableShown => ({
  ...{ key: code, title: said(label), lineHead: 'Council' },
  columns: [
    { key: 'per100', label: 'To 100 children' },
    { key: 'number', label: 'Number' },
    { key: 'children', label: 'Children' },
    { key: 'source', label: 'Source' },
    { key: 'definition', label: 'What it counts' },
  ],
  lines: [ownLine(own), ...others.map(lineOf)],
});

const ownLine = ({ value, missing, children, per100 }: OwnFigure): LineShown => ({
  ...{ key: 'own', name: 'This council' },
  cells: [
    { text: rateInWords(per100) },
    { text: value === null ? (missing ?? 'not known') : String(value) },
    { text: children === null ? 'not known' : String(children), more: 'on average' },
    { text: 'Counted here' },
    { text: 'As the annual report counts it' },
  ],
});

const lineOf = (
  { council, value, children, per100, source, publishedOn, definition }: FigurePublished,
  place: number,
): LineShown => ({
  ...{ key: String(place), name: `Published by ${council}` },
  cells: [
    { text: rateInWords(per100) },
    { text: String(value) },
    { text: children === null ? 'not published' : String(children) },
    { text: source, more: `published on ${dayInWords(publishedOn)}` },
    { text: definition },
  ],
});

const rateInWords = (per100: number | null): string => (per100 === null ? 'no rate' : per100.toFixed(1));
