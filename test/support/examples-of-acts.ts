import { DISPUTE_ACTS, type DisputeAct, type DisputeActType } from '../../src/disputes/acts/all-acts.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { ActExamples } from './act-examples.js';

/** The contents of `<act>.examples.ts` in the folder of each act, by the name of the act. */
export const EXAMPLES_OF_ACTS: ReadonlyMap<DisputeActType, ActExamples<DisputeAct, DisputeEvent['type']>> = new Map(
  await Promise.all(
    DISPUTE_ACTS.map(async ({ type }) => {
      const { examples } = (await import(`../../src/disputes/acts/${type}/${type}.examples.js`)) as {
        examples: ActExamples<DisputeAct, DisputeEvent['type']>;
      };
      return [type, examples] as const;
    }),
  ),
);
