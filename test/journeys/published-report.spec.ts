import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type {
  ActionsProposedDto,
  PublishedReportDto,
  ReportComparedDto,
  ReportsListedDto,
  TablesProposedDto,
} from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire, withdrawFromWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

/* The report of Worcestershire for 2022/23, from the registers of the example to its publication. */
describe('a report that is given out', () => {
  let council: Council;
  let report: string;
  const read = async (person = 'Mona') =>
    (await council.get<PublishedReportDto>(person, `/published-reports/${report}`)).body;
  const newest = async () => (await read()).editions.at(-1)!;
  const act = (person: string, name: string, body: object) =>
    council.done(person, `/published-reports/${report}/${name}`, body);
  const refused = async (person: string, name: string, body: object) =>
    (await council.post(person, `/published-reports/${report}/${name}`, body)).body['code'];

  beforeAll(async () => {
    council = await Council.begin();
    // The day on which the board of the council had this report before it.
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
  });
  afterAll(() => council.end());

  it('is drafted for a year', async () => {
    const draft = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'public' };
    const before = { ...draft, from: '1950-04-01', to: '1951-03-31' };
    expect((await council.post('Mona', '/published-reports', before)).body['code']).toBe('not-valid');
    report = (await council.done('Mona', '/published-reports', draft)).reference;
    const { items } = (await council.get<ReportsListedDto>('Gina', '/published-reports')).body;
    expect(items).toMatchObject([{ report, standing: 'drafted', draftedBy: { name: 'Mona' } }]);
  });

  it('is proposed tables that print something', async () => {
    const { items } = (await council.get<TablesProposedDto>('Mona', `/published-reports/${report}/tables`)).body;
    expect(items.map(({ records, usual }) => [records, usual])).toEqual([
      ['informal', ['quarter', 'drift-and-delay', 'service']],
      ['formal', ['quarter', 'drift-and-delay', 'service']],
      ['acknowledgement', ['quarter', 'service']],
    ]);
    const informal = items[0]!.tables;
    for (const { figures, printed } of informal) expect(printed).toBeGreaterThanOrEqual(0.7 * figures);
    // By team and quarter nearly every number is below 10: nothing is hidden so that such a table says something.
    expect(informal.map(({ code }) => code)).not.toContain('team+quarter');
  });

  it('prints the figures that the council published', async () => {
    await act('Mona', 'take-figures', {});
    const { figures } = await newest();
    const values = Object.fromEntries(figures!.measures.map(({ code, value }) => [code, value]));
    // Nobody has written a word yet, so nobody is waited for to check it.
    const { items } = (await council.get<ReportsListedDto>('Mona', '/published-reports')).body;
    expect(items.find((each) => each.report === report)).toMatchObject({ standing: 'counted', sections: 0 });
    expect(values).toMatchObject({
      ...{ informal: 111, formal: 87, acknowledgements: 58 },
      ...{ 'informal.driftAndDelayPercent': 69, 'formal.driftAndDelayPercent': 80, 'informal.firstHalfPercent': 67 },
    });
    expect(figures!.measures.find(({ code }) => code === 'informal')).toMatchObject({
      ...{ previous: 103, change: 8, changePercent: 7.8 },
    });
  });

  it('is checked by another person, approved and published', async () => {
    await act('Mona', 'write-section', {
      section: 'summary',
      text: 'Disputes rose. Two of the three were about one team.',
    });
    await act('Mona', 'write-section', { section: 'priorities', text: '- Halve the drift.\n- Hear 9 of 10 children.' });
    const figure = {
      section: 'caseloads',
      label: 'Children for each IRO',
      asAt: '2023-03-31',
      definition: 'On that day.',
    };
    // Nothing is counted as of a day that has not come, or before there could be a record.
    for (const asAt of ['2023-10-05', '1991-10-13']) {
      const entered = { ...figure, value: 64, source: 'Workforce return', asAt };
      expect(await refused('Percy', 'enter-figure', entered)).toBe('not-valid');
      const action = { what: 'Halve', holder: 'The service', progress: 'done', sentence: 'Halved.', asAt };
      expect(await refused('Percy', 'enter-action', action)).toBe('not-valid');
    }
    await act('Percy', 'enter-figure', { ...figure, value: 64, source: 'Workforce return' });
    await act('Percy', 'enter-figure', { ...figure, label: 'IROs on leave', value: 2, source: 'Workforce return' });
    const story = { kind: 'case', title: 'A plan that moved', text: 'Life story work began.' };
    expect(await refused('Mona', 'write-story', { ...story, signer: 'mona' })).toBe('signs-own-story');
    await act('Mona', 'write-story', { ...story, signer: 'anton' });
    await act('Dora', 'comment', { text: 'One team had another name until June.' });
    expect((await newest()).entered.map(({ shown }) => shown)).toEqual([64, 'c']);
    const { sha256: unsigned } = await newest();
    expect(await refused('Gina', 'check', { sha256: unsigned })).toBe('story-not-signed-off');
    expect(await refused('Gina', 'sign-off-story', { story: 'S1' })).toBe('signed-by-another');
    await act('Anton', 'sign-off-story', { story: 'S1' });
    const { sha256, typedNumbers } = await newest();
    expect(typedNumbers.map(({ written }) => written)).toEqual(['Two', 'three', 'one', '9', '10']);
    expect(await refused('Mona', 'approve', { sha256 })).toBe('not-checked');
    expect(await refused('Mona', 'check', { sha256 })).toBe('not-yours');
    const { items } = (await council.get<ReportsListedDto>('Mona', '/published-reports')).body;
    expect(items.find((each) => each.report === report)).toMatchObject({ standing: 'counted', sections: 2 });
    await act('Gina', 'check', { sha256 });
    await act('Mona', 'approve', { sha256 });
    await act('Mona', 'present', { on: '2023-10-04', board: 'Corporate parenting board' });
    await act('Mona', 'publish', { on: '2023-10-04', address: 'https://council.example/iro-2023' });
    expect(await newest()).toMatchObject({ standing: 'published', checkedBy: { name: 'Gina' }, published: { sha256 } });
  });

  it('announces what the next report of its kind, for the same readers, answers for', async () => {
    const next = { kind: 'annual', from: '2023-04-01', to: '2024-03-31' };
    const draftFor = async (audience: string) =>
      (await council.done('Mona', '/published-reports', { ...next, audience })).reference;
    const proposedFor = async (reference: string) =>
      (await council.get<ActionsProposedDto>('Mona', `/published-reports/${reference}/actions`)).body;
    const later = await draftFor('public');
    await council.caughtUp();
    const { from, items } = await proposedFor(later);
    expect(from).toEqual({ report, edition: 1 });
    expect(items.map(({ what }) => what)).toEqual(['Halve the drift.', 'Hear 9 of 10 children.']);
    const url = `/published-reports/${later}`;
    const held = { holder: 'The service', asAt: '2023-09-30' };
    const first = { ...held, what: items[0]!.what, progress: 'under-way', sentence: 'Three teams began.' };
    await council.done('Mona', `${url}/enter-action`, first);
    await council.done('Mona', `${url}/enter-action`, { ...first, what: 'By mistake.' });
    const entered = await proposedFor(later);
    expect(entered.items.map(({ isEntered }) => isEntered)).toEqual([true, false]);
    await council.done('Mona', `${url}/enter-action`, { ...first, action: 'A1', progress: 'done' });
    await council.done('Mona', `${url}/take-out`, { part: 'action', name: 'A2' });
    const { editions } = (await council.get<PublishedReportDto>('Mona', url)).body;
    expect(editions[0]!.actions).toMatchObject([{ action: 'A1', progress: 'done', by: { name: 'Mona' } }]);
    expect(editions[0]!.typedNumbers).toMatchObject([{ where: 'Last year’s actions', written: 'Three' }]);
    const gone = await council.post('Mona', `${url}/take-out`, { part: 'action', name: 'A2' });
    expect([gone.status, gone.body['code']]).toEqual([409, 'no-such-part']);
    // The paper of a board may say what the public does not read.
    expect(await proposedFor(await draftFor('board'))).toEqual({ from: null, items: [] });
    expect((await council.get('Gina', `${url}/actions`)).status).toBe(403);
  });

  it('is made again the same of the same records', async () => {
    const compared = (await council.get<ReportComparedDto>('Mona', `/published-reports/${report}/compare`)).body;
    expect(compared).toMatchObject({ edition: 1, isMadeAgain: true, figures: [], corrections: [] });
  });

  it('is downloaded as PDF, as CSV and as what its digest is of, the same whenever it is made', async () => {
    const file = (as: string) => council.get('Gina', `/published-reports/${report}/${as}`, { accept: '*/*' });
    const [pdf, again] = [await file('pdf?edition=1'), await file('pdf')];
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.text).toBe(again.text);
    const csv = (await file('csv?table=1')).text;
    expect(csv).toContain('Informal disputes by quarter');
    expect(csv).toContain('"2022/23 Q1","40"');
    const { sha256 } = await newest();
    expect(
      createHash('sha256')
        .update((await file('json')).text)
        .digest('hex'),
    ).toBe(sha256);
    expect((await file('csv?table=99')).status).toBe(404);
  });

  it('is kept together with another version about the same days', async () => {
    const draft = { kind: 'annual', from: '2022-04-01', to: '2023-03-31', audience: 'board' };
    const other = (await council.done('Percy', '/published-reports', draft)).reference;
    const take = (table: string) =>
      council.post('Percy', `/published-reports/${other}/take-figures`, { layout: [{ records: 'informal', table }] });
    // The public has each quarter and each service already, and what follows from these is known: between them, the small numbers stay hidden.
    expect((await take('service+quarter')).status).toBe(200);
    await council.caughtUp();
    const between = (await council.get<PublishedReportDto>('Percy', `/published-reports/${other}`)).body.editions[0]!;
    expect(between.figures!.tables[0]!.rows.flatMap(({ cells }) => cells)).toContain('c');
    expect((await take('drift-and-delay+quarter')).status).toBe(200);
    await council.caughtUp();
    const { figures } = (await council.get<PublishedReportDto>('Percy', `/published-reports/${other}`)).body
      .editions[0]!;
    expect(figures!.besides).toEqual([{ report, edition: 1 }]);
    const [table] = figures!.tables;
    // Figures that the public has already are known, and print: each quarter by itself.
    expect(table!.rows.at(-1)).toEqual({ label: 'Total', cells: [40, 34, 74, 20, 17, 37, 111] });
    expect(table!.rows.flatMap(({ cells }) => cells)).toContain('c');
  });

  it('stays as it is when something is recorded later, and is put right by another edition', async () => {
    council.at('2024-10-04T09:00:00.000Z');
    const before = (await read()).editions[0]!;
    const imports = (await council.get<{ items: { importId: string }[] }>('Beth', '/imports')).body;
    await withdrawFromWorcestershire(council, imports.items[0]!.importId);
    const compared = (await council.get<ReportComparedDto>('Mona', `/published-reports/${report}/compare`)).body;
    expect(compared.isMadeAgain).toBe(true);
    expect(compared.figures.find(({ figure }) => figure === 'Informal disputes')).toMatchObject({
      ...{ asPublished: 111, asCorrected: null },
      changes: [{ records: 111, came: false, by: { id: 'beth' }, on: '2024-10-04' }],
    });
    await act('Percy', 'begin-correction', { reason: 'The register was another one.' });
    await act('Percy', 'take-figures', {});
    const { editions } = await read();
    expect(editions[0]).toEqual(before);
    expect(editions[1]).toMatchObject({ edition: 2, standing: 'counted', reason: 'The register was another one.' });
    expect(editions[1]!.figures!.measures[0]).toMatchObject({ code: 'informal', value: null, missing: 'no register' });
    await act('Mona', 'withdraw', { reason: 'Its figures are wrong.' });
    expect((await read()).editions[0]).toMatchObject({ standing: 'withdrawn', withdrawn: 'Its figures are wrong.' });
    await act('Percy', 'give-up', { reason: 'Nobody needs it.' });
    expect((await read()).editions[1]).toMatchObject({ standing: 'given-up', givenUp: 'Nobody needs it.' });
    const { items } = (await council.get<ReportsListedDto>('Mona', '/published-reports')).body;
    expect(items.find((each) => each.report === report)).toMatchObject({ edition: 1, standing: 'withdrawn' });
  });
});
