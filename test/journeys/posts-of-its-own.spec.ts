import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council } from './council.js';

const walked = (name: string) => readFileSync(new URL(`protocols/walked/${name}.yaml`, import.meta.url), 'utf8');
const begin = (name: string): Promise<Council> => Council.begin('house', { adapted: () => walked(name) });

const workOf = async (council: Council, person: string): Promise<string[]> => {
  const { body } = await council.get<MyWorkDto>(person, '/work');
  return body.items.map(({ what, reference }) => `${what} ${reference}`);
};
const page = async (council: Council, person: string, url: string): Promise<string> => {
  const headers = { cookie: cookieOf(person), accept: 'text/html' };
  return (await council.app.inject({ method: 'GET', url, headers })).body;
};

describe('A post of the council’s own', () => {
  let council: Council;
  let post: string;
  let reference: string;

  beforeAll(async () => {
    council = await begin('virtual-head');
    const title = { title: 'Virtual school head', service: 'Localities' };
    post = (await council.done('Adam', '/posts', { kind: 'virtual-head', ...title })).reference;
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it('is registered by the code that the protocol has for it, and guessed where that is misspelt', async () => {
    const { body } = await council.get<{ items: { postId: string; kind: string }[] }>('Adam', '/posts');
    expect(body.items.find(({ postId }) => postId === post)?.kind).toBe('head-of-service:virtual-head');
    const misspelt = await council.post('Adam', '/posts', {
      kind: 'virtual-haed',
      title: 'Head',
      service: 'Localities',
    });
    expect([misspelt.status, misspelt.text]).toEqual([
      400,
      expect.stringContaining("is no kind of post; did you mean 'virtual-head'?"),
    ]);
  });

  it('is waited for by its title while nobody holds it, and no head of service stands in for it', async () => {
    expect(await page(council, 'Iris', `/disputes/${reference}`)).toContain(
      'Nobody holds this post, Virtual school head',
    );
    expect((await council.post('Hana', `/disputes/${reference}/answer`, anAnswer())).status).toBe(403);
  });

  it('is given by two people, as any post from which cases are read', async () => {
    await council.done('Adam', '/people', { personId: 'vera', name: 'Vera' });
    const waits = await council.post('Adam', `/posts/${post}/take`, { person: 'vera', from: '2023-04-03' });
    expect(waits.status).toBe(202);
    expect((await council.get('Vera', `/disputes/${reference}`)).status).not.toBe(200);
    await council.done('Mona', `/roles/proposals/${String(waits.body.reference)}/agree`, {});
    expect((await council.get('Vera', `/disputes/${reference}`)).status).toBe(200);
  });

  it('answers what is addressed to it, and its holder is told so', async () => {
    expect(await workOf(council, 'Vera')).toEqual([`answer ${reference}`]);
    await council.done('Vera', `/disputes/${reference}/answer`, anAnswer());
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body.rounds[0]!.answers[0]).toMatchObject({ role: 'head-of-service:virtual-head', saidOn: null });
    expect(await page(council, 'Iris', `/disputes/${reference}`)).toContain('Vera, Virtual school head');
  });
});

describe('A partner outside of the council', () => {
  let council: Council;
  let reference: string;
  const entering = anAnswer({ saidBy: 'Dr Ames', saidOn: '2023-04-03', actions: [] });

  beforeAll(async () => {
    council = await begin('health-partner');
    reference = (
      await council.done('Iris', '/disputes', aConcern({ stage: 2, stageReason: 'It is about health alone.' }))
    ).reference;
  });
  afterAll(() => council.end());

  it('is held by nobody', async () => {
    const held = await council.post('Adam', '/posts', { kind: 'health-partner', title: 'Nurse' });
    expect([held.status, held.text]).toEqual([400, expect.stringContaining('is no kind of post')]);
  });

  it('is asked by the IRO, whose work it is to enter the answer', async () => {
    expect(await workOf(council, 'Iris')).toContain(`enter-answer ${reference}`);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body.waitingFor).toMatchObject({ what: 'answer', roles: ['outside:health-partner'] });
    expect(body.allowedActs).toContain('enter-answer');
    expect(await page(council, 'Iris', `/disputes/${reference}`)).toContain('Outside of the council, Designated nurse');
    expect(await page(council, 'Iris', `/disputes/${reference}/enter-answer`)).toContain('Who gave the answer?');
  });

  it('is answered for by those who answer for the IRO service, and by no manager', async () => {
    expect((await council.post('Tom', `/disputes/${reference}/enter-answer`, entering)).status).toBe(403);
    await council.done('Mona', `/disputes/${reference}/enter-answer`, entering);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body.rounds[0]!.answers[0]).toMatchObject({
      role: 'outside:health-partner',
      answeredBy: { id: 'mona' },
      saidBy: 'Dr Ames',
      saidOn: '2023-04-03',
      late: false,
    });
    expect(await page(council, 'Iris', `/disputes/${reference}`)).toContain('Dr Ames, Designated nurse');
  });

  it('has said it in the history, where nobody outside of the IRO service reads who', async () => {
    const { body } = await council.get<{ entries: { sentence: string }[] }>('Iris', `/disputes/${reference}/events`);
    expect(body.entries.at(-1)!.sentence).toBe(
      'Mona (an IRO manager) entered the answer of Dr Ames, who agreed with the dispute.',
    );
    expect((await council.get('Percy', `/disputes/${reference}`)).text).not.toContain('Ames');
  });
});
