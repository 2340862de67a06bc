import { TestEnvironment } from 'jest-environment-node';

/** As any spec has it, with a block of tests for each of several specs that run in it. */
export default class Together extends TestEnvironment {
  #state;

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

  #block;

  /** The first of its events comes before any test is described. */
  handleTestEvent(_event, state) {
    this.#state = state;
  }
}
