import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fillLog } from '../src/demonstration/demonstration.js';
import { RaiseDto } from '../src/disputes/acts/raise/raise.dto.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { readConfig } from '../src/platform/config/config.js';
import { Log } from '../src/platform/logging/log.js';
import { createService } from '../src/serve.js';
import { NO_LIMITS } from '../test/support/limits.js';
import { line, rateInTurns } from './support/figures.js';

/**
 * Raising disputes over HTTP in the demonstration council, signed in, looked up, decided, on the disk before it is answered; beside a
 * bare Nest route on Fastify that checks the very same body with the very same class and answers at once. The client runs in this
 * process for both.
 */
const REQUESTS_A_TURN = 400;
const TURNS = 9;
const CONNECTIONS = 16;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const post = (url: string, body: string, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      answer.resume();
      if (answer.statusCode !== 201) reject(new Error(`Answered ${answer.statusCode}`));
      answer.once('end', resolve);
    });
    sent.end(body);
  });

/** Sends so many requests, 16 at a time. */
const sending = (url: string, bodies: readonly string[], headers: Record<string, string>) => {
  let sent = 0;
  return async (count: number): Promise<void> => {
    const end = sent + count;
    const client = async (): Promise<void> => {
      while (sent < end) await post(url, bodies[sent++ % bodies.length]!, headers);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
  };
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
const config = { ...readConfig({ ...NO_LIMITS, FOOTPRINT_DATA_DIR: folder, FOOTPRINT_DEMONSTRATION: 'on' }), port: 0 };
const service = await createService(config, {}, new Log(systemClock, () => {}));
await service.init();
await fillLog(service, () => {});
await service.listen(0, '127.0.0.1');
const bare = await bareService();
try {
  const api = `${await service.getUrl()}/api/v1`;
  const signedIn = await fetch(`${api}/demonstration/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A. Hartwell' }),
  });
  const { token, person } = (await signedIn.json()) as { token: string; person: string };
  const headers = { authorization: `Bearer ${token}` };
  // Her own children alone: what she does for those whom she covers has to name the IRO.
  const listed = await fetch(`${api}/children?limit=200&iro=${person}`, { headers });
  const { items } = (await listed.json()) as { items: { childId: string }[] };
  const bodies = items.flatMap(({ childId }) => THEMES.map((theme) => JSON.stringify(concern(childId, theme))));

  const { ours, theirs } = await rateInTurns(REQUESTS_A_TURN, TURNS, {
    ours: sending(`${api}/disputes`, bodies, headers),
    theirs: sending(`${await bare.getUrl()}/raise`, bodies, {}),
  });
  line('commands over HTTP', ours, theirs, 'a bare validated Nest route');
} finally {
  agent.destroy();
  await bare.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
