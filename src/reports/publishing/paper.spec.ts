import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { digestOf, type Edition, type FigureEntered, type Story } from './edition.js';
import type { FrozenTable, ReportDrafted } from './events.js';
import { roomLeft } from './one-page.js';
import { paperOf, type Part, titleOf } from './paper.js';
import { paperPdf } from './paper-pdf.js';
import { tableCsv } from './table-csv.js';

const drafted: ReportDrafted = {
  report: 'RPT-7K4M-2QXH',
  kind: 'annual',
  from: '2022-04-01',
  to: '2023-03-31',
  audience: 'public',
  threshold: 10,
  team: null,
};
const table: FrozenTable = {
  title: 'Formal disputes by team',
  columns: ['Q1', 'Q2', 'Total'],
  rows: [
    { label: 'Through Care 3', cells: ['c', 31, 'c'] },
    { label: 'Total', cells: [41, 46, 87] },
  ],
  notes: ['c: hidden, so that nobody can be recognised.'],
};
const edition: Edition = {
  ...{
    edition: 1,
    reason: null,
    writers: ['iro'],
    checkedBy: 'analyst',
    approvedBy: 'manager',
    approvedOn: '2023-10-02',
    withdrawn: null,
    givenUp: null,
  },
  published: { on: '2023-10-04', address: 'https://council.example/iro', files: [], sha256: 'as recorded' },
  ...{ entered: [], stories: [], actions: [], takenOut: [], comments: [], presented: null },
  sections: { summary: 'Fewer children wait.\n\nPlans move sooner.', priorities: 'Life story work.' },
  figures: {
    lastEvent: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10',
    asAt: '2023-06-01T09:00:00.000Z',
    measures: [
      {
        ...{ code: 'formal', label: 'Formal disputes', value: 87, missing: null },
        ...{ unit: 'count', previous: 55, change: 32, changePercent: 58.2 },
        ...{ definition: 'Formal disputes raised in the year.', note: 'Two teams began late.' },
      },
      {
        ...{ code: 'cafcass', label: 'Referred to Cafcass', value: null, missing: 'not collected' },
        ...{ unit: 'count', previous: null, change: null, changePercent: null },
        ...{ definition: 'Disputes referred at any time.', note: null },
      },
    ],
    tables: [table],
    says: { words: PLAIN_WORDS, kept: [] },
    ...{ method: 'hidden', layout: [], leftOut: [], totalsAnyway: [], besides: [], disclosures: [], released: [] },
  },
};

const textOf = (part: Part): string => ('text' in part ? part.text : '');
const headings = (parts: readonly Part[]): string[] => parts.filter(({ is }) => is === 'heading').map(textOf);

describe('The paper of a report', () => {
  const paper = paperOf(drafted, edition);

  it('has what was written before and after the figures, and leaves out what nobody wrote', () => {
    expect(headings(paper.parts).slice(1)).toEqual([
      'Summary',
      'Figures',
      'Formal disputes by team',
      'Priorities for next year',
      'What each figure counts',
      'About this report',
    ]);
    expect(paper.title).toBe('Annual report of the Independent Reviewing Officers, 1 April 2022 to 31 March 2023');
    expect(paper.parts.map(textOf)).toEqual(expect.arrayContaining(['Fewer children wait.', 'Plans move sooner.']));
  });

  it('says of what nobody knows why, and what each figure counts', () => {
    expect(paper.parts).toContainEqual({
      is: 'table',
      columns: ['Number', 'Year before', 'Change'],
      rows: [
        { label: 'Formal disputes [1]', cells: ['87', '55', '+32 (+58.2%)'] },
        { label: 'Referred to Cafcass', cells: ['not collected', '', ''] },
      ],
    });
    expect(paper.parts.map(textOf)).toContain('Formal disputes: Formal disputes raised in the year.');
  });

  it('says once what must be said with several figures, and its number with each', () => {
    const [formal, cafcass] = edition.figures!.measures;
    const measures = [formal!, { ...formal!, label: 'Drift and delay' }, { ...cafcass!, note: 'Kept since May.' }];
    const { parts } = paperOf(drafted, { ...edition, figures: { ...edition.figures!, measures } });
    const labels = parts.flatMap((part) => (part.is === 'table' ? part.rows.map(({ label }) => label) : []));
    expect(labels.slice(0, 3)).toEqual(['Formal disputes [1]', 'Drift and delay [1]', `${cafcass!.label} [2]`]);
    const notes = parts.map(textOf).filter((text) => text.startsWith('['));
    expect(notes).toEqual(['[1] Two teams began late.', '[2] Kept since May.']);
  });

  it('prints a figure that was entered with its source, and a story, in their sections', () => {
    const entered: FigureEntered = {
      ...{ section: 'caseloads', label: 'Children for each IRO', partOf: null, shown: 'c', rounded: 10 },
      source: 'Workforce return',
      ...{ asAt: '2023-03-31', definition: 'Children allocated on the last day.', by: 'analyst' },
    };
    const story: Story = {
      ...{ story: 'S1', kind: 'good-practice', title: 'A plan that moved', text: 'Life story work began.' },
      ...{ writer: 'manager', signer: 'lead', isSignedOff: true },
    };
    const { parts } = paperOf(drafted, { ...edition, entered: [entered], stories: [story] });
    expect(headings(parts)).toEqual(expect.arrayContaining(['Caseloads', 'Good practice', 'A plan that moved']));
    expect(parts).toContainEqual({
      ...{ is: 'table', columns: ['Number'] },
      rows: [{ label: 'Children for each IRO', cells: ['c'] }],
    });
    expect(parts.map(textOf)).toContain(
      'Children for each IRO: Children allocated on the last day. Source: Workforce return, as of 31 March 2023.',
    );
    expect(JSON.stringify(parts)).not.toMatch(/analyst|manager|lead/);
  });

  it('has the digest by which it is compared', () => {
    expect(JSON.stringify(paper)).toContain(digestOf(drafted, edition));
  });

  it('says so where it is a draft, withdrawn, or replaces another', () => {
    const says = (changes: Partial<Edition>): string[] =>
      paperOf(drafted, { ...edition, ...changes })
        .parts.slice(0, 3)
        .map(textOf);
    expect(says({ published: null })).toContain('Draft, not published.');
    expect(says({ withdrawn: 'One table said too much.' })).toContain('Withdrawn. Do not use its figures.');
    expect(says({ edition: 2, reason: 'A register came late.' })).toContain('Edition 2 replaces the one before.');
    // The reason is for the service: it may speak of a case.
    const reasons = { edition: 2, reason: 'A register came late.', withdrawn: 'One table said too much.' };
    expect(JSON.stringify(paperOf(drafted, { ...edition, ...reasons }))).not.toMatch(/came late|too much/);
  });

  it('is one page where it is a learning briefing, with as much as may be written in it, and reads as a tagged PDF', async () => {
    const measures = Array.from({ length: 7 }, (_, each) => ({
      ...{
        ...edition.figures!.measures[0]!,
        label: `Formal disputes about drift and delay, share ${each}`,
        value: 'c' as const,
      },
    }));
    const sections = {
      summary: 'Plans are late. '.repeat(19),
      'what-was-learnt': `${'A plan that nobody owns is late. '.repeat(10)}\n\nAsk who owns it.`,
    };
    const lesson: Story = {
      ...{ story: 'S1', kind: 'learnt', title: 'Who owns the plan', text: 'Nobody knew. '.repeat(22) },
      ...{ writer: 'manager', signer: 'lead', isSignedOff: true },
    };
    const full = { ...edition, sections, stories: [lesson], figures: { ...edition.figures!, measures } };
    expect(roomLeft(full)).toBeGreaterThanOrEqual(0);
    expect(roomLeft(full)).toBeLessThan(100);
    const briefing = paperOf({ ...drafted, kind: 'learning-briefing' }, full);
    expect(headings(briefing.parts).slice(1)).toEqual([
      ...['Summary', 'What was learnt, and done', 'Who owns the plan', 'Figures', 'About this report'],
    ]);
    const pdf = await paperPdf(briefing, edition.figures!.asAt);
    const about = (flags: string[]) => execFileSync('pdfinfo', [...flags, '-'], { input: pdf }).toString();
    expect(about([])).toMatch(/Pages: +1\n/);
    expect(about(['-struct'])).toMatch(/H1[^]*H2[^]*Table/);
    // The annual report of the same is not one page.
    const annual = await paperPdf(paperOf(drafted, full), edition.figures!.asAt);
    expect(execFileSync('pdfinfo', ['-'], { input: annual }).toString()).not.toMatch(/Pages: +1\n/);
  });

  it('is named after its team where it is the half-year of one', () => {
    const team = { id: 'north', name: 'Safeguarding North' };
    const its = { ...drafted, kind: 'team-half-year', from: '2022-10-01', audience: 'inside', team } as const;
    expect(titleOf(its)).toBe('Half-year of Safeguarding North, 1 October 2022 to 31 March 2023');
  });

  it('is the same PDF byte for byte whenever it is made', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => paperPdf(paper, edition.figures!.asAt)));
    expect(one!.equals(other!)).toBe(true);
  });

  it('is a PDF that says what each part is, and shows a hidden figure as c', async () => {
    const pdf = await paperPdf(paper, edition.figures!.asAt);
    const of = (program: string, ...options: string[]): string =>
      execFileSync(program, options, { input: pdf }).toString();
    expect(of('pdfinfo', '-')).toMatch(/Tagged: +yes/);
    const structure = of('pdfinfo', '-struct-text', '-');
    for (const tag of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD'])
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    const text = of('pdftotext', '-layout', '-', '-');
    expect(text).toMatch(/Through Care 3 +c +31 +c/);
    expect(text).toMatch(/Total +41 +46 +87/);
  });

  it('leaves no heading at the foot of a page without what is below it, whatever stands above', async () => {
    const line = { is: 'paragraph', text: 'A line of its own.' } as const;
    for (let lines = 30; lines <= 37; lines++) {
      const parts: Part[] = [
        ...Array.from({ length: lines }, () => line),
        { is: 'heading', level: 2, text: 'The section' },
        { is: 'heading', level: 3, text: 'The table' },
        { is: 'table', columns: ['The number'], rows: [{ label: 'The first row', cells: ['7'] }] },
      ];
      const pdf = await paperPdf({ title: 'A paper', edition: 'Edition', parts }, edition.figures!.asAt);
      const pages = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().split('\f');
      const on = (text: string): number => pages.findIndex((page) => page.includes(text));
      const together = [on('The section'), on('The table'), on('The number'), on('The first row')];
      expect([lines, new Set(together).size]).toEqual([lines, 1]);
    }
  });

  it('puts a long table on several pages, with its heads on each and every row once', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({ label: `Team ${index + 1}`, cells: [index] }));
    const long = { ...edition.figures!, tables: [{ title: 'By team', columns: ['Children'], rows, notes: [] }] };
    const pdf = await paperPdf(paperOf(drafted, { ...edition, figures: long }), long.asAt);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
    for (const { label, cells } of rows) expect(text).toMatch(new RegExp(`${label} +${cells[0]}\\b`));
    const pages = text.split('\f').filter((page) => /Team \d+ +\d/.test(page));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Children');
  });
});

describe('A table for a spreadsheet', () => {
  it('is as it is printed, with its notes below', () => {
    expect(tableCsv(table).split('\r\n')).toEqual([
      '\ufeff"Formal disputes by team","Q1","Q2","Total"',
      '"Through Care 3","c","31","c"',
      '"Total","41","46","87"',
      '"c: hidden, so that nobody can be recognised.",,,',
      '',
    ]);
  });
});
