import type { Type } from '@nestjs/common';
import { routesOfActs } from '../platform/http/routes-of-acts.js';
import { DISPUTE_ACTS } from './acts/all-acts.js';
import { ActionsApi } from './actions/actions.api.js';
import { AnswersApi } from './answers/answers.api.js';
import { EmergenciesApi } from './emergencies/emergencies.api.js';
import { WhoOpenedApi } from './who-opened/who-opened.api.js';
import { AdviceAloneApi } from './legal-advice/advice-alone.api.js';
import { RecordLegalAdviceRoute } from './legal-advice/record-legal-advice.route.js';
import { ListApi } from './list/list.api.js';
import { DocumentApi } from './documents/document.api.js';
import { OutlineApi } from './outline/outline.api.js';
import { LetterApi } from './letter/letter.api.js';
import { RecordCopyApi } from './record-copy/record-copy.api.js';
import { ReadApi } from './read/read.api.js';
import { ViewsApi } from './views/views.api.js';
import { ToFileApi } from './to-file/to-file.api.js';
import { ToBeDecidedApi } from './to-be-decided/to-be-decided.api.js';

const routesOfDisputeActs = await routesOfActs(
  DISPUTE_ACTS.flatMap(({ route }) => route ?? []),
  (folder) => import(`./acts/${folder}/${folder}.route.js`),
);

/** Every route about disputes. A route with an address of its own stands before those that are read by a reference. */
export const disputeRoutes: Type[] = [
  ActionsApi,
  AnswersApi,
  EmergenciesApi,
  WhoOpenedApi,
  RecordLegalAdviceRoute,
  AdviceAloneApi,
  ListApi,
  ViewsApi,
  OutlineApi,
  LetterApi,
  RecordCopyApi,
  DocumentApi,
  ToBeDecidedApi,
  ToFileApi,
  ...routesOfDisputeActs,
  ReadApi,
];
