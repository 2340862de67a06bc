import type { Config } from '../config/config.js';
import { StartRefused } from './start-refused.js';

/**
 * Settings that no production may have. One machine alone, with its log in the data folder, may have any.
 * @throws StartRefused with the first that is wrong
 */
export const mustSuitProduction = ({ log, demonstration, redisUrl, sealingKey, documents }: Config): void => {
  if (log.kind !== 'eventstoredb') return;
  if (demonstration)
    throw new StartRefused(
      'FOOTPRINT_DEMONSTRATION is on, so anybody could sign in as anybody on a production log. ' +
        'Leave it out, or leave FOOTPRINT_LOG out.',
    );
  const [host] = hostsWithoutTls(log.connectionString);
  if (host !== undefined)
    throw new StartRefused(
      `FOOTPRINT_LOG says tls=false, and ${host} is another machine: whoever is in between could read and change everything. ` +
        'Leave tls=false out, and give EventStoreDB a certificate.',
    );
  if (redisUrl === null)
    throw new StartRefused(
      'REDIS_URL is not set: with a log in EventStoreDB, instances share their work over Redis. Set it to redis://host:6379.',
    );
  if (sealingKey === null)
    throw new StartRefused(
      'FOOTPRINT_SEALING_KEY is not set: what one instance seals of drafts and documents, the others could not open. Give all of them the same key, as ' +
        'script/make-secrets makes it.',
    );
  if (!documents.isNamed)
    throw new StartRefused(
      'FOOTPRINT_DOCUMENTS is not set: a document that comes to one instance would not be on the others. Set it to a folder that all of them ' +
        'share.',
    );
};

/** Hosts other than this machine that a connection string reaches without TLS. It is read as the client of EventStoreDB reads it. */
export const hostsWithoutTls = (connectionString: string): string[] => {
  const [hosts = '', settings = ''] = connectionString.replace(SCHEME_AND_ACCOUNT, '').split('?', 2);
  const isWithoutTls = settings.split('&').some((setting) => WITHOUT_TLS.test(setting));
  return isWithoutTls ? namesIn(hosts).filter((host) => !isThisMachine(host)) : [];
};

/** `esdb://name:password@one:2113,two:2113/?tls=false`: what comes before the hosts. */
const SCHEME_AND_ACCOUNT = /^[^:]+:\/\/(?:[^:]+:[^@]+@)?/;
const WITHOUT_TLS = /^\s*tls\s*=\s*false\s*$/i;

const namesIn = (hosts: string): string[] =>
  hosts
    .split(/[,/]/)
    .map(withoutPort)
    .filter((host) => host !== '');

const withoutPort = (host: string): string => host.trim().replace(/:\d+$/, '');

const isThisMachine = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
