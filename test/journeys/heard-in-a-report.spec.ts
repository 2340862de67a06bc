import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire } from '../support/worcestershire.js';
import { aConcern, Council } from './council.js';

const YEAR = { from: '2022-04-01', to: '2023-03-31' };
const CHILD_VIEW = { records: 'formal', table: 'child-view' };

/* The child’s view, the advocate, and what other councils have published, as tables of a report that is given out. */
describe('Tables of a report about children who were heard', () => {
  let council: Council;

  const taken = async (audience: string, days: object, tables: readonly string[]) => {
    const draft = { kind: 'period', ...days, audience };
    const { reference } = await council.done('Mona', '/published-reports', draft);
    const layout = tables.map((table) => ({ records: 'formal', table }));
    await council.done('Mona', `/published-reports/${reference}/take-figures`, { layout });
    return (await council.get<PublishedReportDto>('Gina', `/published-reports/${reference}`)).body.editions[0]!
      .figures!;
  };

  beforeAll(async () => {
    council = await Council.begin();
    const heard = { view: 'I want to stay.', told: true, advocateOffered: true };
    for (const childView of [heard, heard, { ...heard, advocateOffered: false }, null])
      await council.done('Iris', '/disputes', { ...aConcern(), ...(childView === null ? {} : { childView }) });
    council.clock.set('2023-10-04T09:00:00.000Z');
    await council.caughtUp();
  });
  afterAll(() => council.end());

  it('count whose view is on record, and to whom an advocate was offered', async () => {
    const days = { from: '2023-04-01', to: '2023-09-30' };
    const { tables } = await taken('inside', days, ['child-view', 'advocate', 'child-view+team']);
    const [view, advocate, byTeam] = tables;
    expect(view!.title).toBe('Formal disputes by whether the child’s view is on record');
    expect(view!.rows).toEqual([
      { label: 'Child’s view on record', cells: [3] },
      { label: 'No view on record', cells: [1] },
      { label: 'Total', cells: [4] },
    ]);
    expect(advocate!.rows).toEqual([
      { label: 'Advocate offered', cells: [2] },
      { label: 'No advocate offered', cells: [1] },
      { label: 'Nothing written down', cells: [1] },
      { label: 'Total', cells: [4] },
    ]);
    expect(byTeam!.rows.at(-1)!.cells.at(-1)).toBe(4);
  });

  it('hide what is small like every other table', async () => {
    const days = { from: '2023-04-01', to: '2023-09-30' };
    const { tables } = await taken('public', days, ['child-view']);
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([['c'], ['c'], ['c']]);
  });

  it('are left out where no register could say it', async () => {
    await readInWorcestershire(council);
    const { reference } = await council.done('Mona', '/published-reports', {
      ...{ kind: 'annual', ...YEAR, audience: 'public' },
    });
    await council.done('Mona', `/published-reports/${reference}/take-figures`, { layout: [CHILD_VIEW] });
    const { body } = await council.get<PublishedReportDto>('Gina', `/published-reports/${reference}`);
    expect(body.editions[0]!.figures).toMatchObject({
      ...{ tables: [], leftOut: [{ ...CHILD_VIEW, why: 'no-such-places' }] },
    });
  });

  it('stand beside what other councils have published, each with its source and never ranked', async () => {
    const figure = {
      ...{ year: '2022/23', measure: 'formal', source: 'Annual report, page 4', publishedOn: '2023-07-01' },
      definition: 'Formal disputes raised.',
    };
    await council.done('Percy', '/reports/other-councils', {
      figures: [
        { ...figure, council: 'Westshire', value: 90, children: 600 },
        { ...figure, council: 'Eastshire', value: 40, children: null },
      ],
    });
    await council.caughtUp();
    const { reference } = await council.done('Mona', '/published-reports', {
      ...{ kind: 'annual', ...YEAR, audience: 'public' },
    });
    await council.done('Mona', `/published-reports/${reference}/take-figures`, { layout: [] });
    const { figures } = (await council.get<PublishedReportDto>('Gina', `/published-reports/${reference}`)).body
      .editions[0]!;
    const [beside] = figures!.tables;
    expect(beside).toMatchObject({
      ...{ title: expect.stringContaining('beside what other councils have published'), isOfUse: true },
      rows: [
        // Too few children are held in this little council for a rate.
        { label: 'This council', cells: [null, 87, null] },
        { label: 'Published by Eastshire', cells: [null, 40, null] },
        { label: 'Published by Westshire', cells: [15, 90, 600] },
      ],
    });
    expect(beside!.notes.join()).toContain('Westshire: Formal disputes raised. Source: Annual report, page 4');
    const csv = await council.get('Gina', `/published-reports/${reference}/csv?table=1`, { accept: '*/*' });
    expect(csv.text).toContain('"Published by Westshire","15","90","600"');
  });
});
