import type { Type } from '@nestjs/common';
import { DISPUTE_ACTS } from './acts/all-acts.js';
import { ActionsRoute } from './actions/actions.route.js';
import { AnswersRoute } from './answers/answers.route.js';
import { RecordLegalAdviceRoute } from './legal-advice/record-legal-advice.route.js';
import { ListRoute } from './list/list.route.js';
import { ReadApi } from './read/read.api.js';
import { ViewsRoute } from './views/views.route.js';
import { ToBeDecidedRoute } from './to-be-decided/to-be-decided.route.js';

const folders = new Set(DISPUTE_ACTS.flatMap(({ route }) => route ?? []));

/** A list of acts names each act once, so a route is found in the folder of its act. */
const routesOfActs = await Promise.all(
  [...folders].map(async (folder) =>
    Object.values((await import(`./acts/${folder}/${folder}.route.js`)) as Record<string, Type>),
  ),
);

/** Every route about disputes. What has an address of its own stands before what is read by its reference. */
export const disputeRoutes: Type[] = [
  ActionsRoute,
  AnswersRoute,
  RecordLegalAdviceRoute,
  ListRoute,
  ViewsRoute,
  ToBeDecidedRoute,
  ...routesOfActs.flat(),
  ReadApi,
];
