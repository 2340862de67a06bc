import type { FeedTable } from './feed-table.js';
import { acknowledgements } from './tables/acknowledgements.js';
import { actions } from './tables/actions.js';
import { checks } from './tables/checks.js';
import { disputes } from './tables/disputes.js';
import { rounds } from './tables/rounds.js';

/** Every table of the feed. Rows of one are joined to those of another by `reference`. */
export const FEED_TABLES: readonly FeedTable[] = [disputes, rounds, actions, acknowledgements, checks];
