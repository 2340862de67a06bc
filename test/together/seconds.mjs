import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PROOFS = JSON.parse(readFileSync(join(ROOT, 'test/proofs.json'), 'utf8'));
/** So many specs are named for what they take of the processor. */
const NAMED = 12;
/** What everything took of the processor. */
const WHOLE_LIST = join(ROOT, 'node_modules/.cache/processor-time.txt');

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
    const lines = readFileSync(this.#notes, 'utf8').split('\n').slice(0, -1);
    const notes = lines.map((line) => JSON.parse(line));
    const ofSpecs = notes.filter(({ test }) => test === undefined);
    if (ofSpecs.length === 0) return;
    mkdirSync(dirname(WHOLE_LIST), { recursive: true });
    writeFileSync(WHOLE_LIST, wholeList(ofSpecs, notes).join(''));
    const all = ofSpecs.reduce((sum, { seconds }) => sum + seconds, 0);
    process.stderr.write(
      `The specs took ${Math.round(all)} s of the processor (all of them: ${relative(ROOT, WHOLE_LIST)}). Most of it:\n`,
    );
    const most = summed(ofSpecs, ({ file, part }) => part ?? relative(ROOT, file));
    process.stderr.write(most.slice(0, NAMED).map(inOneLine).join(''));
  }
}

/** Every spec, and each file to be loaded, with the tests of it that took long beneath it. */
const wholeList = (ofSpecs, notes) => {
  const tests = notes.filter(({ test }) => test !== undefined).sort((one, other) => other.seconds - one.seconds);
  const nameOf = ({ file, part }) => {
    const path = relative(ROOT, file);
    return part === 'loading' ? `loading ${path}` : (part ?? path);
  };
  return summed(ofSpecs, nameOf).flatMap(([spec, seconds]) => [
    inOneLine([spec, seconds]),
    ...tests
      .filter(({ spec: of }) => of === spec)
      .map(({ test, seconds: ofTest }) => `    ${inOneLine([test, ofTest])}`),
  ]);
};

/** The seconds of each name, most first. */
const summed = (notes, nameOf) => {
  const taken = new Map();
  for (const note of notes) taken.set(nameOf(note), (taken.get(nameOf(note)) ?? 0) + note.seconds);
  return [...taken].sort(([, one], [, other]) => other - one);
};

const inOneLine = ([name, seconds]) => `${seconds.toFixed(1).padStart(8)} s ${name}\n`;
