import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock } from './platform/clock/clock.js';
import { type Config, readConfig } from './platform/config/config.js';
import { operationsIn } from './platform/config/operations-config.js';
import { HealthWatch } from './platform/health/health-watch.js';
import { type Warning, WARNINGS } from './platform/jobs/alarms-status.js';
import { prepareDemonstration } from './demonstration/demonstration.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { Log } from './platform/logging/log.js';
import { EVENT_STORE } from './platform/store-tokens.js';
import { watch, type Watching } from './platform/watching/watching.js';
import { serveOperator } from './operator.js';
import { createService } from './service.js';
import { checkBeforeOpening, checkBeforeServing } from './start-up.js';

export { createService };

/** Longest time for requests under way to finish once told to stop. */
const PATIENCE_MILLISECONDS = 4_000;

/** Serves until told to stop. A failure to start is told in one sentence. */
export const serve = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  try {
    const config = readConfig(environment);
    const operations = operationsIn(environment);
    const log = new Log(systemClock, undefined, operations.logLevel);
    const warnings = await checkBeforeOpening(config);
    if (config.demonstration) await prepareDemonstration(config, say);
    const watching = await watch(operations);
    const app = await createService(config, { watcher: watching.watcher }, log);
    warnings.push(...(await checkBeforeServing(config, app.get<EventStore>(EVENT_STORE), systemClock)));
    await app.listen(config.port, config.host);
    const operator = await serveOperator(app, config).catch((error: unknown) => {
      warnings.push(`The operator's commands cannot go through this service: ${inOneSentence(error, {})}`);
      return undefined;
    });
    await watching.begin(app.get(HealthWatch));
    stopWhenTold(app, watching, operator);
    for (const warning of [...warnings, ...app.get<readonly Warning[]>(WARNINGS).map((each) => each())])
      sayIfAnything(warning, log);
    if (config.demonstration) log.warn('warning', { detail: DEMONSTRATION });
    say(`serving at ${addressOf(app, config)}${config.demonstration ? ', as a demonstration' : ''}`);
  } catch (error) {
    say(inOneSentence(error, environment));
    process.exit(1);
  }
};

const DEMONSTRATION = 'Demonstration mode: anybody can sign in as anybody, without a password.';

const say = (sentence: string): void => void process.stderr.write(`footprint: ${sentence}\n`);

const sayIfAnything = (warning: string | undefined, log: Log): void => {
  if (warning !== undefined) log.warn('warning', { detail: warning });
};

const addressOf = (app: NestFastifyApplication, { host }: Config): string => {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : '';
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
};

const stopWhenTold = (
  app: NestFastifyApplication,
  watching: Watching,
  operator: { close(): Promise<void> } | undefined,
): void => {
  const stop = (): void => {
    setTimeout(() => process.exit(0), PATIENCE_MILLISECONDS).unref();
    const stopped = Promise.resolve(operator?.close())
      .then(() => app.close())
      .then(() => watching.end());
    stopped.then(
      () => process.exit(0),
      (error: unknown) => {
        say(inOneSentence(error, {}));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

const inOneSentence = (error: unknown, { PORT, FOOTPRINT_METRICS_PORT }: NodeJS.ProcessEnv): string => {
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  const isOfMetrics = port !== undefined && String(port) === FOOTPRINT_METRICS_PORT && String(port) !== PORT;
  const setting = isOfMetrics ? 'FOOTPRINT_METRICS_PORT' : 'PORT';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop it, or set ${setting} to another.`;
    case 'EADDRNOTAVAIL':
      return `${address} is no address of this machine. Set ${isOfMetrics ? 'FOOTPRINT_METRICS_HOST' : 'FOOTPRINT_HOST'} to one that is.`;
    case 'EACCES':
      if (port !== undefined) return `Port ${port} is not for this user. Set ${setting} to one above 1023.`;
  }
  return error instanceof Error ? error.message : String(error);
};
