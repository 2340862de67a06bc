import { quarterInWords } from '../../../calendar/dates.js';
import type { LocalDate, Quarter } from '../../../calendar/calendar.js';
import { dayInWords, momentInWords } from '../../../calendar/in-words.js';
import { notFound } from '../../../platform/http/problem.js';
import type { About } from '../../../web/frame/page.js';
import { addressOf } from '../../../web/lists/listing.js';
import { tablesShown } from '../../pages/present-report.js';
import type { ReportShown, Said, TableShown } from '../../pages/report-shown.js';
import { CASELOAD_TODAY } from '../iro-service-shown.js';
import type { SampleShown, SupervisionSheet } from './sheet.query.js';

export interface SheetOfPage {
  readonly sheet: SupervisionSheet;
  /** The tables of the IRO service, of this IRO alone. */
  readonly shown: ReportShown;
  /** Letters that stand for the IRO. */
  readonly address: string;
}

const IN_ADDRESS = /^(\d{4})-(\d{2})-(Q[1-4])$/;

/** @throws Problem `not-found` for what is no quarter */
export const quarterInAddress = (written: unknown): Quarter => {
  const found = typeof written === 'string' ? IN_ADDRESS.exec(written) : null;
  if (found === null) throw notFound();
  return `${found[1]}/${found[2]} ${found[3]}`;
};

/** @param of letters that stand for the IRO */
export const addressOfSheet = (of: string, quarter: Quarter): string =>
  addressOf('/iro-service/sheet', { of, quarter: inAddress(quarter) });

const fileOfSheet = (as: string, of: string, quarter: Quarter): string =>
  addressOf(`/iro-service/sheet/${as}`, { of, quarter: inAddress(quarter) });

const inAddress = (quarter: Quarter): string => quarter.replace('/', '-').replace(' ', '-');

/** The caseload, and the quarters without the name, which the sheet bears. */
export const ofOneIro = (table: TableShown): TableShown =>
  table.key === CASELOAD_TODAY ? table : { ...table, title: 'By quarter' };

/** For what it is, and for what it is not. */
export const FOR_SUPERVISION = (asAt: LocalDate): string =>
  `As of ${dayInWords(asAt)}. For supervision: to see who needs help, and to ask whether all share a view of when to raise. More is neither better nor worse.`;

/** Who had a sample drawn, when, and from how many. */
export const sampleInWords = ({ drawnAt, drawnBy, outOf }: SampleShown, said: Said): string =>
  said(
    `Drawn by ${drawnBy.name}, ${momentInWords(drawnAt)}, from ${outOf} ${outOf === 1 ? 'dispute' : 'disputes'} raised in the quarter.`,
  );

/** The sheet: the caseload, the quarters, and for one of them the records that chance chose to be read together. */
export const presentSheet = (
  { sheet: { iro, asAt, periods, quarter, samples }, shown, address }: SheetOfPage,
  { words: { said } }: Pick<About, 'words'>,
): object => {
  return {
    title: `Supervision sheet: ${iro.iro.name}`,
    asAt: dayInWords(asAt),
    says: FOR_SUPERVISION(asAt),
    pdf: fileOfSheet('pdf', address, quarter),
    docx: fileOfSheet('docx', address, quarter),
    csv: fileOfSheet('csv', address, quarter),
    ods: fileOfSheet('ods', address, quarter),
    quarter: quarterInWords(quarter),
    quarters: periods.map(({ quarter: each }) => ({
      text: quarterInWords(each),
      href: addressOfSheet(address, each),
      active: each === quarter,
    })),
    tables: tablesShown({ ...shown, tables: shown.tables.map(ofOneIro) }, '/iro-service/counted'),
    samples: samples.map((sample) => ({
      ...{ number: sample.number, says: sampleInWords(sample, said), reason: sample.reason },
      rows: sample.references.map((reference) => ({ reference: said(reference), href: `/disputes/${reference}` })),
    })),
    draw: addressOf('/iro-service/samples', { of: address, quarter: inAddress(quarter) }),
    definitions: shown.definitions.map(({ label, definition }) => ({ label: said(label), text: said(definition) })),
  };
};
