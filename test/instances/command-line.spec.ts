import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCouncil } from '../../src/cli/open-council.js';
import { teamDecider, teamStream } from '../../src/directory/team.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { type Config, readConfig } from '../../src/platform/config/config.js';
import { Log } from '../../src/platform/logging/log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { createService } from '../../src/serve.js';
import { BEGINNING } from '../journeys/council.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';

describe('the command line, where the log is in EventStoreDB', () => {
  const clock = new SettableClock(BEGINNING);
  const folder = mkdtempSync(join(tmpdir(), 'footprint-command-'));
  let server: EventStoreDbServer;
  let config: Config;
  let service: NestFastifyApplication;

  beforeAll(async () => {
    server = await EventStoreDbServer.start({ clock });
    config = readConfig({ FOOTPRINT_LOG: server.connectionString, FOOTPRINT_DATA_DIR: join(folder, 'instance') });
    service = await createService(config, { clock }, new Log(clock, () => undefined));
    await service.init();
  });
  afterAll(async () => {
    await service.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const teams = (runner: ProjectionRunner): unknown => runner.all('SELECT team FROM teams');

  it('writes beside an instance that runs, and the instance shows it', async () => {
    const { council, close } = await openCouncil(config, 'command', { clock });
    const { position } = await council.executor.execute(
      teamStream('north'),
      teamDecider,
      {
        ...{ type: 'register', teamId: 'north', code: 'NORTH', name: 'Locality North', alsoWrittenAs: [] },
        ...{ service: 'Localities', from: null, to: null, succeeds: [] },
      },
      null,
      {
        commandId: 'register-north',
        actor: { person: 'command-line', post: null, role: null },
        occurredAt: clock.now(),
      },
    );
    await close();
    const runner = service.get(ProjectionRunner);
    expect(await runner.waitFor(position!, 10_000)).toBe(true);
    expect(teams(runner)).toEqual([{ team: 'north' }]);
  });

  it('reads from what that instance has, or makes its own read models in memory', async () => {
    for (const dataDir of [config.dataDir, join(folder, 'nowhere')]) {
      const { council, close } = await openCouncil({ ...config, dataDir }, 'reader', { clock });
      expect(council.directory.teams(council.today).map(({ teamId }) => teamId)).toEqual(['north']);
      await close();
    }
    expect(readdirSync(folder)).toEqual(['instance']);
  });

  it('keeps in an instance’s folder what is made again from the log, who is signed in, drafts with their key and its lock, and nothing else', () => {
    const others = readdirSync(config.dataDir).filter(
      (file) => !/^((read-models|view-index|sessions|drafts)\.sqlite|sealing\.key$|lock\.)/.test(file),
    );
    expect(others).toEqual([]);
  });

  it('refuses an instance a folder with a log of its own, whose read models are of that log', async () => {
    const dataDir = join(folder, 'of-one-machine');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'log.sqlite'), '');
    await expect(createService({ ...config, dataDir }, { clock }, new Log(clock, () => undefined))).rejects.toThrow(
      'holds a log, and FOOTPRINT_LOG names another. Give this instance an empty folder',
    );
  });
});
