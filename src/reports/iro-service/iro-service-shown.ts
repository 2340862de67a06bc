import { quarterInWords } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { Definition } from '../definitions.js';
import { countCell, type LineShown, type ReportShown, type Said, type TableShown } from '../pages/report-shown.js';
import type { Counted } from '../yearly.js';
import type { Iro, IroInService, IroService, KindOfWork, QuarterOfIro } from './iro-service.js';

export const IRO_SERVICE_DEFINITIONS: readonly Definition[] = [
  {
    label: 'IROs',
    definition:
      'those who hold the post of an IRO or a conference chair today, and those of whom something is counted; A to Z, never by count.',
  },
  {
    label: 'Children',
    definition: 'allocated to them today: alive, and in care or after it until the day on which they left.',
  },
  { label: 'Open, and late', definition: 'open disputes that they hold today, and those of which an answer is late.' },
  {
    label: 'Informal, formal, acknowledgements',
    definition:
      'by the day raised or given, under whoever raised or gave them; those raised in error left out, those withdrawn included. They are never added.',
  },
  {
    label: 'Checks',
    definition:
      'preparation and midway checks and assessments after 18, by the day for which they are held, under whoever began them. Unfinished: with a standard to answer, or not met and neither raised nor decided about.',
  },
  {
    label: 'Recommendations',
    definition:
      'those of one review together, by the day sent, under whoever sent them. Waiting: for an answer, or for the IRO to decide about a disagreement.',
  },
];

/** Key of the table of the caseloads of today; every other table is of one IRO. */
export const CASELOAD_TODAY = 'today';

/**
 * @param keyOf what stands in addresses for an IRO, so that no person does
 */
export const iroServiceShown = (
  { asAt, periods, iros }: IroService,
  said: Said,
  keyOf: (iro: Iro) => string,
): ReportShown => ({
  title: 'IRO service',
  says: said(
    `Caseload, disputes, checks and recommendations of each IRO, as of ${dayInWords(asAt)}: to see who needs help, and to ask whether all share a view of when to raise. IROs stand A to Z; more is neither better nor worse.`,
  ),
  pictures: [],
  tables: [todayOf(iros, keyOf, said), ...iros.map((each) => quartersOf(each, periods, keyOf(each.iro), said))],
  notes: [],
  definitions: IRO_SERVICE_DEFINITIONS,
});

const todayOf = (iros: readonly IroInService[], keyOf: (iro: Iro) => string, said: Said): TableShown => ({
  key: CASELOAD_TODAY,
  title: 'Caseload today',
  lineHead: 'IRO',
  columns: [
    { key: 'children', label: 'Children' },
    { key: 'open', label: said('Open disputes') },
    { key: 'late', label: 'Late' },
  ],
  lines: iros.map(({ iro, children, open, late }) => ({
    key: keyOf(iro),
    name: iro.name,
    cells: [{ text: String(children) }, countCell(open), countCell(late)],
  })),
});

const quartersOf = (
  { iro, quarters }: IroInService,
  periods: IroService['periods'],
  key: string,
  said: Said,
): TableShown => ({
  key,
  title: iro.name,
  lineHead: 'Quarter',
  columns: COLUMNS.map(({ key: column, label }) => ({ key: column, label: said(label) })),
  lines: quarters.map((quarter, place): LineShown => ({
    key: quarter.quarter.replace('/', '-').replace(' ', '-'),
    name: quarterInWords(quarter.quarter),
    cells: COLUMNS.map(({ kind, counts }) => {
      const counted = counts(quarter);
      const why = periods[place]!.whyUnknown[kind];
      return counted.count === 0 && why !== null ? { text: why } : countCell(counted);
    }),
  })),
});

const COLUMNS: readonly {
  readonly key: string;
  readonly label: string;
  readonly kind: KindOfWork;
  readonly counts: (quarter: QuarterOfIro) => Counted;
}[] = [
  { key: 'informal', label: 'Informal', kind: 'informal', counts: ({ work }) => work.informal },
  { key: 'formal', label: 'Formal', kind: 'formal', counts: ({ work }) => work.formal },
  {
    ...{ key: 'acknowledgements', label: 'Acknowledgements', kind: 'acknowledgement' },
    counts: ({ work }) => work.acknowledgement,
  },
  { key: 'checks', label: 'Checks', kind: 'check', counts: ({ work }) => work.check },
  { key: 'unfinished', label: 'Unfinished', kind: 'check', counts: ({ checksUnfinished }) => checksUnfinished },
  {
    ...{ key: 'recommendations', label: 'Recommendations', kind: 'recommendations' },
    counts: ({ work }) => work.recommendations,
  },
  {
    ...{ key: 'waiting', label: 'Waiting', kind: 'recommendations' },
    counts: ({ recommendationsWaiting }) => recommendationsWaiting,
  },
];
