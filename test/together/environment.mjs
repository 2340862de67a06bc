import { TestEnvironment } from 'jest-environment-node';
import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { giveToSpecs, loadNatively } from './natively.mjs';
import { processorTime } from './processor-time.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** What values are compared by. Those that the specs compare are Node's, so jest must not have others of its own, for which no error is an `Error`. */
const OF_NODE = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'BigInt', 'Date', 'RegExp', 'Map', 'Set'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
];
/** A test that takes so many seconds of the processor is noted by itself. */
const LONG = 1;

/**
 * The specs and what they import are loaded by Node (`natively.mjs`), with a block of tests for each spec of a group. What each takes of the
 * processor is noted for `seconds.mjs`.
 */
export default class Together extends TestEnvironment {
  #state;
  #block;
  #file;
  #run;
  #variables;
  #taken = processorTime();
  #begun;

  constructor(config, context) {
    super(config, context);
    this.#file = context.testPath;
    this.#run = config.projectConfig.displayName.name;
    this.#variables = config.projectConfig.testEnvironmentOptions.variables ?? {};
    // The timers that specs fake are Node's own.
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: globalThis });
  }

  async setup() {
    await super.setup();
    for (const name of OF_NODE) this.global[name] = globalThis[name];
    Object.assign(process.env, this.#variables);
    // Node itself finds the lines of what it has loaded.
    Error.prepareStackTrace = undefined;
    const load = (path) => loadNatively(path, this.#run);
    /** For the file that jest is given (`by-node.mjs`). */
    this.global.begin = (ofJest) => {
      giveToSpecs(ofJest);
      return load(this.#file);
    };
    /** Everything that is described while a spec is loaded stands in a block of its name, its hooks too. */
    globalThis.inBlock = async (name) => {
      const around = this.#state.currentDescribeBlock;
      this.global.describe(name, () => {
        this.#block = this.#state.currentDescribeBlock;
      });
      this.#state.currentDescribeBlock = this.#block;
      try {
        await load(join(ROOT, name));
      } finally {
        this.#state.currentDescribeBlock = around;
      }
    };
  }

  async teardown() {
    for (const name of Object.keys(this.#variables)) delete process.env[name];
    await super.teardown();
  }

  /** The first of its events comes before any test is described. */
  handleTestEvent({ name, describeBlock, test }, state) {
    this.#state = state;
    if (name === 'test_start') this.#begun = process.cpuUsage();
    if (name === 'test_done') this.#noteTest(test);
    if (name === 'run_start') this.#note('loading');
    if (name === 'run_describe_finish' && describeBlock.parent?.parent === undefined) this.#note(describeBlock.name);
  }

  /**
   * Of the processor, since the last note. A block of a group has the path of its spec for a name. A browser that ended took along what its
   * own processes had taken, so that it may be less than before.
   */
  #note(what) {
    const notes = process.env.FOOTPRINT_PROCESSOR_TIME;
    const now = processorTime();
    if (notes === undefined || now === undefined) return;
    const part = what === 'loading' || what.endsWith('.spec.ts') ? what : undefined;
    appendFileSync(notes, `${JSON.stringify({ file: this.#file, part, seconds: Math.max(0, now - this.#taken) })}\n`);
    this.#taken = now;
  }

  /** Of this process alone, since to ask for all of them takes longer than most tests. */
  #noteTest({ name, parent }) {
    const notes = process.env.FOOTPRINT_PROCESSOR_TIME;
    const { user, system } = process.cpuUsage(this.#begun);
    const seconds = (user + system) / 1e6;
    if (notes === undefined || seconds < LONG) return;
    const names = [name];
    for (let block = parent; block?.parent !== undefined; block = block.parent) names.unshift(block.name);
    const spec = names[0].endsWith('.spec.ts') ? names.shift() : relative(ROOT, this.#file);
    appendFileSync(notes, `${JSON.stringify({ spec, test: names.join(' '), seconds })}\n`);
  }
}
