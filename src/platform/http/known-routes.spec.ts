import { expect, it } from '@jest/globals';
import { KnownRoutes } from './known-routes.js';

it('knows which methods an address takes, and which addresses there are', () => {
  const routes = new KnownRoutes();
  routes.add({ url: '/disputes', method: 'GET' });
  routes.add({ url: '/disputes', method: 'POST' });
  routes.add({ url: '/disputes/:reference', method: ['HEAD', 'GET'] });
  routes.add({ url: '/disputes/export', method: 'PUT' });
  routes.add({ url: '/files/*', method: 'GET' });
  expect(routes.methodsAt('/disputes?limit=1')).toEqual(['GET', 'POST']);
  expect(routes.methodsAt('/disputes/export')).toEqual(['GET', 'HEAD', 'PUT']);
  expect(routes.methodsAt('/disputes/')).toEqual([]);
  expect(routes.methodsAt('/files/one')).toEqual([]);
});
