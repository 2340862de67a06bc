import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { projections } from '../../projections/index.js';
import { type Chance, chanceFrom } from '../../src/demonstration/chance.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { casesOf, patienceFor, report, seed } from './cases.js';
import { Client, type Served } from './client.js';
import { Ledger } from './ledger.js';
import { logOfTheRun, WHERE } from './log-of-the-program.js';
import { mixedWork } from './mixed-work.js';
import { Installation, type Program } from './program.js';

/*
 * Promises R1, R2 and R8, for the program as it is run: a supervisor keeps people at work over HTTP, writes down what they were told,
 * kills the program at a random moment, starts it again, and sends what was not answered once more. With
 * `FOOTPRINT_TEST_LOG=eventstoredb` its log is in EventStoreDB.
 */

const KILLS = casesOf('kill-loop');
const CLIENTS = 6;
/** As many commands the program is left to answer at most before it is killed: a busy machine needs longer, and shows as much. */
const MOST_ANSWERED = 24;
/** Longest time that it is left to work on after that, and longest that it is left to start, in milliseconds. */
const LONGEST_AFTERWARDS = 25;
const LONGEST_START = 600;
const KILLS_BETWEEN_LOOKS = 25;
/** How much of what was acknowledged is sent once more when all is over. */
const SENT_AGAIN = 500;

describe(`The program, killed while people work (log in ${WHERE})`, () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.make(logOfTheRun);
  });
  afterAll(() => installation.remove());

  it(
    `${KILLS} times loses nothing that it acknowledged and does nothing twice`,
    async () => {
      const supervisor = new Supervisor(installation, chanceFrom(seed));
      await supervisor.killAgainAndAgain();
      const log = installation.log.open();
      const found = await supervisor.ledger.compareWith(log);
      report('Kill loop', { ...supervisor.figures(), lost: found.lost.length, doubled: found.doubled.length });
      expect(found).toEqual({ lost: [], doubled: [], unresolved: [] });
      // Enough was under way to lose: some commands were cut off, some of those before and some after they were carried out.
      expect(supervisor.ledger.acknowledged.length).toBeGreaterThan(KILLS * 5);

      const runner = new ProjectionRunner({ store: log, path: installation.readModelsFile, projections });
      await runner.catchUp();
      expect((await runner.verify()).filter(({ differences, failure }) => differences > 0 || failure)).toEqual([]);
      await runner.close();
      await log.close();
      expect(await installation.log.fault()).toBeNull();
    },
    patienceFor(KILLS, 15_000),
  );
});

class Supervisor implements Served {
  readonly ledger = new Ledger();
  private readonly clients: Client[];
  private serving = Promise.withResolvers<string>();
  private ended = false;
  private killedWhileStarting = 0;
  private answered = 0;

  constructor(
    private readonly installation: Installation,
    private readonly chance: Chance,
  ) {
    const { tokenOf } = installation.log;
    const afterwards = async (): Promise<void> => void this.answered++;
    this.clients = Array.from(
      { length: CLIENTS },
      () => new Client(this, this.ledger, chance, { tokenOf, afterwards }),
    );
  }

  at(): Promise<string> {
    return this.serving.promise;
  }

  async killAgainAndAgain(): Promise<void> {
    const work = Promise.all(this.clients.map((client) => mixedWork(client, this.chance, () => this.ended)));
    try {
      // A client that was answered wrongly ends the test at once.
      await Promise.race([this.killAll(), work]);
      this.ended = true;
      const program = await this.startedAgain();
      await work;
      for (const entry of this.ledger.acknowledged.slice(-SENT_AGAIN)) await this.clients[0]!.again(entry);
      await program.stop();
    } finally {
      this.ended = true;
      this.serving.promise.catch(() => undefined);
      this.serving.reject(new Error('The program is not started again.'));
    }
  }

  figures(): object {
    const { entries, hadBeenDone, acknowledged } = this.ledger;
    return {
      kills: KILLS,
      killedWhileStarting: this.killedWhileStarting,
      commands: entries.length,
      acknowledged: acknowledged.length,
      cutOff: entries.filter(({ unanswered }) => unanswered > 0).length,
      cutOffThoughDone: hadBeenDone,
      sentAgain: this.clients.reduce((sum, { repeats }) => sum + repeats, 0),
    };
  }

  private async killAll(): Promise<void> {
    for (let kill = 1; kill <= KILLS && !this.ended; kill++) {
      if (this.chance.happens(10)) await this.killWhileStarting();
      else await this.killAtWork();
      if (kill % KILLS_BETWEEN_LOOKS === 0) expect(await this.installation.log.fault()).toBeNull();
    }
  }

  private async killWhileStarting(): Promise<void> {
    this.killedWhileStarting++;
    const program = this.installation.start();
    await pause(this.chance.number(0, LONGEST_START));
    await program.kill();
  }

  private async killAtWork(): Promise<void> {
    const enough = this.answered + this.chance.number(0, MOST_ANSWERED);
    const program = await this.startedAgain();
    while (this.answered < enough && !this.ended) await pause(1);
    await pause(this.chance.number(0, LONGEST_AFTERWARDS));
    this.serving = Promise.withResolvers();
    await program.kill();
  }

  private async startedAgain(): Promise<Program> {
    const program = this.installation.start();
    const address = await program.address;
    for (const client of this.clients) client.signedOut();
    this.serving.resolve(address);
    return program;
  }
}
