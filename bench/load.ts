import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../src/calendar/dates.js';
import { IROS } from '../src/demonstration/council.js';
import { today } from '../test/support/today.js';
import { line, Times } from './support/latency.js';
import { Pressing } from './support/pressing.js';
import { Program } from './support/program.js';
import { type Answer, send } from './support/send.js';

/**
 * Promises B4 and K4: 200 people at work in the demonstration council, each with a pause of 2 s between one request and the next, a
 * third of which save something. Measured twice: by themselves, and while 50 clients that are not signed in press without a pause, with
 * the descriptions of the API, invented tokens and bodies as long as the program reads. The people, those who press and the program
 * are a process each. `FOOTPRINT_LOAD_SECONDS=600 script/bench load` measures for ten
 * minutes each; 30 s unless told.
 */
const SECONDS = Number(process.env.FOOTPRINT_LOAD_SECONDS ?? 30);
const USERS = 200;
const PRESSING = 50;
const PAUSE_MILLISECONDS = 2_000;
/** Milliseconds at the 95th percentile, and MiB. */
const LIMITS = { read: 300, save: 500, memory: 512 };

/** The times that people waited, in this run. */
class Run {
  readonly reads = new Times();
  readonly saves = new Times();
  readonly errors: string[] = [];
  ended = false;

  async timed(times: Times, url: string, sent: { token: string; body?: string }): Promise<Answer> {
    const begun = performance.now();
    const answer = await send(url, sent);
    if (this.ended) return answer;
    if (answer.status < 300) times.add(performance.now() - begun);
    else this.errors.push(`${new URL(url).pathname} ${answer.status} ${String(answer.body.code)}`);
    return answer;
  }
}

const concern = (child: string): string =>
  JSON.stringify({
    kind: 'informal',
    children: [child],
    theme: 'DD-CARE',
    concern: 'The actions of the May review have not been started.',
    impactIfNothingChanges: 'What was promised in the review does not happen for them.',
    actionsWanted: [{ what: 'A family group meeting', who: 'C. Bray', by: addDays(today(), 14) }],
    spokeFirst: { spokeTo: 'C. Bray', spokeOn: today(), result: 'Asked to have it in writing.' },
  });

/** One person: reads lists, cases and figures, raises a concern now and then, and adds a note to one. */
const atWork = async (run: Run, api: string, name: string): Promise<void> => {
  const signedIn = await send(`${api}/demonstration/sign-in`, { body: JSON.stringify({ name }) });
  const token = String(signedIn.body.token);
  // One's own children alone: what is done for those whom one covers has to name the IRO.
  const children = await send(`${api}/children?limit=200&iro=${String(signedIn.body.person)}`, { token });
  const childIds = (children.body.items as { childId: string }[]).map(({ childId }) => childId);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;
  let reference: string | undefined;
  while (!run.ended) {
    await pause(PAUSE_MILLISECONDS * (0.5 + Math.random()));
    if (run.ended) return;
    const what = Math.random();
    // Two a second of all of them, which is more in ten minutes than a large council raises in a year.
    if (what < 0.02 || reference === undefined) {
      const raised = await run.timed(run.saves, `${api}/disputes`, { token, body: concern(oneOf(childIds)) });
      if (raised.status < 300) reference = String(raised.body.reference);
    } else if (what < 0.33) {
      const body = JSON.stringify({ text: 'Rang the team. They will answer this week.' });
      await run.timed(run.saves, `${api}/disputes/${reference}/add-note`, { token, body });
    } else {
      const path = oneOf(['/disputes?limit=20', `/disputes/${reference}`, `/disputes/${reference}`, '/work', '/board']);
      await run.timed(run.reads, `${api}${path}`, { token });
    }
  }
};

const measure = async (what: string, unsigned: number): Promise<void> => {
  const program = await Program.start();
  const api = `${program.address}/api/v1`;
  const run = new Run();
  const memory: number[] = [];
  const press = unsigned === 0 ? undefined : Pressing.begin(api, unsigned);
  try {
    const clients = Array.from({ length: USERS }, (_, user) => atWork(run, api, IROS[user % IROS.length]!));
    const failed = Promise.all(clients).then(() => undefined);
    program.note();
    const end = performance.now() + SECONDS * 1_000;
    while (performance.now() < end) {
      await Promise.race([pause(1_000), failed]);
      memory.push(program.memory());
    }
    run.ended = true;
    program.note();
    await failed;
  } finally {
    run.ended = true;
    press?.end();
    await program.stop();
  }
  report(what, run, memory, program.processor() / SECONDS);
  if (press) console.log(`${what}: pressed: ${press.answers()}`);
};

const report = (what: string, run: Run, memory: readonly number[], processors: number): void => {
  line(`${what}: reading`, run.reads, LIMITS.read);
  line(`${what}: saving`, run.saves, LIMITS.save);
  const most = Math.max(...memory);
  const third = Math.floor(memory.length / 3);
  const middle = (part: readonly number[]): number => [...part].sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  console.log(
    `${what}: memory: ours ${most} MiB at most (${middle(memory.slice(0, third))} in the first third, ` +
      `${middle(memory.slice(-third))} in the last), limit ${LIMITS.memory} MiB, ratio ${(LIMITS.memory / most).toFixed(2)}`,
  );
  console.log(`${what}: the program took ${processors.toFixed(2)} processors`);
  console.log(
    `${what}: ${run.errors.length} errors${run.errors.length ? `: ${[...new Set(run.errors)].slice(0, 5).join('; ')}` : ''}`,
  );
};

console.log(`${USERS} people for ${SECONDS} s, ${cpus().length} processors, load before ${loadavg()[0]!.toFixed(2)}`);
await measure('at work', 0);
await measure(`at work, ${PRESSING} pressing`, PRESSING);
console.log(`load after ${loadavg()[0]!.toFixed(2)}`);
process.exit();
