import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Council } from './council.js';
import { importedRow } from './imported-row.js';

/*
 * A row of a register goes on as if it were raised today: on the ladder that the protocol has for it, and never nowhere.
 */

let council: Council;
afterEach(() => council.end());

const ofTest = (name: string): Promise<Council> => {
  const file = readFileSync(new URL(`../process/councils/${name}.yaml`, import.meta.url), 'utf8');
  return Council.begin('house', { adapted: () => file });
};
const dispute = async (reference: string, person = 'Iris') =>
  (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
const work = async (person: string, reference: string): Promise<string[]> => {
  const { body } = await council.get<MyWorkDto>(person, '/work');
  return body.items.filter((item) => item.reference === reference).map(({ what }) => what);
};

describe('an informal row where the protocol has no informal stage', () => {
  it('goes on formally at the first stage, with advice, and both ways out of it are open', async () => {
    council = await Council.begin('alerts-2017');
    const reference = await importedRow(council, { kind: 'informal', stageReached: 0 });
    expect(await work('Iris', reference)).toEqual(['take-on']);
    const { advice } = await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect(advice.map(({ code }) => code)).toEqual(['no-informal-stage']);
    expect(await dispute(reference)).toMatchObject({
      kind: 'formal',
      status: 'open',
      waitingFor: { what: 'answer' },
      rounds: [{ stage: 1, deadline: { dueOn: '2023-04-12' } }],
    });
    expect(await work('Tom', reference)).toEqual(['answer']);
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right in March.' });
    expect(await dispute(reference)).toMatchObject({ status: 'ended', ending: { how: 'withdrawn' } });
  });

  it('goes on informally where the first stage of the ladder counts as informal', async () => {
    council = await ofTest('three-steps');
    const reference = await importedRow(council, { kind: 'informal', stageReached: 0 });
    const { advice } = await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect(advice).toEqual([]);
    expect(await dispute(reference)).toMatchObject({ kind: 'informal', rounds: [{ stage: 1 }] });
  });
});

describe('a row for which the protocol has a ladder of its own', () => {
  it('goes up the ladder of what its child is by the directory', async () => {
    council = await ofTest('two-roads');
    const reference = await importedRow(council, { children: ['C4'], iro: 'carol' });
    await council.done('Carol', `/disputes/${reference}/take-on`, {});
    expect(await dispute(reference, 'Carol')).toMatchObject({
      population: 'child-protection',
      rounds: [{ ladder: 'conferences', stage: 1, deadline: { dueOn: '2023-04-05' } }],
    });
    expect(await work('Sven', reference)).toEqual(['answer']);
    expect(await work('Tom', reference)).toEqual([]);

    const informal = await importedRow(council, { children: ['C4'], iro: 'carol', kind: 'informal', stageReached: 0 });
    const { advice } = await council.done('Carol', `/disputes/${informal}/take-on`, {});
    expect(advice.map(({ code }) => code)).toEqual(['no-informal-stage']);
  });

  it('goes up the ladder of its theme', async () => {
    council = await ofTest('drift-first');
    const formal = await importedRow(council, { theme: 'DD-PERM' });
    await council.done('Iris', `/disputes/${formal}/take-on`, {});
    expect(await work('Agnes', formal)).toEqual(['answer']);
    const informal = await importedRow(council, { theme: 'DD-PERM', kind: 'informal', stageReached: 0 });
    await council.done('Iris', `/disputes/${informal}/take-on`, {});
    expect(await dispute(informal)).toMatchObject({ kind: 'informal', rounds: [{ stage: 0 }] });
  });
});

describe('a formal row that is taken on', () => {
  it('has the limit over all stages from the day on which the register has it raised', async () => {
    council = await Council.begin();
    const reference = await importedRow(council, { raisedOn: '2023-03-20' });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect((await dispute(reference)).totalCap).toMatchObject({ dueOn: '2023-04-19', missed: false });
    council.at('2023-05-05T09:00:00.000Z');
    await council.caughtUp();
    expect((await dispute(reference)).totalCap).toMatchObject({ dueOn: '2023-04-19', missed: true });
  });
});
