import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * Where several must answer, an agreed action that names nobody in office is for those whose answer offered it, and for nobody who
 * answered otherwise.
 */

let council: Council;
afterEach(() => council.end());

const inWords = { what: 'Visit', who: 'the nurse', by: '2023-04-14' };
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

it('of siblings in two teams is for the team that offered it', async () => {
  council = await Council.begin();
  const { reference } = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], iro: 'iris' }));
  await council.done('Tess', `/disputes/${reference}/answer`, anAnswer({ actions: [inWords] }));
  await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ agreement: 'disagree', actions: [] }));
  const partly = { verdict: 'partly', reason: 'The visit is right.', actionsThatStand: [1] };
  await council.done('Iris', `/disputes/${reference}/judge`, partly);
  expect(await owing(reference)).toEqual(['Tess']);
});
