import { ListAcknowledgementsAsCsvHandler } from './list/list-csv.query.js';
import { ListAcknowledgementsHandler } from './list/list.query.js';
import { ReadAcknowledgementHandler } from './read/read.query.js';
import { ListWhatToPraiseHandler } from './thank/well-done.query.js';
import { ReadAcknowledgementViewsHandler } from './views/views.query.js';

/** The class that answers every question about acknowledgements. */
export const acknowledgementQueries = [
  ListAcknowledgementsHandler,
  ListAcknowledgementsAsCsvHandler,
  ReadAcknowledgementHandler,
  ReadAcknowledgementViewsHandler,
  ListWhatToPraiseHandler,
];
