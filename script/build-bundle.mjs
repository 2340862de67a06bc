// Puts the modules of the built program together into few files, dist/footprint/, which load sooner than thousands do
// (docs/decisions/0037-the-program-starts-from-few-files.md). It is given what the compiler wrote, never TypeScript: only the compiler writes
// the types of parameters, by which Nest and class-validator know what they are given.
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiled = join(root, 'dist', 'src');
const bundle = join(root, 'dist', 'footprint');

/** Packages that look for files of their own beside themselves, and those that most runs never load. */
const LEFT_AS_THEY_ARE = [
  'better-sqlite3',
  'highs',
  'pdfkit',
  '@eventstore/db-client',
  'bullmq',
  'ioredis',
  'nodemailer',
  'notifications-node-client',
  '@opentelemetry/*',
];

/** Packages that Nest asks for and does without where they are not installed. */
const NOT_INSTALLED = [
  '@nestjs/microservices',
  '@nestjs/websockets',
  '@nestjs/platform-express',
  '@fastify/multipart',
  '@fastify/view',
];

/** The path of a compiled file as it is said in the bundle, wherever the program is installed. */
const fromTheBundle = (path) => `new URL(${JSON.stringify(relative(bundle, path))}, import.meta.url)`;

/** A module that looks for a file of the program looks from where it stands itself, not from the file that it was put into. */
const fromWhereItStands = {
  name: 'from-where-it-stands',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/dist\/src\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/\bimport\.meta\.(dirname|url)\b/g, (_, which) =>
        which === 'url'
          ? `${fromTheBundle(path)}.href`
          : `decodeURIComponent(${fromTheBundle(dirname(path))}.pathname)`,
      ),
    })),
};

rmSync(bundle, { recursive: true, force: true });
await build({
  entryPoints: [join(compiled, 'main.js'), join(compiled, 'cli.js')],
  outdir: bundle,
  bundle: true,
  // A module that is loaded only when it is needed stays so, and what both need is there once.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  external: [...LEFT_AS_THEY_ARE, ...NOT_INSTALLED],
  plugins: [fromWhereItStands],
  // The description of the API, errors and the parts of Nest go by the names of classes.
  keepNames: true,
  // For src/platform/logging/lines-of-sources.ts.
  sourcemap: true,
  sourcesContent: false,
  // Packages of the older kind of module ask for parts of Node by this.
  banner: {
    js: `import { createRequire as requireOfNode } from 'node:module'; const require = requireOfNode(import.meta.url);`,
  },
  logLevel: 'warning',
});
