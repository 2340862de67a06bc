import type { ChallengeMeetingEvent, MeetingSeriesEvent } from '../../src/challenge/events.js';

export type AnyMeetingEvent = ChallengeMeetingEvent | MeetingSeriesEvent;

/** The examples that tests need of one act on a meeting or a series; they stand beside the act, so that a new act brings them along. */
export interface MeetingExamples<Owned extends AnyMeetingEvent['type'] = never> {
  /** Data of one event of each type that came with this act, in the shape of today; its golden file says the same. */
  readonly events: { readonly [Type in Owned]: Extract<AnyMeetingEvent, { type: Type }>['data'] };
  /** How people send it over HTTP, for the story of every command. */
  readonly sent: SentInAStory;
}

export interface SentInAStory {
  /** @param dispute reference of a dispute at the stage from which the challenge meeting looks at it */
  body(dispute: string): Readonly<Record<string, unknown>>;
  /** The routes used before it on the same meeting or series, each as its own examples send it, or with the body told here. */
  readonly after: readonly (string | { readonly route: string; readonly body: Readonly<Record<string, unknown>> })[];
}

export const meetingExamples = <Owned extends AnyMeetingEvent['type'] = never>(
  examples: MeetingExamples<Owned>,
): MeetingExamples<Owned> => examples;
