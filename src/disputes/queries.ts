import { ListActionsHandler } from './actions/actions.query.js';
import { ListAnswersHandler } from './answers/answers.query.js';
import { ReadAlreadyThereHandler } from './acts/raise/already-there.query.js';
import { ReadWhoOpenedHandler } from './who-opened/who-opened.query.js';
import { ListEmergencyAccessHandler, ListOwnEmergenciesHandler } from './emergencies/emergencies.query.js';
import { ListDisputesAsCsvHandler } from './list/list-csv.query.js';
import { ListDisputesHandler } from './list/list.query.js';
import { ReadDisputeHandler, ReadDisputeHistoryHandler } from './read/read.query.js';
import { ReadWhyNotHandler } from './read/why-not.query.js';
import { OpenDocumentHandler } from './documents/document.query.js';
import { ReadOutlineHandler } from './outline/outline.query.js';
import { ReadAdviceAloneHandler } from './legal-advice/advice-alone.query.js';
import { ReadLetterHandler } from './letter/letter.query.js';
import { ReadRecordCopyHandler } from './record-copy/record-copy.query.js';
import { CountToFileHandler, ListToFileHandler } from './to-file/to-file.query.js';
import { ListToBeDecidedHandler } from './to-be-decided/to-be-decided.query.js';
import { ReadDisputeViewsHandler } from './views/views.query.js';

/** The class that answers every question about disputes. */
export const disputeQueries = [
  ReadDisputeHandler,
  ReadDisputeHistoryHandler,
  ReadWhyNotHandler,
  ReadOutlineHandler,
  ReadAdviceAloneHandler,
  ReadLetterHandler,
  ReadRecordCopyHandler,
  OpenDocumentHandler,
  ListDisputesHandler,
  ListDisputesAsCsvHandler,
  ListActionsHandler,
  ListAnswersHandler,
  ListToBeDecidedHandler,
  ListToFileHandler,
  CountToFileHandler,
  ReadDisputeViewsHandler,
  ListEmergencyAccessHandler,
  ListOwnEmergenciesHandler,
  ReadWhoOpenedHandler,
  ReadAlreadyThereHandler,
];
