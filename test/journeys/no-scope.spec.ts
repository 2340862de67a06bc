import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostKind } from '../../src/protocol/protocol.js';
import { aConcern, Council } from './council.js';

type Items = { items: unknown[]; count?: number };
type NotValid = { code: string; errors: { pointer: string; message: string }[] };

/** Kinds of post that answer for a team or a service; the access table lets each of them read something of its own team. */
const OF_TEAMS: readonly PostKind[] = [
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
];

describe('a post that names neither team nor service', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    for (const kind of OF_TEAMS) await council.appoint(`Whole-${kind}`, [kind, null, null]);
    await council.appoint('Whole-social-worker', ['social-worker', null, null]);
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme: 'HEALTH' }));
    const review = { child: 'C1', reviewedOn: '2023-03-29', recommendations: [{ what: 'Begin life story work' }] };
    await council.doneByTwo('Adam', '/protocol', { yaml: await rulesWithRecommendations(), from: '2023-04-03' });
    await council.done('Iris', '/recommendations', review);
    await council.done('Mona', '/children', { childId: 'C8', initials: 'C8', population: 'looked-after' });
    await council.done('Mona', '/children/C8/allocate', { iro: 'iris', from: '2023-04-03' });
    await council.done('Iris', '/recommendations', { ...review, child: 'C8' });
  });
  afterAll(() => council.end());

  it.each([...OF_TEAMS, 'social-worker'])('of a %s sees no case and no child', async (kind) => {
    const person = `Whole-${kind}`;
    expect((await council.get(person, `/disputes/${reference}`)).status).toBe(404);
    for (const url of ['/disputes', '/acknowledgements', '/recommendations', '/children']) {
      const { status, body } = await council.get<Items>(person, url);
      expect({ url, status, items: status === 200 ? body.items : [] }).toMatchObject({ url, items: [] });
    }
    const board = await council.get(person, '/board');
    expect(board.text).not.toContain(reference);
    const cases = await council.get<Items>(person, '/themes/cases?year=2023-24');
    expect(cases.body.items ?? []).toEqual([]);
    const work = await council.get<Items>(person, '/work');
    expect(work.body.items ?? []).toEqual([]);
  });

  it('may do nothing to a case that is addressed to its kind of post', async () => {
    const answer = { agreement: 'agree', reasons: 'Yes.', actions: [] };
    expect((await council.post('Whole-team-manager', `/disputes/${reference}/answer`, answer)).status).toBe(404);
    const { body } = await council.get<Items>('Iris', '/recommendations');
    for (const { reference: sent } of body.items as { reference: string }[])
      expect((await council.post('Whole-team-manager', `/recommendations/${sent}/agree`, {})).status).toBe(404);
  });

  it('is awaited by nobody: what no team holds is with nobody', async () => {
    const board = await council.get<Record<string, unknown>>('Mona', '/board');
    expect(board.text).not.toContain('whole-team-manager');
  });

  it('of a director or an IRO manager answers for the whole council', async () => {
    expect((await council.get('Mona', `/disputes/${reference}`)).status).toBe(200);
    expect((await council.get('Anton', '/board')).text).toContain(reference);
  });
});

describe('a post for a service or a team that nobody knows', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('is refused, and the answer names those that are known', async () => {
    const post = { kind: 'service-manager', title: 'Service manager' };
    const service = await council.post<NotValid>('Adam', '/posts', { ...post, service: 'Localitys' });
    expect(service).toMatchObject({ status: 400, body: { errors: [{ pointer: '/service' }] } });
    expect(service.body.errors[0]!.message).toContain('Localities');
    const team = await council.post<NotValid>('Adam', '/posts', { ...post, team: 'west' });
    expect(team).toMatchObject({ status: 400, body: { errors: [{ pointer: '/team' }] } });
    expect(team.body.errors[0]!.message).toContain('Locality North, Locality South');
  });

  it('takes the spelling of its teams', async () => {
    const post = { postId: 'spelt', kind: 'service-manager', title: 'Service manager', service: 'localities' };
    await council.done('Adam', '/posts', post);
    const { body } = await council.get<{ items: { postId: string; service: string }[] }>('Adam', '/posts');
    expect(body.items.find(({ postId }) => postId === 'spelt')).toMatchObject({ service: 'Localities' });
  });
});

const rulesWithRecommendations = async (): Promise<string> => {
  const { readFile } = await import('node:fs/promises');
  const house = await readFile(new URL('../../protocols/house.yaml', import.meta.url), 'utf8');
  return `${house}\nrecommendations:\n  answered-by: team-manager\n  clock: 5 working-days\n`;
};
