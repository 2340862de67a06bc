// Runs the test that should notice each planted fault (planted.mjs), and fails where one does not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each fault, the promise it breaks, and where it must be noticed: a file, and the beginning of a test's name. */
const TABLE = JSON.parse(readFileSync(join(import.meta.dirname, 'planted-faults.json'), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'footprint-planted-'));

/** Whether the test notices the fault, with as many cases as `script/test` tries. */
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
const wanted = TABLE.filter(({ fault }) => named.length === 0 || named.includes(fault));
const missed = [];
try {
  for (const { fault, promise, spec: file, test } of wanted) {
    const outcome = await runWith(fault, file, test);
    if (outcome !== 'noticed') missed.push(fault);
    process.stdout.write(`${promise.padEnd(6)} ${fault.padEnd(40)} ${outcome.padEnd(12)} ${file}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${wanted.length - missed.length} of ${wanted.length} planted faults noticed\n`);
if (missed.length > 0 || wanted.length === 0) process.exitCode = 1;
