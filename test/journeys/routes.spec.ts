import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { PERMISSIONS } from '../../src/access/access.js';
import { ACCESS_TABLE, rowOf } from '../../src/access/access-table.js';
import { OPEN_TO_ALL, PERMISSION } from '../../src/access/permission.js';
import { POST_KINDS } from '../../src/protocol/protocol.js';
import { Council } from './council.js';

interface Route {
  readonly name: string;
  readonly permission: readonly string[] | typeof OPEN_TO_ALL | undefined;
}

const routesOf = (council: Council): Route[] => {
  const routes: Route[] = [];
  for (const module of council.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: object }).prototype;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = (prototype as Record<string, unknown>)[name];
        if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        const path = `${Reflect.getMetadata(PATH_METADATA, metatype as object)} ${Reflect.getMetadata(PATH_METADATA, handler)}`;
        routes.push({
          name: `${(metatype as { name: string }).name}.${name} (${path})`,
          permission: Reflect.getMetadata(PERMISSION, handler) ?? Reflect.getMetadata(PERMISSION, metatype as object),
        });
      }
    }
  }
  return routes;
};

describe('the access table', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('has a row for every route', () => {
    const routes = routesOf(council);
    expect(routes.length).toBeGreaterThan(60);
    const without = routes.filter(
      ({ permission }) => permission !== OPEN_TO_ALL && !permission?.every((each) => each in ACCESS_TABLE),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('leaves open only health, the start page and signing in', () => {
    const open = routesOf(council).filter(({ permission }) => permission === OPEN_TO_ALL);
    expect(open.map(({ name }) => name.split(' ')[0]).sort()).toEqual([
      'HealthRoute.health',
      'HealthRoute.live',
      'HealthRoute.ready',
      'SignInRoute.signIn',
      'StartPageRoute.page',
    ]);
  });

  it('has no row that nothing asks for', () => {
    const asked = new Set(routesOf(council).flatMap(({ permission }) => (Array.isArray(permission) ? permission : [])));
    const inside = ['dispute.read-cafcass', 'dispute.read-legal-advice', 'figures.read-by-iro'];
    expect(PERMISSIONS.filter((permission) => !asked.has(permission) && !inside.includes(permission))).toEqual([]);
  });

  it('names nobody but posts, and never lets those who look on write', () => {
    const writes = PERMISSIONS.filter((permission) => !permission.includes('.read'));
    for (const permission of PERMISSIONS) {
      expect(
        Object.keys(rowOf(permission)).filter((kind) => !(POST_KINDS as readonly string[]).includes(kind)),
      ).toEqual([]);
    }
    expect(writes.filter((permission) => rowOf(permission).inspector)).toEqual([]);
    expect(writes.filter((permission) => rowOf(permission)['performance-analyst'])).toEqual(['figures.write']);
  });
});
