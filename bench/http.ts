import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import autocannon from 'autocannon';
import { fillEmptyLog } from '../src/demonstration/demonstration.js';
import { RaiseDto } from '../src/disputes/raise/raise.dto.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { Log } from '../src/platform/logging/log.js';
import { createService } from '../src/serve.js';
import { line, middleOf, type Rate } from './support/figures.js';

/**
 * Raising disputes over HTTP in the demonstration council, signed in, looked up, decided, on the disk before it is answered; beside a
 * bare Nest route on Fastify that checks the very same body with the very same class and answers at once. The client runs in this
 * process for both.
 */
const REQUESTS = 2_000;
const CONNECTIONS = 16;
const ROUNDS = 3;

const rate = async (url: string, bodies: readonly object[], headers: Record<string, string>): Promise<Rate> => {
  const result = await autocannon({
    url,
    amount: REQUESTS,
    connections: CONNECTIONS,
    requests: bodies.map((body) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return REQUESTS / result.duration;
};

const concern = (child: string, theme: string): object => ({
  kind: 'informal',
  children: [child],
  theme,
  concern: 'There is no permanence plan, and the second review was in February.',
  impactIfNothingChanges: 'She does not know where she will live after the summer.',
  actionsWanted: [{ what: 'Agree the permanence plan at panel.', who: 'Team manager', by: '2026-12-21' }],
  spokeFirst: { spokeTo: 'Team manager', spokeOn: '2026-01-05', result: 'Asked to have it in writing.' },
});
const THEMES = ['DD-PERM', 'DD-CARE', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY'];

class BareRoute {
  raise(body: RaiseDto): object {
    return { kind: body.kind };
  }
}
// Decorators by hand: this file runs as it is, and Node takes types out of it but knows no decorators.
Controller('raise')(BareRoute);
Reflect.defineMetadata('design:paramtypes', [RaiseDto], BareRoute.prototype, 'raise');
Body()(BareRoute.prototype, 'raise', 0);
Post()(BareRoute.prototype, 'raise', Object.getOwnPropertyDescriptor(BareRoute.prototype, 'raise')!);
class BareModule {}
Module({ controllers: [BareRoute] })(BareModule);

const bareService = async (): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  await app.listen(0, '127.0.0.1');
  return app;
};

const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-http-'));
const config = { dataDir: folder, host: '127.0.0.1', port: 0, demonstration: true, bodyLimit: 262_144 };
const service = await createService(config, {}, new Log(systemClock, () => {}));
await service.init();
await fillEmptyLog(service, () => {});
await service.listen(0, '127.0.0.1');
const bare = await bareService();
try {
  const api = `${await service.getUrl()}/api/v1`;
  const signedIn = await fetch(`${api}/demonstration/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A. Hartwell' }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const listed = await fetch(`${api}/children?limit=200`, { headers });
  const { items } = (await listed.json()) as { items: { childId: string }[] };
  const bodies = items.flatMap(({ childId }) => THEMES.map((theme) => concern(childId, theme)));

  const ours: Rate[] = [];
  const theirs: Rate[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await rate(`${api}/disputes`, bodies, headers));
    theirs.push(await rate(`${await bare.getUrl()}/raise`, bodies, {}));
  }
  line('commands over HTTP', middleOf(ours), middleOf(theirs), 'a bare validated Nest route');
} finally {
  await bare.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
