import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PROOFS = JSON.parse(readFileSync(join(ROOT, 'test/proofs.json'), 'utf8'));

/** Says at the end which proofs took longer than docs/testing.md has it. That fails nothing: another machine is busy. */
export default class Seconds {
  #taken = new Map();

  onTestResult(_test, { testFilePath, testResults }) {
    for (const { ancestorTitles, duration } of testResults) {
      const inGroup = ancestorTitles[0]?.endsWith('.spec.ts');
      const spec = inGroup ? ancestorTitles[0] : relative(ROOT, testFilePath);
      this.#taken.set(spec, (this.#taken.get(spec) ?? 0) + (duration ?? 0) / 1_000);
    }
  }

  onRunComplete() {
    for (const [name, { file, seconds }] of Object.entries(PROOFS)) {
      const taken = Math.round(this.#taken.get(file) ?? 0);
      if (taken > seconds)
        process.stderr.write(`The proof ${name} took ${taken} s; docs/testing.md has ${seconds} s.\n`);
    }
  }
}
