import { TestEnvironment } from 'jest-environment-node';
import { appendFileSync } from 'node:fs';
import { processorTime } from './processor-time.mjs';

/** As any spec has it, with a block of tests for each of several specs that run in it. What each takes of the processor is noted for `seconds.mjs`. */
export default class Together extends TestEnvironment {
  #state;
  #block;
  #file;
  #taken = processorTime();

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
  handleTestEvent({ name, describeBlock }, state) {
    this.#state = state;
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
    const spec = what === 'loading' || what.endsWith('.spec.ts') ? what : this.#file;
    appendFileSync(notes, `${JSON.stringify({ spec, seconds: Math.max(0, now - this.#taken) })}\n`);
    this.#taken = now;
  }
}
