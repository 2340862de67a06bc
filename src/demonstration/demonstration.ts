import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { MeetingKeeper } from '../challenge/meeting-keeper.js';
import { SeriesDesk } from '../challenge/series-desk.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { CLOCK, DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { makeDemonstrationCouncil } from './make-council.js';

/** Makes the demonstration council where the log is still empty; a log that holds anything is left as it is. */
export const fillEmptyLog = async (
  app: INestApplicationContext,
  progress: (sentence: string) => void,
): Promise<void> => {
  if ((await app.get<EventStore>(EVENT_STORE).head()) !== undefined) return;
  await makeDemonstrationCouncil({
    commands: app.get(CommandBus),
    executor: app.get(Executor),
    directory: app.get<Directory>(DIRECTORY),
    readModels: app.get(ProjectionRunner),
    meetings: { series: app.get(SeriesDesk), keeper: app.get(MeetingKeeper) },
    protocols: app.get(ProtocolLibrary),
    calendar: await app.get(CouncilCalendar).current(),
    now: app.get<Clock>(CLOCK).now(),
    progress,
  });
};
