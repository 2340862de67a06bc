import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { askAtTheGate } from './access/ask-at-the-gate.js';
import type { Composition } from './composition/composition.js';
import { systemClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { httpServer } from './platform/http/server.js';
import { frameworkLog, Log } from './platform/logging/log.js';
import { SECURITY_HEADERS, sayForWhom, servePages } from './web/frame/serve-pages.js';

/** The service, composed and not yet listening. */
export const createService = async (
  config: Config,
  composition: Composition = {},
  log: Log = new Log(composition.clock ?? systemClock),
): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(config, log, composition),
    httpServer({ ...config, log, watcher: composition.watcher }),
    { bodyParser: false, logger: frameworkLog(log), abortOnError: false },
  );
  app.useSecurityHeaders(SECURITY_HEADERS);
  app.enableCsrfProtection();
  sayForWhom(app);
  await askAtTheGate(app);
  await servePages(app);
  serveOpenApi(app);
  return app;
};
