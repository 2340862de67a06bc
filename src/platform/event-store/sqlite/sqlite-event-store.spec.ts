import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventStoreContract } from '../event-store.contract.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describeEventStoreContract('SQLite', (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-log-'));
  const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock });
  const dispose = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, dispose };
});
