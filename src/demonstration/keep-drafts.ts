import { join } from 'node:path';
import { saved } from '../drafts/draft.js';
import { aboutOf } from '../drafts/drafts.js';
import { SqliteDrafts } from '../drafts/store/sqlite-drafts.js';
import type { Clock } from '../platform/clock/clock.js';
import { derivedId } from '../platform/ids.js';
import { Sealing } from '../platform/sealing/sealing.js';
import type { ScriptedDraft } from './named-drafts.js';

export const DRAFTS = 'drafts.sqlite';

/** Puts what people have begun to write into a data folder, sealed as the program seals it. */
export const keepDrafts = (
  drafts: readonly ScriptedDraft[],
  dataDir: string,
  sealingKey: Buffer,
  clock: Clock,
): void => {
  const sealing = new Sealing(sealingKey);
  const store = new SqliteDrafts(join(dataDir, DRAFTS));
  try {
    for (const { id, writer, typed, lines, ...form } of drafts) {
      const sealed = sealing.seal(aboutOf(id), JSON.stringify({ typed, lines }));
      const save = {
        id,
        writer,
        read: 0,
        form: { ...form, actingFor: null },
        command: derivedId(id, 'command'),
        sealed,
      };
      store.putOwn(saved(undefined, save, clock.now()), 0);
    }
  } finally {
    store.onApplicationShutdown();
  }
};
