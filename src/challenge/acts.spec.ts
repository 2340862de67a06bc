import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permittedBy } from '../../test/support/permitted-by.js';
import { MEETING_ACTS } from './meeting/acts/all-acts.js';
import { SERIES_ACTS } from './series/acts/all-acts.js';

const LISTS = [
  { things: 'a meeting', folder: 'meeting/acts', acts: MEETING_ACTS },
  { things: 'a series', folder: 'series/acts', acts: SERIES_ACTS },
];
const isIn = (...path: string[]): boolean => existsSync(join(import.meta.dirname, ...path));

describe.each(LISTS)('The list of acts on $things', ({ folder, acts }) => {
  it('names every folder, in alphabetical order and once', () => {
    const folders = readdirSync(join(import.meta.dirname, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(acts.flatMap(({ routes }) => routes).sort()).toEqual(folders.sort());
    expect(acts.map(({ type }) => type)).toEqual(acts.map(({ type }) => type).sort());
  });

  it.each(acts.map((each) => [each.type, each] as const))(
    '%s has its rule and test in its folder, and examples and a route in each from which it is sent',
    (type, { routes }) => {
      for (const file of [`${type}.ts`, `${type}.spec.ts`]) expect(isIn(folder, type, file)).toBe(true);
      for (const route of routes) {
        expect(isIn(folder, route, `${route}.examples.ts`)).toBe(true);
        expect(isIn(folder, route, `${route}.route.ts`)).toBe(true);
      }
    },
  );

  it.each(acts.map((each) => [each.type, each] as const))(
    '%s is open to those whom its row of the access table names, and the row stands on its routes',
    async (_, { routes, permission }) => {
      for (const route of routes) {
        const module = (await import(`./${folder}/${route}/${route}.route.js`)) as object;
        expect(permittedBy(module)).toEqual([[permission]]);
      }
    },
  );

  it('lets each event come with one act', () => {
    const owned = acts.flatMap(({ events }) => Object.keys(events));
    expect(owned.filter((event, index) => owned.indexOf(event) !== index)).toEqual([]);
  });
});
