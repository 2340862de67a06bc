// Plants changes chosen by chance into a copy of the program, one at a time, and says which of them no test notices: script/mutations.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { mutationsOf } from './mutations-of.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** Not copied: what is not of the program, or is linked. */
const LEFT_OUT = ['node_modules', '.git', '.tools', '.data'];
/** Where the rules are whose tests are tried. */
const RULES = ['src/disputes/**/*.ts', 'src/access/**/*.ts', 'src/deadlines/**/*.ts', 'projections/**/*.ts'];
/** Words, forms and what the types alone say are not rules. */
const NO_RULES = /\.(spec|text|dto|page|events|examples|contract|d)\.ts$|(^|\/)(events|index)\.ts$/;
/** Asked of every change that the specs beside the file have not noticed, in this order. */
const THEN = ['test/together/rules', 'test/together/proofs/(process|notices|recount|every-request|journeys-.)'];
/** A change by which a test never ends was noticed. */
const LONGEST = 900_000;

const [count = '40', ...named] = process.argv.slice(2);
const seed = Number(process.env.FOOTPRINT_SEED ?? Date.now() % 1_000_000);
const chance = xoroshiro128plus(seed);

const files =
  named.length > 0
    ? named
    : globSync(RULES, { cwd: ROOT })
        .filter((file) => !NO_RULES.test(file))
        .sort();
const all = files.flatMap((file) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return mutationsOf(file, source).map((mutation) => ({ file, source, ...mutation }));
});
const chosen = [];
while (chosen.length < Number(count) && all.length > 0)
  chosen.push(...all.splice(uniformInt(chance, 0, all.length - 1), 1));

const inWords = ({ file, source, from, to, instead }) => {
  const line = source.slice(0, from).split('\n').length;
  const there = source.slice(from, to).replaceAll(/\s+/g, ' ');
  return `${file}:${line}  ${there.length > 60 ? `${there.slice(0, 60)}…` : there} → ${instead}`;
};

/** A copy of the program in which one change at a time is made. */
const makeCopy = () => {
  const copy = mkdtempSync(join(tmpdir(), 'footprint-mutations-'));
  for (const each of readdirSync(ROOT).filter((name) => !LEFT_OUT.includes(name)))
    cpSync(join(ROOT, each), join(copy, each), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

/** @returns whether the specs pass */
const pass = async (copy, words) => {
  const told = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--forceExit', '--silent', '--bail', '-w', '1', ...words];
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const env = { ...process.env, NODE_OPTIONS: flags.join(' ') };
  const child = spawn(process.execPath, told, { cwd: copy, env, stdio: 'ignore', timeout: LONGEST });
  const [code] = await once(child, 'close');
  return code === 0;
};

const together = ['--config', 'jest.together.config.js'];

/** The specs of the folder of a file and of the folders in it, and those of the folder above. */
const beside = (copy, file) => {
  const folder = dirname(file);
  return globSync([`${folder}/**/*.spec.ts`, `${dirname(folder)}/*.spec.ts`], { cwd: copy });
};

/** @returns by which tests the change was noticed, or null */
const noticedBy = async (copy, { file, source, from, to, instead }) => {
  const specs = beside(copy, file);
  writeFileSync(join(copy, file), source.slice(0, from) + instead + source.slice(to));
  try {
    if (specs.length > 0 && !(await pass(copy, ['--runTestsByPath', ...specs]))) return 'its own specs';
    for (const which of THEN) if (!(await pass(copy, [...together, which]))) return which;
    return null;
  } finally {
    writeFileSync(join(copy, file), source);
  }
};

process.stdout.write(`${chosen.length} of ${chosen.length + all.length} changes, seed ${seed}\n`);
const copies = Array.from({ length: availableParallelism() }, makeCopy);
const survived = [];
const waiting = [...chosen];
let noticed = 0;
try {
  // Where the tests fail without a change, every change would count as noticed.
  for (const which of THEN)
    if (!(await pass(copies[0], [...together, which]))) throw new Error(`${which} fails where nothing was changed.`);
  await Promise.all(
    copies.map(async (copy) => {
      for (let mutation = waiting.pop(); mutation !== undefined; mutation = waiting.pop()) {
        const by = await noticedBy(copy, mutation);
        if (by === null) survived.push(mutation);
        else noticed++;
        process.stdout.write(`${(by ?? 'NOT NOTICED').padEnd(24)} ${inWords(mutation)}\n`);
      }
    }),
  );
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
const score = ((100 * noticed) / (noticed + survived.length)).toFixed(1);
process.stdout.write(`${noticed} of ${noticed + survived.length} changes noticed, ${score} of a hundred\n`);
for (const each of survived) process.stdout.write(`  ${inWords(each)}\n`);
