import type { ImportedAcknowledgementFacts } from '../../src/acknowledgements/events.js';
import { addDays } from '../../src/calendar/dates.js';
import type { ImportedDisputeFacts, RegisterFact, RegisterSource } from '../../src/disputes/events.js';
import type { Coverage, ImportStarted } from '../../src/register/events.js';
import { Controls } from './controls.js';
import type { Story } from './read-models.js';

/** A council's register, row by row, as an import writes it. */
export const registerOf = (
  importId: string,
  { disputes = [], acknowledgements = [], covers, finished = true, rows, lacks, readOn }: RegisterContent,
): Story[] => {
  const at = `${readOn ?? dayAfter(covers)}T09:00:00.000Z`;
  const source = (row: number): RegisterSource => ({ file: `${importId}.csv`, row, ...(lacks ? { lacks } : {}) });
  const started: ImportStarted = {
    importId,
    files: [{ name: `${importId}.csv`, sha256: '0', rows: 0, accepted: 0, duplicates: 0, refused: 0 }],
    mappingSha256: '0',
    rows: rows ?? disputes.length + acknowledgements.length,
    covers: [...covers],
  };
  return [
    {
      stream: `import-${importId}`,
      events: [
        { type: 'ImportStarted', data: started, at },
        ...(finished ? [{ type: 'ImportFinished', data: { rowsWritten: started.rows }, at }] : []),
      ],
    },
    ...disputes.map((facts, index): Story => ({
      stream: `dispute-${importId}-${index}`,
      events: [
        {
          type: 'DisputeImported',
          data: {
            importId,
            reference: `${importId}-${index}`,
            ownReference: `D${index}`,
            source: source(index + 2),
            facts: { ...Controls.importedFacts, ...facts },
          },
          at,
        },
      ],
    })),
    ...acknowledgements.map((facts, index): Story => ({
      stream: `acknowledgement-${importId}-a${index}`,
      events: [
        {
          type: 'AcknowledgementImported',
          data: {
            importId,
            reference: `${importId}-a${index}`,
            ownReference: `PA${index}`,
            source: source(index + 2),
            facts: { ...ACKNOWLEDGED, ...facts },
          },
          at,
        },
      ],
    })),
  ];
};

export interface RegisterContent {
  readonly disputes?: readonly Partial<ImportedDisputeFacts>[];
  readonly acknowledgements?: readonly Partial<ImportedAcknowledgementFacts>[];
  readonly covers: readonly Coverage[];
  readonly finished?: boolean;
  /** Rows the import means to write; those above unless it is cut short. */
  readonly rows?: number;
  /** Facts for which its file has no column; none unless told. */
  readonly lacks?: RegisterFact[];
  /** The day on which it was read in; the day after the last for which it speaks, unless told. */
  readonly readOn?: string;
}

const dayAfter = (covers: readonly Coverage[]): string => {
  const last = covers
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return last === undefined ? Controls.today : addDays(last, 1);
};

const ACKNOWLEDGED: ImportedAcknowledgementFacts = {
  children: ['1657920'],
  giver: 'iro-vance',
  team: 'wyre-forest',
  givenOn: '2022-04-05',
  theme: 'PA-DIRECT',
  whatTheyDid: 'A swift, well-planned move.',
};

/** So many of something. */
export const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

export const covering = (year: string, ...kinds: Coverage['kind'][]): Coverage[] => {
  const first = Number(year.slice(0, 4));
  return kinds.map((kind) => ({ kind, from: `${first}-04-01`, to: `${first + 1}-03-31` }));
};
