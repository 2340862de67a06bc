import type { Type } from '@nestjs/common';
import { DISPUTE_ACTS } from './acts/all-acts.js';
import { ActionsApi } from './actions/actions.api.js';
import { AnswersApi } from './answers/answers.api.js';
import { RecordLegalAdviceRoute } from './legal-advice/record-legal-advice.route.js';
import { ListApi } from './list/list.api.js';
import { ReadApi } from './read/read.api.js';
import { ViewsApi } from './views/views.api.js';
import { ToBeDecidedApi } from './to-be-decided/to-be-decided.api.js';

const folders = new Set(DISPUTE_ACTS.flatMap(({ route }) => route ?? []));

/** A list of acts names each act once, so a route is found in the folder of its act. */
const routesOfActs = await Promise.all(
  [...folders].map(async (folder) =>
    Object.values((await import(`./acts/${folder}/${folder}.route.js`)) as Record<string, Type>),
  ),
);

/** Every route about disputes. What has an address of its own stands before what is read by its reference. */
export const disputeRoutes: Type[] = [
  ActionsApi,
  AnswersApi,
  RecordLegalAdviceRoute,
  ListApi,
  ViewsApi,
  ToBeDecidedApi,
  ...routesOfActs.flat(),
  ReadApi,
];
