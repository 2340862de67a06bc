// Runs the test that should notice each planted fault (planted.mjs), and fails where one does not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each fault, the promise it breaks, and where it must be noticed: a file, and the beginning of a test's name. */
const TABLE = [
  ['answers-before-it-is-stored', 'R1 R2', 'test/faults/kill-loop.spec.ts', 'The program, killed'],
  ['saves-positions-apart-from-rows', 'P1', 'test/faults/kill-loop.spec.ts', 'The program, killed'],
  ['makes-up-the-ids-of-events', 'R3', 'test/faults/crash-points.spec.ts', 'sent again at once'],
  ['takes-a-repeat-for-something-new', 'R8', 'test/faults/crash-points.spec.ts', 'sent again at once'],
  ['takes-other-words-under-the-same-id', 'R8', 'test/faults/crash-points.spec.ts', 'sent again at once'],
  ['swallows-a-full-disk', 'R7', 'test/faults/disk-full.spec.ts', 'of the log'],
  ['stays-full', 'R7', 'test/faults/disk-full.spec.ts', 'of the log'],
  ['gives-up-read-models-after-a-failure', 'R7 P3', 'test/faults/disk-full.spec.ts', 'of the read models'],
  ['lets-any-name-through', 'A1 A2', 'test/names/what-a-request-names.spec.ts', 'one and the same'],
  ['says-who-may-before-who-may-see', 'A2', 'test/names/acts-on-what-is-hidden.spec.ts', 'is answered as if'],
  ['answers-anybody-for-a-repeat', 'R8 A2', 'test/names/acts-on-what-is-hidden.spec.ts', 'is not theirs'],
  ['shows-what-it-could-not-log', 'A6', 'test/faults/view-log.spec.ts', 'is not shown'],
  ['marks-a-notice-sent-before-it-is', 'R10', 'test/notices/outbox.spec.ts', 'sends everything once'],
  ['gives-a-notice-a-new-number-each-time', 'R10', 'test/notices/outbox.spec.ts', 'sends again under the same number'],
  ['never-sweeps', 'D1 D2', 'test/deadlines/disturbed.spec.ts', 'with every timer dead'],
  ['stamps-a-date-when-it-is-noticed', 'D2 D3', 'test/deadlines/clocks.spec.ts', 'is put right again'],
  ['acts-while-clocks-differ', 'D6', 'test/deadlines/clocks.spec.ts', 'is a day ahead'],
  ['lets-one-row-stop-the-rest', 'D5', 'test/rows-apart.spec.ts', 'in reminders'],
  ['takes-a-full-mailbox-for-the-provider', 'R10', 'test/notices/outbox.spec.ts', 'keeps one full mailbox apart'],
  ['takes-a-closing-day-for-worked', 'D5', 'test/deadlines/clocks.spec.ts', 'moves the date by an event'],
  [
    'does-not-wait-for-a-position',
    'P3',
    'test/journeys/late-read-models.spec.ts',
    'An instance whose read models are behind the log',
  ],
  [
    'forgets-a-noted-head',
    'H3',
    'src/platform/event-store/sqlite/verify-log.spec.ts',
    'Verifying the log against a head',
  ],
  ['lets-silence-close-a-dispute', 'D7', 'test/process/properties.spec.ts', 'Under house'],
  ['lists-what-is-late-by-the-day-in-greenwich', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  ['takes-one-answer-of-several-for-all', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  ['runs-a-paused-clock', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  ['runs-a-clock-after-a-death', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  ['waits-for-a-stage-that-was-recalled', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  ['lets-the-proposer-agree', 'A8', 'test/journeys/roles.spec.ts', 'a post from which cases are read'],
  ['shows-cases-before-the-council-is-open', 'A8', 'test/journeys/opening.spec.ts', 'a council that is being set up'],
  ['waits-for-an-answer-after-the-end', 'D1', 'test/process/every-door.spec.ts', 'says the same'],
  [
    'lets-managers-register-children',
    'A1',
    'test/access/matrix.spec.ts',
    'The access matrix, over HTTP says of each chosen cell',
  ],
  [
    'lists-restricted-informal-disputes',
    'A1 A4',
    'test/access/matrix.spec.ts',
    'The access matrix, over HTTP says of every cell',
  ],
  ['leaves-what-follows-to-the-sweep', 'A5', 'test/journeys/at-the-next-request.spec.ts', 'At the next request'],
  [
    'opens-a-death-until-it-is-on-record',
    'A5',
    'test/journeys/at-the-next-request.spec.ts',
    'A service that is stopped',
  ],
  [
    'counts-one-measure-wrongly',
    'H2 P1',
    'test/recount/recount.spec.ts',
    'The count made apart agrees with every cell of councils',
  ],
  [
    'takes-an-end-without-outcome-for-resolved',
    'H2 P1',
    'test/recount/recount.spec.ts',
    'The count made apart agrees with every cell of councils',
  ],
  [
    'counts-a-round-at-the-level-of-today',
    'H2 P1',
    'test/recount/recount.spec.ts',
    'The count made apart agrees with every cell of councils',
  ],
  [
    'says-0-where-nobody-knows',
    'P1',
    'test/recount/recount.spec.ts',
    'The count made apart agrees with every cell of councils',
  ],
  [
    'leaves-a-row-out-of-an-export',
    'B5',
    'test/recount/comes-back.spec.ts',
    'A register that leaves and comes back gives the same figures of councils',
  ],
  [
    'lists-what-stands-still-as-late',
    'D1',
    'projections/dispute-register/dispute-register.queries.spec.ts',
    'disputes of the register are not late while',
  ],
  [
    'forgets-how-far-a-row-is-folded',
    'P1',
    'projections/dispute-register/dispute-register.queries.spec.ts',
    'disputes of the register say up to which event',
  ],
  [
    'takes-the-moment-it-was-due-for-in-time',
    'D1',
    'projections/answers/answers.spec.ts',
    'the answer of a round is in time to the last minute',
  ],
  ['keeps-adjoining-imports-apart', 'H2', 'src/reports/coverage.spec.ts', 'The periods of two imports'],
  [
    'tells-of-the-past-as-people-want-it-now',
    'R10',
    'test/notices/outbox.spec.ts',
    'the outbox tells people of an event',
  ],
  ['calls-a-matter-by-who-is-told', 'X7', 'test/notices/no-names.spec.ts', 'no notice holds a name'],
  ['chases-after-a-death', 'D1', 'test/notices/need-when-it-goes.spec.ts', 'A message that waits and is routine'],
  ['lets-clocks-differ-by-hours', 'D6', 'test/deadlines/clocks.spec.ts', 'differs by more than five minutes'],
  [
    'lets-the-clock-fall-hours-behind-the-record',
    'D6',
    'test/deadlines/clocks.spec.ts',
    'is behind what is on record by more than five minutes',
  ],
  [
    'skips-every-seventh-hash',
    'H3',
    'src/platform/event-store/sqlite/verify-log.spec.ts',
    'Verifying the log finds a change to any event',
  ],
  [
    'leaves-a-small-number-below-the-threshold',
    'G1',
    'test/disclosure/disclosure.spec.ts',
    'What is hidden stays hidden',
  ],
  [
    'hides-as-if-all-had-what-the-board-has',
    'G1',
    'test/disclosure/papers-of-a-council.spec.ts',
    'From no paper follows what others alone were told',
  ],
  ['takes-the-first-of-a-name', 'A1', 'test/journeys/people-are-ids.spec.ts', 'Two people of one name'],
];

const folder = mkdtempSync(join(tmpdir(), 'footprint-planted-'));

/** Whether the test notices the fault, in as many cases as `script/test` tries. */
const runWith = async (fault, file, test) => {
  const results = join(folder, `${fault}.json`);
  const told = [file, '--testNamePattern', test, '--setupFiles', './test/faults/planted.mjs', '--forceExit'];
  const env = { ...process.env, FOOTPRINT_PLANTED: fault, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  const child = spawn('npx', ['--no-install', 'jest', ...told, '--json', '--outputFile', results], {
    stdio: 'ignore',
    env,
  });
  await once(child, 'close');
  if (!existsSync(results)) return 'the test could not be run';
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'pending');
  const failures = ran.flatMap(({ failureMessages }) => failureMessages);
  if (ran.length === 0) return 'the test could not be run';
  if (failures.length === 0) return 'NOT NOTICED';
  // A failure of another kind, such as a program that does not start, does not count as noticing.
  const noticed = failures.some((message) =>
    ['expect(', 'WrongAnswer', 'Property failed'].some((sign) => message.includes(sign)),
  );
  return noticed ? 'noticed' : `failed otherwise: ${failures[0].split('\n')[0]}`;
};

const named = process.argv.slice(2);
const wanted = TABLE.filter(([fault]) => named.length === 0 || named.includes(fault));
const missed = [];
try {
  for (const [fault, promise, file, test] of wanted) {
    const outcome = await runWith(fault, file, test);
    if (outcome !== 'noticed') missed.push(fault);
    process.stdout.write(`${promise.padEnd(6)} ${fault.padEnd(40)} ${outcome.padEnd(12)} ${file}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${wanted.length - missed.length} of ${wanted.length} planted faults noticed\n`);
if (missed.length > 0 || wanted.length === 0) process.exitCode = 1;
