import type { Provider } from '@nestjs/common';
import { KEEPS_TOO_LATE } from '../access/too-late.js';
import { DraftAccess } from '../drafts/draft-access.js';
import { Drafts } from '../drafts/drafts.js';
import { DraftsLeftBehind } from '../drafts/left-behind.js';
import { DraftsOfForms } from '../drafts/drafts-of-forms.js';
import { KeptTooLate } from '../drafts/kept-too-late.js';
import { DRAFT_STORE, type DraftStore } from '../drafts/store/draft-store.js';
import { RedisDrafts } from '../drafts/store/redis-drafts.js';
import { SharedDrafts } from '../drafts/store/shared-drafts.js';
import { SqliteDrafts } from '../drafts/store/sqlite-drafts.js';
import type { Config } from '../platform/config/config.js';
import type { DataFolder } from '../platform/event-store/data-folder.js';
import { failureOf } from '../platform/logging/failure.js';
import { Sealing } from '../platform/sealing/sealing.js';
import { FORM_DRAFTS } from '../web/forms/form-drafts.js';
import type { Composition } from './composition.js';
import { DATA_FOLDER } from './record.js';
import { sealingKeyFor } from './sealing-key.js';

/** The drafts that people have begun and not sent: the store that keeps them, and the key that seals them. */
export const drafts = (config: Config, { log }: Composition): Provider[] => [
  {
    provide: DRAFT_STORE,
    inject: [DATA_FOLDER],
    useFactory: (folder: DataFolder | null) => storeFor(config, folder, log),
  },
  {
    provide: Sealing,
    inject: [DATA_FOLDER],
    useFactory: (folder: DataFolder | null) => new Sealing(sealingKeyFor(config, folder)),
  },
  DraftAccess,
  DraftsLeftBehind,
  Drafts,
  { provide: KEEPS_TOO_LATE, useClass: KeptTooLate },
  { provide: FORM_DRAFTS, useClass: DraftsOfForms },
];

/** Before every key, as before those of the alarms. */
const PREFIX = 'footprint';

/** In the instance’s own file; and where instances share their work over Redis, there too. */
const storeFor = async (
  { redisUrl }: Config,
  folder: DataFolder | null,
  log: Composition['log'],
): Promise<DraftStore> => {
  const own = new SqliteDrafts(folder?.draftsFile ?? ':memory:');
  if (redisUrl === null) return own;
  const onTrouble = (error: unknown): void => log?.warn('redis', failureOf(error));
  const { RedisConnections } = await import('../platform/jobs/bullmq/redis-connections.js');
  // Every caller notices by itself that Redis is away, so the connection reports no error.
  const connections = new RedisConnections(redisUrl, () => undefined);
  const redis = connections.forCommands();
  redis.connect().catch(() => undefined);
  return new SharedDrafts({
    ...{ own, shared: new RedisDrafts(redis, PREFIX), onTrouble },
    close: () => connections.close(),
  });
};
