import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../src/cli/run.js';
import { chanceFrom } from '../../src/demonstration/chance.js';
import { Client } from '../faults/client.js';
import { Ledger } from '../faults/ledger.js';
import { mixedWork } from '../faults/mixed-work.js';
import { Installation } from '../faults/program.js';

/*
 * The restore drill (promise K1), for the program as it is run: people are at work, a backup is taken beside them, the machine is
 * lost, and a new one begins with the backup.
 */

const CLIENTS = 4;
const ENOUGH = 60;
const BETWEEN_LOOKS = 10;

let installation: Installation;
beforeAll(async () => {
  installation = await Installation.make();
});
afterAll(() => installation.remove());

const footprint = async (...words: string[]): Promise<string> => {
  let [out, said] = ['', ''];
  const code = await run(words, {
    environment: { FOOTPRINT_DATA_DIR: installation.dataDir },
    print: (text) => void (out += text),
    say: (text) => void (said += text),
  });
  expect({ words, code, said }).toEqual({ words, code: 0, said: '' });
  return out;
};

it('brings back everything acknowledged before the backup, and goes on from there', async () => {
  const backup = join(installation.folder, 'backup.sqlite');
  const ledger = new Ledger();
  let serving = installation.start();
  let ended = false;
  const at = (): Promise<string> => serving.address;
  const clients = Array.from({ length: CLIENTS }, () => new Client({ at }, ledger, chanceFrom(1)));
  const work = Promise.all(clients.map((client) => mixedWork(client, chanceFrom(2), () => ended)));
  work.catch(() => undefined);
  const acknowledged = async (count: number): Promise<void> => {
    while (ledger.acknowledged.length < count) await Promise.race([pause(BETWEEN_LOOKS), work]);
  };

  await acknowledged(ENOUGH);
  const before = new Ledger();
  before.entries.push(...ledger.acknowledged);
  const printed = await footprint('backup', backup);
  await acknowledged(before.entries.length + CLIENTS);
  ended = true;
  await work;
  await serving.kill();
  rmSync(installation.dataDir, { recursive: true });

  const restored = await footprint('restore', backup);
  expect(hashIn(restored)).toBe(hashIn(printed));
  const log = installation.log.open();
  expect(await before.compareWith(log)).toEqual({ lost: [], doubled: [], unresolved: [] });
  await log.close();

  serving = installation.start();
  for (const entry of before.entries) await clients[0]!.again(entry);
  await clients[0]!.post('Iris', `/disputes/${disputeIn(before)}/add-note`, (text) => ({ text }));
  await serving.stop();
  expect(await footprint('verify')).toMatch(/^Log: no fault in itself/);
});

const hashIn = (printed: string): string => /head (\d{16}:[0-9a-f]{64})/.exec(printed)![1]!;

const disputeIn = ({ acknowledged }: Ledger): string =>
  String(acknowledged.find(({ url }) => url === '/disputes')!.answered!.body.reference);
