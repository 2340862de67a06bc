import { someTokenIsValid } from './access/tokens/can-sign-in.js';
import type { Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { mustHaveFolderOfDocuments } from './platform/start-up/documents-suit.js';
import { mustAnswer } from './platform/start-up/log-answers.js';
import { mustOnlyAdd } from './platform/start-up/permissions-suit.js';
import { mustSuitProduction } from './platform/start-up/production-settings.js';
import { mustSuitAlarms, RedisUnreachable } from './platform/start-up/redis-suits.js';
import { StartRefused } from './platform/start-up/start-refused.js';

/** A production keeps its log in EventStoreDB; what is only told to others stops it. */
const isProduction = ({ log }: Config): boolean => log.kind === 'eventstoredb';

/**
 * Checks the settings and the folders before anything is opened or made.
 * @returns warnings that a person should read all the same
 * @throws StartRefused in a sentence that says what to do
 */
export const checkBeforeOpening = async (config: Config): Promise<string[]> => {
  mustSuitProduction(config);
  mustHaveFolderOfDocuments(config);
  if (config.redisUrl === null) return [];
  try {
    return asList(await mustSuitAlarms(config.redisUrl));
  } catch (error) {
    // One machine alone rings its alarms in process meanwhile, and loses nothing.
    if (error instanceof RedisUnreachable && !isProduction(config)) return [error.message];
    throw error;
  }
};

/**
 * Checks the log before anybody is served.
 * @param patience longest wait for the log, in milliseconds; as long as three nodes may need unless told
 * @returns warnings that a person should read all the same
 * @throws StartRefused in a sentence that says what to do
 */
export const checkBeforeServing = async (
  config: Config,
  store: EventStore,
  clock: Clock,
  patience?: number,
): Promise<string[]> => {
  const { log } = config;
  if (log.kind === 'eventstoredb') {
    await mustAnswer(store, patience);
    const { probePermissions } = await import('./platform/event-store/eventstoredb/permissions.js');
    const warning = mustOnlyAdd(await probePermissions(log.connectionString));
    if (!(await somebodyCanSignIn(config, store, clock))) throw new StartRefused(NOBODY_CAN_SIGN_IN);
    return asList(warning);
  }
  return config.demonstration || (await somebodyCanSignIn(config, store, clock)) ? [] : [NOBODY_CAN_SIGN_IN];
};

const somebodyCanSignIn = async ({ signIn }: Config, store: EventStore, clock: Clock): Promise<boolean> =>
  signIn !== null || (await someTokenIsValid(store, clock.now()));

const NOBODY_CAN_SIGN_IN =
  'Nobody can sign in: the council’s own sign-in is not connected (FOOTPRINT_SIGN_IN_ISSUER), and there is no token that is valid. ' +
  'Connect it, or make a token with bin/footprint token create --for <name> --days <number>, then start again.';

const asList = (warning: string | undefined): string[] => (warning === undefined ? [] : [warning]);
