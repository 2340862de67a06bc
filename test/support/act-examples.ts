import type fc from 'fast-check';
import type { DisputeEvent } from '../../src/disputes/events.js';

/** The examples of one act for tests; they stand beside the act, so that a new act brings it along. */
export interface ActExamples<Act, Owned extends DisputeEvent['type'] = never> {
  /** The act with something in each field that a person might send, for random histories. */
  readonly anyAct: fc.Arbitrary<Act>;
  /** Data of one event of each type that came with this act, in the shape of today; its golden file says the same. */
  readonly events: { readonly [Type in Owned]: Extract<DisputeEvent, { type: Type }>['data'] };
  /** How people send it over HTTP, for the story of every command; null where only the program sends it, or its story is a special one. */
  readonly sent: SentInAStory | null;
}

export interface SentInAStory {
  readonly by: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Acts that come before it on the same dispute, each as its own examples send it, or as told here. */
  readonly after?: readonly (string | ({ readonly act: string } & Pick<SentInAStory, 'by' | 'body'>))[];
  /** How the raising of that dispute differs from a formal one at the first stage. */
  readonly raised?: Readonly<Record<string, unknown>>;
}

export const actExamples = <Act, Owned extends DisputeEvent['type'] = never>(
  examples: ActExamples<Act, Owned>,
): ActExamples<Act, Owned> => examples;
