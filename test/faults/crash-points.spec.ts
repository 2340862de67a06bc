import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { patienceFor, report, seed } from './cases.js';
import type { Sent } from './every-command.js';
import { Process } from './process.js';
import { EVERY_STEP, recordOf, type Told, tellUndisturbed, type Undisturbed, wordsOf } from './told.js';

/*
 * Promises R3 and R8: the process ends at each step of each command over a port (before each append, and after it when nobody has been told; in a night
 * at each call of the log, the read models and the clock), another one starts on the same log and knows nothing else, and the command is sent again.
 * One run crashes in every twentieth command, chance chooses which; a night crashes in all.
 */

const ONE_IN = EVERY_STEP ? 1 : 20;
const crashesIn = (_: unknown, index: number): boolean => index % ONE_IN === seed % ONE_IN;

/** A few more than there are: each needs a process of its own. */
const POINTS = EVERY_STEP ? 2_000 : 100;

/** Signing in, searching, what is tried, drafts and documents: they put nothing into the log, and have tests of their own. */
const WRITES_NO_EVENT =
  /^\/api\/v1\/(demonstration\/sign-in|search|views|protocol\/try|directory\/files\/try|reports\/other-councils\/try-file|imports\/(try|propose-mapping)|documents|drafts\/\{draft\}(\/[a-z-]+)?)$/;

describe('Every command that the API knows', () => {
  let undisturbed: Undisturbed;
  beforeAll(async () => {
    undisturbed = await tellUndisturbed();
  });

  it('is part of the story', () => {
    const pattern = (route: string): RegExp => new RegExp(`^${route.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
    const used = undisturbed.told.map(({ sent }) => `/api/v1${sent.url}`);
    const unused = undisturbed.routesThatWrite.filter((route) => !used.some((url) => pattern(route).test(url)));
    expect(undisturbed.routesThatWrite.length).toBeGreaterThan(60);
    expect(unused.filter((route) => !WRITES_NO_EVENT.test(route))).toEqual([]);
  });

  it(
    'crashes around each append, and sent again has one effect and the answer it would have had',
    async () => {
      const tried = new Set(undisturbed.told.filter(crashesIn));
      const most = Math.max(...[...tried].map(({ points }) => points.length));
      let crashes = 0;
      for (let round = 0; round < most; round++) {
        const log = await undisturbed.beginning();
        const crashing = new Crashing(log, undisturbed, round);
        for (const told of undisturbed.told) await crashing.tell(told, tried.has(told));
        await crashing.end();
        crashes += crashing.crashes;
        expect(crashing.answeredOtherwise).toEqual([]);
        expect(crashing.wentOn).toEqual([]);
        expect(await recordOf(log)).toEqual(undisturbed.record);
      }
      const points = [...tried].reduce((sum, each) => sum + each.points.length, 0);
      report('Crash points', { commands: tried.size, points, crashes });
      expect(crashes).toBe(points);
      expect(points).toBeGreaterThan(tried.size);
    },
    patienceFor(POINTS, 4_000),
  );

  it('sent again at once, later and after a restart has one effect and the same answer while its sender may see what it is about; with other words it is refused', async () => {
    const log = await undisturbed.beginning();
    const process = await Process.start(log, undisturbed.clock);
    const otherwise: string[] = [];
    for (const { sent, commandId, answer } of undisturbed.told) {
      await process.prepare(sent.person);
      for (let time = 0; time < 2; time++) {
        if (wordsOf(await process.send(sent, commandId)) !== wordsOf(answer)) otherwise.push(`${sent.url} at once`);
      }
      const other = withOtherWords(sent.body);
      if (other === undefined) continue;
      const { status, body } = await process.send({ ...sent, body: other }, commandId);
      if (status !== 409 || body.code !== 'command-id-used-before')
        otherwise.push(`${sent.url} with other words: ${status} ${String(body.code)}`);
    }
    await process.end();
    let hidden = 0;
    const restarted = await Process.start(log, undisturbed.clock);
    // A command that wrote nothing is not on record: it is answered as things stand now.
    for (const { sent, commandId, answer, points } of undisturbed.told) {
      await restarted.prepare(sent.person);
      const again = await restarted.send(sent, commandId);
      if (again.status === 404 && (await isHiddenNow(restarted, sent, answer))) hidden++;
      else if (points.length === 0 ? again.status !== answer.status : wordsOf(again) !== wordsOf(answer))
        otherwise.push(`${sent.url} after a restart: ${JSON.stringify(again.body)}`);
    }
    await restarted.end();
    expect(otherwise).toEqual([]);
    expect(hidden).toBeLessThan(undisturbed.told.length / 10);
    expect(await recordOf(log)).toEqual(undisturbed.record);
  });
});

/** Whether the record that a command began, or acted on, is hidden from its sender at the end of the story. */
const isHiddenNow = async (process: Process, { person, url }: Sent, { body }: Told['answer']): Promise<boolean> => {
  const began = /^\/[a-z-]+$/.test(url);
  const record = began ? `${url}/${String(body.reference)}` : url.slice(0, url.lastIndexOf('/'));
  return (await process.statusOf(person, record)) === 404;
};

/** Tells the story with a crash in each command, every round at the next of its points. */
class Crashing {
  crashes = 0;
  readonly answeredOtherwise: string[] = [];
  /** Those that never came to the step at which they were to crash. */
  readonly wentOn: string[] = [];
  private process: Process | undefined;

  constructor(
    private readonly log: EventStore,
    private readonly undisturbed: Undisturbed,
    private readonly round: number,
  ) {}

  async tell({ sent, commandId, answer, points }: Told, crashes: boolean): Promise<void> {
    const process = await this.alive(sent.person);
    process.ports.crashAtStep(
      (crashes ? points[this.round] : undefined) ?? Infinity,
      EVERY_STEP ? undefined : 'writes',
    );
    const first = await process.send(sent, commandId);
    if (crashes && points[this.round] !== undefined && !process.ports.crashed) this.wentOn.push(sent.url);
    const last = process.ports.crashed ? await this.again(sent, commandId) : first;
    if (wordsOf(last) !== wordsOf(answer)) this.answeredOtherwise.push(`${sent.url} ${JSON.stringify(last)}`);
  }

  async end(): Promise<void> {
    await this.process?.end();
    this.process = undefined;
  }

  private async again(sent: Told['sent'], commandId: string) {
    this.crashes++;
    await this.end();
    const process = await this.alive(sent.person);
    return process.send(sent, commandId);
  }

  private async alive(person: string): Promise<Process> {
    this.process ??= await Process.start(this.log, this.undisturbed.clock);
    this.process.ports.crashAtStep(Infinity);
    await this.process.prepare(person);
    return this.process;
  }
}

/** The same command with one text other than it was; undefined where it has none. */
const withOtherWords = (body: Told['sent']['body']): Told['sent']['body'] | undefined => {
  const field = TEXTS.find((name) => typeof body[name] === 'string');
  return field === undefined ? undefined : { ...body, [field]: `${String(body[field])} And more.` };
};
const TEXTS = [
  ...['concern', 'reason', 'reasons', 'text', 'note', 'how', 'grounds', 'summary', 'view', 'advice', 'evidence'],
  ...['whatTheyDid', 'discussion', 'name', 'title', 'initials', 'where', 'result', 'agency', 'source'],
];
