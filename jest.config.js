import { createHash } from 'node:crypto';
import { TEXTS } from './test/faults/planted-text.mjs';

/** A fault in the text of a file is planted while that file is transformed. */
const transformer = process.env.FOOTPRINT_PLANTED in TEXTS ? '<rootDir>/test/faults/planted-text.mjs' : '@swc/jest';

/** @type {import('jest').Config} */
export default {
  // One name for every way of running specs of this folder, by which jest keeps what it has transformed: else each part of the whole does so anew.
  id: createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 32),
  testMatch: ['<rootDir>/{src,projections,test,bench}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      transformer,
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tools'],
  globalSetup: '<rootDir>/test/support/before-all.mjs',
  setupFiles: ['<rootDir>/test/support/plugin-names.mjs'],
  // A machine that is busy with other things is slow, and nothing of that is wrong: only what hangs is to meet this limit.
  testTimeout: 600_000,
  // Modules of a suite stay in memory after it (nodejs/node#33439): one process for all suites reached 4 GB and ended, so
  // the suites run in workers, which are replaced when they have grown past this.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
