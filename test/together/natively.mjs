import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import each from '../../jest.config.js';

/*
 * Node itself loads the specs of script/test and what they import, once for each process that runs them. Jest would load every module anew
 * for each file that it is given, and code that runs within jest's own global object takes longer for everything (docs/testing.md).
 */

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = `${pathToFileURL(ROOT).href}/`;
const PACKAGES = `${SOURCES}node_modules/`;

/** What was compiled is kept, since all processes load the same files. */
const KEPT = join(ROOT, 'node_modules/.cache/natively');

/** As jest compiles them, with the map by which an error names the line of the source. */
const [, swc] = each.transform['^.+\\.ts$'];
const COMPILE = { ...swc, sourceMaps: 'inline', configFile: false, swcrc: false };

/** Where the specs find what `@jest/globals` has for the group that runs now. */
const OF_JEST = 'footprint: of jest';
const GLOBALS = 'footprint:jest-globals';

const isSource = (url) => url?.startsWith(SOURCES) && !url.startsWith(PACKAGES) && /\.ts(\?|$)/.test(url);

const compiled = (path) => {
  const source = readFileSync(path, 'utf8');
  const hash = createHash('sha256')
    .update([JSON.stringify(COMPILE), path, source].join('\0'))
    .digest('hex');
  const kept = join(KEPT, hash);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(source, { ...COMPILE, filename: path });
  // Another process may write the same now, and none may read half a file.
  const beside = `${kept}.${process.pid}`;
  writeFileSync(beside, code);
  renameSync(beside, kept);
  return code;
};

/** The module in place of `@jest/globals`: it is loaded once for all groups of a process, so each name asks at every call for what it is now. */
const moduleOfGlobals = (names) => `
const now = (name) => globalThis[Symbol.for('${OF_JEST}')][name];
const asked = (name) => new Proxy(() => {}, {
  apply: (_, __, given) => now(name)(...given),
  get: (_, key) => now(name)[key],
});
${names.map((name) => `export const ${name} = asked('${name}');`).join('\n')}
`;

let areHooksSet = false;

const setHooks = (names) => {
  if (areHooksSet) return;
  areHooksSet = true;
  mkdirSync(KEPT, { recursive: true });
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
      if (specifier.startsWith('.') && specifier.endsWith('.js') && isSource(context.parentURL)) {
        const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
        if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      if (url === GLOBALS) return { format: 'module', source: moduleOfGlobals(names), shortCircuit: true };
      if (isSource(url)) return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
      return next(url, context);
    },
  });
};

/** Gives the specs what `@jest/globals` has for the file that jest runs now. */
export const giveToSpecs = (ofJest) => {
  globalThis[Symbol.for(OF_JEST)] = ofJest;
  setHooks(Object.keys(ofJest));
};

/** Loads a file of tests, once for each run by name; what it imports is loaded once. */
export const loadNatively = (path, run) => import(`${pathToFileURL(path).href}?${encodeURIComponent(run)}`);
