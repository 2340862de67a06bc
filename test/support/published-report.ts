import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import type { Council } from '../journeys/council.js';

/** A report of the first two days on which the little council works here, that was written by Mona, checked by Gina, and published. */
export const publishedReport = async (council: Council): Promise<string> => {
  const draft = { kind: 'period', from: '2023-04-01', to: '2023-04-02', audience: 'public' };
  const { reference } = await council.done('Mona', '/published-reports', draft);
  const url = `/published-reports/${reference}`;
  await council.done('Mona', `${url}/take-figures`, { layout: [{ records: 'formal', table: 'team' }] });
  const { sha256 } = (await council.get<PublishedReportDto>('Gina', url)).body.editions.at(-1)!;
  await council.done('Gina', `${url}/check`, { sha256 });
  await council.done('Mona', `${url}/approve`, { sha256 });
  await council.done('Mona', `${url}/publish`, { on: '2023-04-03', address: 'https://council.example/iro-report' });
  return reference;
};
