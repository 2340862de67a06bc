// The whole of script/test in one run (docs/testing.md). jest.config.js runs one spec, or some, each for itself.
import each from './jest.config.js';
import { groupsOf, specsAlone } from './test/together/specs.ts';

const { testMatch: _, maxWorkers: __, setupFiles: ___, workerIdleMemoryLimit, testTimeout, ...rest } = each;
const common = {
  ...rest,
  testEnvironment: '<rootDir>/test/together/environment.mjs',
  // Jest would take away the properties of what it finds in its global object at the end, and some of it is Node's.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: { '^.+\\.ts$': '<rootDir>/test/together/by-node.mjs' },
};

const together = (part) => ({
  ...common,
  displayName: part,
  testMatch: groupsOf(part).map((group) => `<rootDir>/test/together/${part}/${group}.ts`),
});

const inProduction = (log) => ({
  ...common,
  displayName: `on ${log}`,
  testEnvironmentOptions: { ...common.testEnvironmentOptions, variables: { FOOTPRINT_TEST_LOG: log } },
  testMatch: ['<rootDir>/test/together/production/journeys.ts'],
});

/** @type {import('jest').Config} */
export default {
  projects: [
    together('rules'),
    together('proofs'),
    {
      ...common,
      displayName: 'alone',
      testMatch: specsAlone().map((spec) => `<rootDir>/${spec}`),
    },
    inProduction('eventstoredb'),
    inProduction('instances'),
  ],
  testSequencer: './test/together/sequencer.mjs',
  reporters: ['default', './test/together/seconds.mjs'],
  // What waits leaves a processor to what computes.
  maxWorkers: 3,
  workerIdleMemoryLimit,
  testTimeout,
};
