import { randomBytes } from 'node:crypto';
import type { Config } from '../platform/config/config.js';
import type { DataFolder } from '../platform/event-store/data-folder.js';
import { KEY_BYTES } from '../platform/sealing/sealing.js';
import { keptSealingKey } from '../platform/sealing/sealing-key.js';

/** That of the settings, else that of the data folder; where nothing is kept on disk, one that ends with the process. */
export const sealingKeyFor = ({ sealingKey }: Pick<Config, 'sealingKey'>, folder: DataFolder | null): Buffer =>
  sealingKey ?? (folder === null ? randomBytes(KEY_BYTES) : keptSealingKey(folder.sealingKeyFile));
