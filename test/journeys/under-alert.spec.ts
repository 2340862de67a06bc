import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council } from './council.js';

describe('A complaint beside a dispute, and the record of the child', () => {
  let council: Council;
  let reference: string;

  beforeAll(async () => (council = await Council.begin()));
  afterAll(() => council.end());

  const isUnderAlert = async (person = 'Iris', child = 'C1'): Promise<unknown> =>
    (await council.get(person, `/children/${child}`)).body.underAlert;
  const links = async (person = 'Iris') => (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body.links;
  const complaint = (state: string) =>
    council.done('Iris', `/disputes/${reference}/record-complaint`, { complaint: 'COM-17', state, on: '2023-04-03' });

  it('is under alert while a dispute about the child is open, and no other child is', async () => {
    expect(await isUnderAlert()).toBe(false);
    const concern = aConcern({ links: [{ kind: 'complaint', to: 'COM-17' }] });
    reference = (await council.done('Iris', '/disputes', concern)).reference;
    expect(await isUnderAlert()).toBe(true);
    expect(await isUnderAlert('Iris', 'C2')).toBe(false);
  });

  it('has a complaint that is open from the day on which it is linked', async () => {
    expect(await links()).toEqual([{ kind: 'complaint', to: 'COM-17', state: 'open' }]);
  });

  it('stays under alert when the dispute is over and the complaint is not', async () => {
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'The facts were wrong.' });
    expect(await isUnderAlert()).toBe(true);
  });

  it('says so on the child’s page, to those who may see the dispute', async () => {
    const headers = { cookie: cookieOf('Iris'), accept: 'text/html' };
    const list = await council.app.inject({ method: 'GET', url: '/children', headers });
    const path = /href="(\/children\/[^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*C1/.exec(list.body)?.[1] ?? '';
    expect((await council.app.inject({ method: 'GET', url: path, headers })).body).toContain(
      '>Dispute or complaint open</strong>',
    );
  });

  it('says so in the lists of children, of the child that it is of alone, and the tab says how many there are', async () => {
    const headers = { cookie: cookieOf('Iris'), accept: 'text/html' };
    for (const url of ['/children', '/my-work?tab=children']) {
      const { body } = await council.app.inject({ method: 'GET', url, headers });
      const rows = [...body.matchAll(/<tr class="govuk-table__row"><td[\s\S]*?<\/tr>/g)].map(([row]) => row);
      expect([url, rows.filter((row) => row.includes('ispute or complaint open')).length]).toEqual([url, 1]);
      expect(rows.find((row) => row.includes('ispute or complaint open'))).toContain('record C1<');
    }
    const { body } = await council.app.inject({ method: 'GET', url: '/my-work', headers });
    expect(body).toMatch(/My children \(\d+\)/);
  });

  it('is under alert no more once both have ended, and again when the complaint goes on', async () => {
    await complaint('partly-upheld');
    expect(await links()).toEqual([{ kind: 'complaint', to: 'COM-17', state: 'partly-upheld', stateOn: '2023-04-03' }]);
    expect(await isUnderAlert()).toBe(false);
    await complaint('open');
    expect(await isUnderAlert()).toBe(true);
  });

  it('shows how the complaint stands to those who see the outline, and not its number', async () => {
    const { body } = await council.get<DisputeDto>('Beth', `/disputes/${reference}`);
    expect(body.links).toEqual([{ kind: 'complaint', state: 'open', stateOn: '2023-04-03' }]);
  });

  it('does not tell of a dispute that is hidden from the asker', async () => {
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['iris'], reason: 'Her own family.' });
    expect(await isUnderAlert('Iris')).toBe(true);
    expect(await isUnderAlert('Tom')).toBe(false);
  });
});
