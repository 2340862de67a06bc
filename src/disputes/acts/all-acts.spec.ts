import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permittedBy } from '../../../test/support/permitted-by.js';
import { PERMISSIONS } from '../../access/access.js';
import { DISPUTE_ACTS, type DisputeActType } from './all-acts.js';

const FOLDER = import.meta.dirname;
const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const types = DISPUTE_ACTS.map(({ type }) => type);

/** Rows of the access table that are about disputes and are not acts of the list, and why. */
const NO_ACTS: Readonly<Record<string, string>> = {
  'dispute.raise': 'raises informally or formally: two acts, one row',
  'dispute.ask-to-read': 'is offered on the outline, and not on the page of a dispute, which its sender may not open',
  'dispute.record-legal-advice': 'is an act on the advice, which lies beside the dispute',
};

describe('The list of acts', () => {
  it('names every folder, in alphabetical order and once', () => {
    const shared = DISPUTE_ACTS.flatMap(({ route }) => route ?? []).filter(
      (each) => !types.includes(each as DisputeActType),
    );
    expect([...types, ...new Set(shared)].sort()).toEqual(folders.sort());
    expect(types).toEqual([...types].sort());
  });

  it.each(DISPUTE_ACTS.map((each) => [each.type, each] as const))(
    '%s has its rule, examples and test in its folder, and its route where people send it',
    (type, { route }) => {
      for (const file of [`${type}.ts`, `${type}.spec.ts`, `${type}.examples.ts`])
        expect(existsSync(join(FOLDER, type, file))).toBe(true);
      expect(route === null || existsSync(join(FOLDER, route, `${route}.route.ts`))).toBe(true);
    },
  );

  it.each([...new Set(DISPUTE_ACTS.flatMap(({ route }) => route ?? []))])(
    '%s shows on each of its routes the row of the access table by which people are let do it',
    async (route) => {
      const permitted = permittedBy((await import(`./${route}/${route}.route.js`)) as object);
      expect(new Set(permitted.map(String))).toEqual(new Set([`dispute.${route}`]));
    },
  );

  it('offers people a sample of exactly the acts that the access table gives them', () => {
    const offered = DISPUTE_ACTS.filter((each) => 'sample' in each && each.sample !== undefined).map(
      ({ type }) => `dispute.${type}`,
    );
    const given = PERMISSIONS.filter(
      (permission) => permission.startsWith('dispute.') && !permission.includes('.read') && !(permission in NO_ACTS),
    );
    expect(offered.sort()).toEqual([...given].sort());
  });

  it('lets each event come with one act', () => {
    const owned = DISPUTE_ACTS.flatMap(({ events }) => Object.keys(events));
    expect(owned.filter((event, index) => owned.indexOf(event) !== index)).toEqual([]);
  });
});
