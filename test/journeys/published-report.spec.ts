import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReportDto, ReportComparedDto, ReportsListedDto, TablesProposedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire } from '../support/worcestershire.js';
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
    report = (await council.done('Mona', '/published-reports', draft)).reference;
    const { items } = (await council.get<ReportsListedDto>('Gina', '/published-reports')).body;
    expect(items).toMatchObject([{ report, standing: 'drafted', draftedBy: { name: 'Mona' } }]);
  });

  it('is proposed tables that print something', async () => {
    const { items } = (await council.get<TablesProposedDto>('Mona', `/published-reports/${report}/tables`)).body;
    console.log(JSON.stringify(items, null, 1));
  });

  it('prints the figures that the council published', async () => {
    await act('Mona', 'take-figures', {});
    const { figures } = await newest();
    console.log(JSON.stringify(figures, null, 1).slice(0, 12000));
    const values = Object.fromEntries(figures!.measures.map(({ code, value }) => [code, value]));
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
    const figure = { section: 'caseloads', label: 'Children for each IRO', asAt: '2023-03-31', definition: 'On that day.' };
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
    expect(typedNumbers.map(({ written }) => written)).toEqual(['Two', 'three', 'one']);
    expect(await refused('Mona', 'approve', { sha256 })).toBe('not-checked');
    expect(await refused('Mona', 'check', { sha256 })).toBe('not-yours');
    await act('Gina', 'check', { sha256 });
    await act('Mona', 'approve', { sha256 });
    await act('Mona', 'present', { on: '2023-10-04', to: 'Corporate parenting board' });
    await act('Mona', 'publish', { on: '2023-10-04', address: 'https://council.example/iro-2023' });
    expect(await newest()).toMatchObject({ standing: 'published', checkedBy: { name: 'Gina' }, published: { sha256 } });
  });

  it('is made again the same, and shows what is recorded later beside it', async () => {
    const compared = (await council.get<ReportComparedDto>('Mona', `/published-reports/${report}/compare`)).body;
    expect(compared).toMatchObject({ edition: 1, isMadeAgain: true, figures: [] });
  });

  it('is downloaded as PDF, CSV and canonical JSON', async () => {
    const pdf = await council.get('Gina', `/published-reports/${report}/pdf`);
    expect(pdf.status).toBe(200);
  });
});
