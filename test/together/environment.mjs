import { TestEnvironment } from 'jest-environment-node';
import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { processorTime } from './processor-time.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** A test that takes so many seconds of the processor is noted by itself. */
const LONG = 1;

/** As any spec has it, with a block of tests for each of several specs that run in it. What each takes of the processor is noted for `seconds.mjs`. */
export default class Together extends TestEnvironment {
  #state;
  #block;
  #file;
  #taken = processorTime();
  #begun;

  constructor(config, context) {
    super(config, context);
    this.#file = context.testPath;
  }

  async setup() {
    await super.setup();
    /** Everything that is described while `load` runs stands in a block of this name, its hooks too. */
    this.global.inBlock = async (name, load) => {
      const around = this.#state.currentDescribeBlock;
      this.global.describe(name, () => {
        this.#block = this.#state.currentDescribeBlock;
      });
      this.#state.currentDescribeBlock = this.#block;
      try {
        await load();
      } finally {
        this.#state.currentDescribeBlock = around;
      }
    };
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
