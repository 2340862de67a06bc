import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const current = join(root, 'dist', 'assets', 'current.json');
const sources = [join(root, 'src', 'web', 'assets'), join(root, 'script', 'build-assets.mjs')];

const newestIn = (path) => {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newestIn(join(path, name))));
};

/** Before the first test: pages ask for the assets of today, and what programs of the tests load is compiled once for all of them. */
export default () => {
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
  if (existsSync(current) && statSync(current).mtimeMs >= Math.max(...sources.map(newestIn))) return;
  execFileSync(process.execPath, [join(root, 'script', 'build-assets.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
};
