import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { Postbox } from '../notices/postbox.js';
import { Council } from './council.js';

/* A report that is to be given out is in the work of whoever it waits for, from its first story to its publication. */
describe('A report that waits for somebody else', () => {
  const postbox = new Postbox();
  let council: Council;
  let report: string;

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    council.at('2023-07-03T09:00:00.000Z');
    const draft = { kind: 'quarter', from: '2023-04-01', to: '2023-06-30', audience: 'public' };
    report = (await council.done('Mona', '/published-reports', draft)).reference;
  });
  afterAll(() => council.end());

  const act = (person: string, name: string, body: object) =>
    council.done(person, `/published-reports/${report}/${name}`, body);
  const sha256 = async (): Promise<string> =>
    (await council.get<PublishedReportDto>('Mona', `/published-reports/${report}`)).body.editions.at(-1)!.sha256;
  const isToldToCheck = (): string[] =>
    postbox
      .collect()
      .filter((line) => line.endsWith('a report waits to be checked'))
      .map((line) => line.split(':')[0]!);
  const workOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what }) => what);
  const inWork = async (people = ['Mona', 'Quentin', 'Percy', 'Gina']): Promise<string[]> => {
    const found: string[] = [];
    for (const person of people)
      for (const { what, reference } of (await council.get<MyWorkDto>(person, '/work')).body.items)
        if (reference === report) found.push(`${person}: ${what}`);
    return found;
  };

  it('is nobody else’s while it is begun', async () => {
    expect(await inWork()).toEqual([]);
  });

  it('is theirs who signs its story off, then theirs who may check it, and did not write in it', async () => {
    const story = { kind: 'case', title: 'A plan that moved', text: 'Life story work began.', signer: 'quentin' };
    await act('Mona', 'write-story', story);
    expect(await inWork()).toEqual(['Quentin: sign-off-story']);
    await act('Quentin', 'sign-off-story', { story: 'S1' });
    expect(await inWork()).toEqual([]);
    await act('Mona', 'take-figures', {});
    expect(isToldToCheck()).toEqual(['gina', 'percy']);
    expect(await inWork()).toEqual(['Percy: check-report', 'Gina: check-report']);
    expect(await workOf('Percy')).toEqual(['check-report']);
    await act('Percy', 'write-section', { section: 'summary', text: 'It is a quiet quarter.' });
    expect(isToldToCheck()).toEqual([]);
    expect(await inWork()).toEqual(['Gina: check-report']);
  });

  it('is the IRO manager’s to approve and to publish, and to be checked again where it was changed', async () => {
    await act('Gina', 'check', { sha256: await sha256() });
    expect(await inWork()).toEqual(['Mona: approve-report']);
    await act('Mona', 'write-section', { section: 'summary', text: 'It is a quiet quarter, and a short one.' });
    expect(isToldToCheck()).toEqual(['gina']);
    expect(await inWork()).toEqual(['Gina: check-report']);
    await act('Gina', 'check', { sha256: await sha256() });
    await act('Mona', 'approve', { sha256: await sha256() });
    expect(await inWork()).toEqual(['Mona: publish-report']);
    await act('Mona', 'publish', { on: '2023-07-03', address: 'https://council.example/iro' });
    expect(await inWork()).toEqual([]);
  });

  it('falls to the last to be asked where the person named has left', async () => {
    await act('Mona', 'begin-correction', { reason: 'A story was added.' });
    const story = { kind: 'case', title: 'Another plan', text: 'It moved.', signer: 'quentin' };
    await act('Mona', 'write-story', story);
    expect(await inWork()).toEqual(['Quentin: sign-off-story']);
    await council.done('Adam', '/posts/quentin-post/leave', { person: 'quentin', on: '2023-07-03' });
    council.at('2023-07-04T09:00:00.000Z');
    expect(await inWork(['Mona'])).toEqual(['Mona: sign-off-story']);
  });
});
