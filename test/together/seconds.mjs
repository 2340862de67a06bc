import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PROOFS = JSON.parse(readFileSync(join(ROOT, 'test/proofs.json'), 'utf8'));
/** So many specs are named for what they take of the processor. */
const NAMED = 12;

/**
 * Says at the end which specs took most of the processor, and which proofs took longer than docs/testing.md has it. That fails nothing: another
 * machine is busy.
 */
export default class Seconds {
  #taken = new Map();
  #folder = mkdtempSync(join(tmpdir(), 'footprint-seconds-'));
  #notes = join(this.#folder, 'processor-time');

  onRunStart() {
    writeFileSync(this.#notes, '');
    // The processes that run the specs are given it, and write to it.
    process.env.FOOTPRINT_PROCESSOR_TIME = this.#notes;
  }

  onTestResult(_test, { testFilePath, testResults }) {
    for (const { ancestorTitles, duration } of testResults) {
      const inGroup = ancestorTitles[0]?.endsWith('.spec.ts');
      const spec = inGroup ? ancestorTitles[0] : relative(ROOT, testFilePath);
      this.#taken.set(spec, (this.#taken.get(spec) ?? 0) + (duration ?? 0) / 1_000);
    }
  }

  onRunComplete() {
    this.#sayProcessorTime();
    for (const [name, { file, seconds }] of Object.entries(PROOFS)) {
      const taken = Math.round(this.#taken.get(file) ?? 0);
      if (taken > seconds)
        process.stderr.write(`The proof ${name} took ${taken} s; docs/testing.md has ${seconds} s.\n`);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #sayProcessorTime() {
    const taken = new Map();
    for (const line of readFileSync(this.#notes, 'utf8').split('\n').slice(0, -1)) {
      const { spec, seconds } = JSON.parse(line);
      const name = spec.startsWith('/') ? relative(ROOT, spec) : spec;
      taken.set(name, (taken.get(name) ?? 0) + seconds);
    }
    if (taken.size === 0) return;
    const all = [...taken.values()].reduce((sum, seconds) => sum + seconds, 0);
    const most = [...taken].sort(([, one], [, other]) => other - one).slice(0, NAMED);
    process.stderr.write(`The specs took ${Math.round(all)} s of the processor. Most of it:\n`);
    for (const [name, seconds] of most) process.stderr.write(`${String(Math.round(seconds)).padStart(6)} s ${name}\n`);
  }
}
