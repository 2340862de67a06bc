import { CorrectAcknowledgementRoute } from './correct/correct.route.js';
import { GiveRoute } from './give/give.route.js';
import { ListAcknowledgementsApi } from './list/list.api.js';
import { MoveAcknowledgementRoute } from './move-to-child/move-to-child.route.js';
import { ReadAcknowledgementApi } from './read/read.api.js';
import { ThankAcknowledgementRoute } from './thank/thank.route.js';
import { AcknowledgementViewsApi } from './views/views.api.js';
import { WithdrawAcknowledgementRoute } from './withdraw/withdraw.route.js';

/** Every route about acknowledgements. */
export const acknowledgementRoutes = [
  GiveRoute,
  ThankAcknowledgementRoute,
  CorrectAcknowledgementRoute,
  WithdrawAcknowledgementRoute,
  MoveAcknowledgementRoute,
  AcknowledgementViewsApi,
  ListAcknowledgementsApi,
  ReadAcknowledgementApi,
];
