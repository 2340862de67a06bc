import { CorrectAcknowledgementRoute } from './correct/correct.route.js';
import { GiveRoute } from './give/give.route.js';
import { ListAcknowledgementsApi } from './list/list.api.js';
import { MoveAcknowledgementRoute } from './move-to-child/move-to-child.route.js';
import { ReadAcknowledgementApi } from './read/read.api.js';
import { TakeThanksBackRoute } from './take-thanks-back/take-thanks-back.route.js';
import { ThankAcknowledgementRoute } from './thank/thank.route.js';
import { AcknowledgementViewsApi } from './views/views.api.js';
import { WithdrawAcknowledgementRoute } from './withdraw/withdraw.route.js';

/** Every route about acknowledgements. */
export const acknowledgementRoutes = [
  GiveRoute,
  ThankAcknowledgementRoute,
  TakeThanksBackRoute,
  CorrectAcknowledgementRoute,
  WithdrawAcknowledgementRoute,
  MoveAcknowledgementRoute,
  AcknowledgementViewsApi,
  ListAcknowledgementsApi,
  ReadAcknowledgementApi,
];
