import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hide } from '../../src/reports/disclosure/hide.js';
import { HidingTakesTooLong, HidingThread } from '../../src/reports/disclosure/hiding-thread.js';
import { loadSolver } from '../../src/reports/disclosure/highs-solver.js';
import type { Release } from '../../src/reports/disclosure/release.js';
import { linkedTables } from './random-releases.js';

/** As it is built: a thread reads no TypeScript. */
const BUILT = new URL('../../dist/src/reports/disclosure/hiding-worker.js', import.meta.url);
const PATIENCE = 600;

const releases = fc.sample(linkedTables, { numRuns: 4, seed: 7 });
const wrong: Release = { ...releases[0]!, threshold: 0 };

/** The code that runs in a thread of a test. */
const running = (script: string): URL => new URL(`data:text/javascript,${encodeURIComponent(script)}`);
const NEVER_ANSWERS = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});`;
const BREAKS = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken'); });`;

describe('What must be hidden, found in a thread beside that of the server', () => {
  let thread: HidingThread;
  afterEach(() => thread.end());

  it('is the same as in its own, each in the order in which it is asked for', async () => {
    thread = new HidingThread(PATIENCE, BUILT);
    const solver = await loadSolver();
    const found = await Promise.all(releases.map((release) => thread.hide(release)));
    expect(found.map(({ hidden }) => hidden)).toEqual(releases.map((release) => hide(release, solver).hidden));
    expect(found.some(({ hidden }) => hidden.size > 0)).toBe(true);
  });

  it('leaves the server its turns meanwhile', async () => {
    thread = new HidingThread(PATIENCE, BUILT);
    let turns = 0;
    let isAsked = true;
    const turn = (): void => {
      turns++;
      if (isAsked) setImmediate(turn);
    };
    setImmediate(turn);
    await thread.hide(releases[0]!);
    isAsked = false;
    expect(turns).toBeGreaterThan(100);
  });

  it('says what is wrong with a release, and goes on with the next', async () => {
    thread = new HidingThread(PATIENCE, BUILT);
    const [refused, answered] = await Promise.allSettled([thread.hide(wrong), thread.hide(releases[1]!)]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('threshold') } });
    expect(answered.status).toBe('fulfilled');
  });

  it('is given up where it takes too long, and so is each that waits behind it in its turn', async () => {
    thread = new HidingThread(0.01, running(NEVER_ANSWERS));
    const both = await Promise.allSettled([thread.hide(releases[0]!), thread.hide(releases[1]!)]);
    for (const each of both) expect(each).toMatchObject({ reason: expect.any(HidingTakesTooLong) });
  });

  it('is refused where the thread breaks, and nobody waits for ever', async () => {
    thread = new HidingThread(PATIENCE, running(BREAKS));
    const both = await Promise.allSettled([thread.hide(releases[0]!), thread.hide(releases[1]!)]);
    for (const each of both) expect(each).toMatchObject({ reason: { message: 'broken' } });
  });
});
