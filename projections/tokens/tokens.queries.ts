import type { ReadModels } from '../../src/platform/projections/projection.js';
import type { TokenRow } from './tokens.js';

/** Every token there has been, the newest first. */
export const everyToken = (readModels: ReadModels): TokenRow[] =>
  readModels.all<TokenRow>('SELECT * FROM tokens ORDER BY created_at DESC, token');
