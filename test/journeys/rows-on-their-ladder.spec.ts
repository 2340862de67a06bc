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

/** How many of a year there are, by kind and how they stand. */
const countsOf = async (year: string): Promise<Record<string, number>> => {
  await council.caughtUp();
  const { body } = await council.get<{ items: { kind: string; status: string }[] }>('Mona', `/disputes?year=${year}`);
  const counted: Record<string, number> = {};
  for (const { kind, status } of body.items) counted[`${kind} ${status}`] = (counted[`${kind} ${status}`] ?? 0) + 1;
  return counted;
};

describe('an informal row where the protocol has no informal stage', () => {
  it('is continued formally: it stays counted as informal in its own year, and the formal one is in its own', async () => {
    council = await Council.begin('alerts-2017');
    const reference = await importedRow(council, { kind: 'informal', stageReached: 0, raisedOn: '2022-05-10' });
    const before = await countsOf('2022-23');
    expect(before).toEqual({ 'informal open': 1 });
    expect(await work('Iris', reference)).toEqual(['take-on']);
    const refused = await council.post<{ code: string }>('Iris', `/disputes/${reference}/take-on`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'no-informal-stage' } });
    expect((await dispute(reference)).allowedActs).toContain('formalise');
    expect((await dispute(reference)).allowedActs).not.toContain('take-on');

    const formal = await council.done('Iris', `/disputes/${reference}/formalise`, { reason: 'No answer came.' });
    expect(await dispute(formal.reference)).toMatchObject({
      ...{ kind: 'formal', status: 'open', waitingFor: { what: 'answer' }, raisedWith: { concern: 'Nothing moves.' } },
      rounds: [{ stage: 1, deadline: { dueOn: '2023-04-12' } }],
    });
    expect(await dispute(reference)).toMatchObject({
      ...{ kind: 'informal', status: 'ended', ending: { how: 'formalised', continuedIn: formal.reference } },
    });
    expect(await work('Tom', formal.reference)).toEqual(['answer']);
    expect([await work('Iris', reference), await work('Tom', reference)]).toEqual([[], []]);
    expect(await countsOf('2022-23')).toEqual({ 'informal formalised': 1 });
    expect(await countsOf('2023-24')).toEqual({ 'formal open': 1 });

    await council.done('Iris', `/disputes/${formal.reference}/void`, {
      because: 'raised-in-error',
      reason: 'Mistyped.',
    });
    await council.caughtUp();
    expect(await dispute(reference)).toMatchObject({ status: 'imported', kind: 'informal' });
    expect(await work('Iris', reference)).toEqual(['take-on']);
    expect(await countsOf('2022-23')).toEqual(before);
  });

  it('is continued once it has words, by its IRO alone, and not where it has ended or is formal', async () => {
    council = await Council.begin('alerts-2017');
    const formalise = async (person: string, facts: Parameters<typeof importedRow>[1]) => {
      const reference = await importedRow(council, { kind: 'informal', stageReached: 0, ...facts });
      const { status, body } = await council.post<{ code: string }>(person, `/disputes/${reference}/formalise`, {
        reason: 'No answer came.',
      });
      return `${status} ${body.code}`;
    };
    expect(await formalise('Iris', { concern: null })).toBe('400 not-valid');
    expect(await formalise('Iris', { outcome: 'RES-FULL' })).toBe('409 ended-in-register');
    expect(await formalise('Iris', { kind: 'formal', stageReached: 1 })).toBe('409 formal-already');
    expect((await formalise('Mona', {})).slice(0, 3)).toBe('403');
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
    const refused = await council.post<{ code: string }>('Carol', `/disputes/${informal}/take-on`, {});
    expect(refused.body.code).toBe('no-informal-stage');
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
