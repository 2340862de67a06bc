import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { councilOf } from './cli/open-council.js';
import { sendingTo } from './cli/over-the-api.js';
import { run } from './cli/run.js';
import type { Config } from './platform/config/config.js';
import { operatorSocketIn } from './platform/operator-socket/messages.js';
import { listenForOperator } from './platform/operator-socket/server.js';

/**
 * While a service has the data folder, the operator's commands go through it. With the log in EventStoreDB they need no service.
 * @returns how to stop listening; undefined where there is nothing to listen for
 */
export const serveOperator = async (
  app: NestFastifyApplication,
  { log, dataDir, site }: Config,
): Promise<{ close(): Promise<void> } | undefined> => {
  if (log.kind !== 'sqlite') return undefined;
  return listenForOperator(operatorSocketIn(dataDir), ({ words, folder, token }, answering) =>
    run(words, {
      ...answering,
      environment: token === undefined ? {} : { FOOTPRINT_TOKEN: token },
      folder,
      council: async () => councilOf(app),
      site,
      api: sendingTo(app),
    }),
  );
};
