import type { Provider } from '@nestjs/common';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Directory } from '../directory/directory.js';
import { Outbox } from '../notices/outbox.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { failureOf } from '../platform/logging/failure.js';
import { LogProvider } from '../platform/notices/log-provider.js';
import { NOTICES_STATUS } from '../platform/notices/status.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { RowsApart } from '../work-over-rows.js';
import { DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { followedBy } from '../platform/watching/watched-store.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import type { Composed } from './composition.js';

/** The outbox, which tells people. */
export const notices = ({ config, clock, watcher, log, notices }: Composed): Provider[] => [
  {
    provide: Outbox,
    inject: [EVENT_STORE, Executor, READ_MODELS, DIRECTORY, ProtocolLibrary, CouncilCalendar, RowsApart],
    useFactory: (
      store: EventStore,
      executor: Executor,
      readModels: ReadModels,
      directory: Directory,
      protocols: ProtocolLibrary,
      calendar: CouncilCalendar,
      troubles: RowsApart,
    ) =>
      new Outbox({
        store: followedBy('notices', store, watcher),
        ...{ executor, readModels, directory, protocols, calendar, clock, troubles, site: config.site },
        hours: config.noticeHours,
        provider: notices === 'off' ? new LogProvider() : notices,
        onTrouble: (what, error) => log?.warn(what, failureOf(error)),
        onGivenUp: (notice) => log?.warn('notice-given-up', { notice }),
        onOutcome: (outcome) => watcher.notice(outcome),
      }),
  },
  { provide: NOTICES_STATUS, useExisting: Outbox },
];
