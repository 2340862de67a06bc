import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * Where several must answer, an agreed action that names nobody in office is for those whose answer offered it, and for nobody who
 * answered otherwise.
 */

let council: Council;
afterEach(() => council.end());

const inWords = { what: 'Visit', who: 'the nurse', by: '2023-04-14' };
const workOn = async (person: string, reference: string): Promise<string[]> =>
  (await council.get<MyWorkDto>(person, '/work')).body.items
    .filter((item) => item.reference === reference)
    .map(({ what }) => what);
const owing = async (reference: string): Promise<string[]> => {
  const owners: string[] = [];
  for (const person of ['Tom', 'Alma', 'Tess', 'Iris', 'Ivan']) {
    const { body } = await council.get<MyWorkDto>(person, '/work');
    if (body.items.some((item) => item.reference === reference && item.what === 'action')) owners.push(person);
  }
  return owners;
};

it('of a partner outside of the council is the IRO’s, who enters for the partner', async () => {
  const file = readFileSync(new URL('protocols/walked/health-partner.yaml', import.meta.url), 'utf8');
  const postbox = new Postbox();
  council = await Council.begin('house', { adapted: () => file, notices: postbox });
  const { reference } = await council.done('Iris', '/disputes', aConcern());
  const said = anAnswer({ saidBy: 'Dr Ames', saidOn: '2023-04-03', actions: [inWords] });
  await council.done('Iris', `/disputes/${reference}/enter-answer`, said);
  await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ agreement: 'disagree', actions: [] }));
  postbox.collect();
  const partly = { verdict: 'partly', reason: 'The visit is right.', actionsThatStand: [1] };
  await council.done('Iris', `/disputes/${reference}/judge`, partly);
  expect(await owing(reference)).toEqual(['Iris']);
  expect(postbox.collect().filter((told) => told.includes('yours to do'))).not.toContainEqual(
    expect.stringMatching(/^tom:/),
  );
});

it('of an answer that its judge accepts no more is asked of nobody, and neither chased nor counted', async () => {
  const postbox = new Postbox();
  council = await Council.begin('house', { notices: postbox });
  const { reference } = await council.done('Iris', '/disputes', aConcern());
  const judge = (body: object) => council.done('Iris', `/disputes/${reference}/judge`, body);
  const actions = [
    { what: 'Visit', who: 'Walter', by: '2023-04-14' },
    { what: 'Call the school', who: 'Tom', by: '2023-04-14' },
  ];
  await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions }));
  await judge({ verdict: 'satisfied', reason: 'It has a date.' });
  postbox.collect();
  await judge({ verdict: 'partly', reason: 'Nobody has told her.', actionsThatStand: [2] });
  expect(postbox.collect()).toContain('walter: action A1 is asked of you no more');
  const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
  expect(body.actions.map(({ actionId }) => actionId)).toEqual(['A2']);
  expect(await workOn('Walter', reference)).toEqual([]);
  expect(await workOn('Tom', reference)).toContain('action');
  await sweepAt(council, '2023-04-17T09:00:00.000Z');
  const late = postbox.collect().filter((told) => told.includes('overdue') || told.includes('not done in time'));
  expect(late.some((told) => told.includes('A1'))).toBe(false);
  expect(late.some((told) => told.includes('A2'))).toBe(true);
  await judge({ verdict: 'satisfied', reason: 'She has been told.' });
  expect(postbox.collect()).toContain('walter: action A3 is yours to do, by Wednesday 26 April 2023');
});

it('of siblings in two teams is for the team that offered it', async () => {
  council = await Council.begin();
  const { reference } = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], iro: 'iris' }));
  await council.done('Tess', `/disputes/${reference}/answer`, anAnswer({ actions: [inWords] }));
  await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ agreement: 'disagree', actions: [] }));
  const partly = { verdict: 'partly', reason: 'The visit is right.', actionsThatStand: [1] };
  await council.done('Iris', `/disputes/${reference}/judge`, partly);
  expect(await owing(reference)).toEqual(['Tess']);
});
