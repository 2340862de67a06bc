import { MEETING_ACTS } from '../../src/challenge/meeting/acts/all-acts.js';
import { SERIES_ACTS } from '../../src/challenge/series/acts/all-acts.js';
import type { AnyMeetingEvent, MeetingExamples } from './meeting-examples.js';

type Examples = ReadonlyMap<string, MeetingExamples<AnyMeetingEvent['type']>>;

const examplesIn = async (things: 'meeting' | 'series', folders: readonly string[]): Promise<Examples> =>
  new Map(
    await Promise.all(
      folders.map(async (folder) => {
        const module = (await import(`../../src/challenge/${things}/acts/${folder}/${folder}.examples.js`)) as {
          examples: MeetingExamples<AnyMeetingEvent['type']>;
        };
        return [folder, module.examples] as const;
      }),
    ),
  );

/** The contents of `<route>.examples.ts` in the folder of each route of an act on a meeting, by the name of the route. */
export const EXAMPLES_OF_MEETINGS = await examplesIn(
  'meeting',
  MEETING_ACTS.flatMap(({ routes }) => routes),
);
/** The same for a series. */
export const EXAMPLES_OF_SERIES = await examplesIn(
  'series',
  SERIES_ACTS.flatMap(({ routes }) => routes),
);

/** The example of each event, by its type. */
export const eventsIn = (examples: Examples): { readonly [type: string]: object } =>
  Object.assign({}, ...[...examples.values()].map(({ events }) => events)) as { readonly [type: string]: object };
