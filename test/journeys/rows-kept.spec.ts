import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, Council } from './council.js';
import { importedRow } from './imported-row.js';

/*
 * What a row of a register says is kept when it goes on here, and so is whoever holds it.
 */

let council: Council;
beforeAll(async () => {
  council = await Council.begin();
});
afterAll(() => council.end());

const dispute = async (reference: string, person = 'Iris') =>
  (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
const work = async (person: string, reference: string): Promise<string[]> => {
  const { body } = await council.get<MyWorkDto>(person, '/work');
  return body.items.filter((item) => item.reference === reference).map(({ what }) => what);
};

describe('an informal row that was taken on', () => {
  it('goes on formally with the words that the register has for it', async () => {
    const reference = await importedRow(council, { kind: 'informal', stageReached: 0, concern: 'Nothing moves.' });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    const formal = await council.done('Iris', `/disputes/${reference}/formalise`, { reason: 'No answer came.' });
    expect((await dispute(formal.reference)).raisedWith).toMatchObject({ concern: 'Nothing moves.' });
  });

  it('needs words where the register has none', async () => {
    const reference = await importedRow(council, { kind: 'informal', stageReached: 0, concern: null });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    const answer = await council.post('Iris', `/disputes/${reference}/formalise`, { reason: 'No answer came.' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/concern' }] } });
  });
});

describe('a row that is restricted before it is taken on', () => {
  it('stays with its IRO, whoever writes the list', async () => {
    for (const person of ['Iris', 'Mona']) {
      const reference = await importedRow(council, { children: ['C2'] });
      const list = { readers: ['tess'], reason: 'The child is a colleague’s.' };
      await council.done(person, `/disputes/${reference}/restrict`, list);
      expect((await dispute(reference)).restrictedTo?.map(({ id }) => id)).toEqual(['tess', 'iris']);
      expect(await work('Iris', reference)).toEqual(['take-on']);
      expect(await work('Mona', reference)).toEqual([]);
    }
  });

  it('is left to those on the list where its child is another IRO’s today, and the advice says so', async () => {
    const reference = await importedRow(council, { children: ['C3'], team: 'south' });
    const list = { readers: ['ivan'], reason: 'The child is a colleague’s.' };
    const { advice } = await council.done('Mona', `/disputes/${reference}/restrict`, list);
    expect(advice).toMatchObject([{ code: 'left-yourself-out' }]);
    expect(advice[0]!.message).not.toContain('who holds it');
  });
});

describe('a row in which an answer is written', () => {
  it('says so before it is taken on and afterwards, and nobody is asked for it again: it is for the IRO to judge', async () => {
    const answered = { dueOn: '2023-03-27', answeredOn: '2023-03-29', agreement: 'agree' } as const;
    const reference = await importedRow(council, answered);
    const page = async () => (await council.get('Iris', `/disputes/${reference}/events`)).text;
    expect(await page()).toContain('2023-03-29');
    const { advice } = await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect(advice).toMatchObject([{ code: 'answered-in-register', message: expect.stringContaining('29 March 2023') }]);
    expect(await work('Iris', reference)).toEqual(['judge']);
    expect(await work('Tom', reference)).toEqual([]);
    const { items } = (await council.get('Iris', '/answers?limit=100')).body as { items: { reference: string }[] };
    expect(items.filter((each) => each.reference === reference)).toMatchObject([
      { round: 1, imported: true, answeredOn: '2023-03-29', inTime: false },
    ]);
    const taken = await dispute(reference);
    expect(taken.rounds[0]).toMatchObject({
      answers: [{ agreement: 'agree', late: true }],
      deadline: { dueOn: null },
    });
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It was done.' });
    expect(await work('Iris', reference)).toEqual(['close']);
    expect((await council.done('Iris', '/disputes', aConcern())).advice.map(({ code }) => code)).not.toContain(
      'answered-in-register',
    );
  });
});
