import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NO_LIMITS } from '../test/support/limits.js';
import { today } from '../test/support/today.js';
import { A_CHILD, hasLog, makeCouncilLog } from './support/council-log.js';
import { Times } from './support/latency.js';
import { Program } from './support/program.js';
import { send } from './support/send.js';

/**
 * The same commands and readings over HTTP, by one IRO and one at a time, of two built programs in turn: one on a council's log of a
 * thousand events, one on a log of a million (or of as many as the first argument says). Both begin when they have nothing left to do of
 * their start. As many matters are open in the one as in the other, though more of them are late on the longer log: the size of the
 * answers stands beside their times. Aim: the longer log within 1.1 of the shorter, at the middle of the times.
 *
 * `FOOTPRINT_BENCH_LOGS` names a folder in which the logs are kept from one run to the next; each run works on a copy.
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const FEW = 1_000;
const AIM = 1.1;
const WARM_UP = 60;
const TURNS = 25;
const REQUESTS_A_TURN = 10;

const kept = process.env.FOOTPRINT_BENCH_LOGS;
const work = mkdtempSync(join(tmpdir(), 'footprint-bench-flat-'));

/** A program over a log of so many events, and a dispute that its IRO has raised. */
class Council {
  private reference = '';

  private constructor(
    readonly program: Program,
    private readonly token: string,
  ) {}

  static async begin(events: number): Promise<Council> {
    const made = join(kept ?? work, `flat-${events}`);
    const tokenFile = join(made, 'token');
    if (!hasLog(made)) writeFileSync(tokenFile, (await makeCouncilLog(made, events)).token);
    const folder = join(work, `copy-${events}`);
    cpSync(made, folder, { recursive: true });
    const program = await Program.over(folder, NO_LIMITS);
    const council = new Council(program, readFileSync(tokenFile, 'utf8'));
    council.reference = await council.raise();
    return council;
  }

  /** Bytes of the last answer. */
  answered = 0;

  /** A start on a long log has disputes to attend to for some time after it is ready. */
  async untilIdle(): Promise<void> {
    for (let before = this.program.used(), now; ; before = now) {
      await pause(3_000);
      now = this.program.used();
      if (now - before < 0.1) return;
    }
  }

  async raise(): Promise<string> {
    const body = await this.ask('/disputes', {
      ...{ kind: 'informal', children: [A_CHILD], theme: 'DD-CARE' },
      concern: 'The actions of the May review have not been started.',
      impactIfNothingChanges: 'What was promised in the review does not happen for them.',
      actionsWanted: [],
      spokeFirst: { spokeTo: 'Team manager', spokeOn: today(), result: 'Asked to have it in writing.' },
    });
    return String(body.reference);
  }

  addNote = (): Promise<unknown> =>
    this.ask(`/disputes/${this.reference}/add-note`, { text: 'Rang the team. They will answer this week.' });
  readDispute = (): Promise<unknown> => this.ask(`/disputes/${this.reference}`);
  readWork = (): Promise<unknown> => this.ask('/work');
  readList = (): Promise<unknown> => this.ask('/disputes?limit=20');
  readBoard = (): Promise<unknown> => this.ask('/board');

  private async ask(path: string, body?: object): Promise<Record<string, unknown>> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await send(`${this.program.address}/api/v1${path}`, { token: this.token, ...sent });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    this.answered = JSON.stringify(answer.body).length;
    return answer.body;
  }
}

/** Readings come first: each command makes its dispute longer, in both councils alike. */
const ASKED: Readonly<Record<string, (council: Council) => Promise<unknown>>> = {
  'reading a dispute': (council) => council.readDispute(),
  'reading work': (council) => council.readWork(),
  'reading a list': (council) => council.readList(),
  'reading the board': (council) => council.readBoard(),
  'adding a note': (council) => council.addNote(),
  'raising a dispute': (council) => council.raise(),
};

const timed = async (times: Times, ask: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now();
  await ask();
  times.add(performance.now() - begun);
};

const councils: Council[] = [];
try {
  for (const events of [FEW, EVENTS]) councils.push(await Council.begin(events));
  for (const council of councils) await council.untilIdle();
  for (const [what, ask] of Object.entries(ASKED)) {
    const times = councils.map(() => new Times());
    for (const council of councils) for (let time = 0; time < WARM_UP; time++) await ask(council);
    for (let turn = 0; turn < TURNS; turn++) {
      for (let place = 0; place < councils.length; place++) {
        // Another one first each time.
        const index = (place + turn) % councils.length;
        for (let time = 0; time < REQUESTS_A_TURN; time++) await timed(times[index]!, () => ask(councils[index]!));
      }
    }
    const [few, many] = times.map((each) => each.at(0.5)) as [number, number];
    const [short, long] = councils.map(({ answered }) => `${answered.toLocaleString('en-GB')} bytes`);
    console.log(
      `${what}: ${few.toFixed(2)} ms on ${FEW.toLocaleString('en-GB')} events (${short}), ${many.toFixed(2)} ms on ` +
        `${EVENTS.toLocaleString('en-GB')} (${long}), ratio ${(many / few).toFixed(2)} (aim ${AIM}), load ${loadavg()[0]!.toFixed(1)}`,
    );
  }
} finally {
  for (const { program } of councils) await program.stop();
  rmSync(work, { recursive: true, force: true });
}
process.exit();
