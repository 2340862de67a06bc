import { isIP } from 'node:net';
import { SettingInvalid } from './setting-invalid.js';

/** How much is answered before somebody is told to wait. */
export interface LimitsConfig {
  /** Requests a minute of one person, or one program, that is signed in. */
  readonly person: number;
  /** Requests a minute from one address of those who are not signed in, failures to sign in among them. */
  readonly address: number;
  /** Failed attempts a minute to sign in by one name from one address. */
  readonly signIn: number;
  /** Commands under way at the same time on this instance. */
  readonly waiting: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MOST = 1_000_000;

/**
 * `waiting`: on two processors 370 to 600 commands a second are saved (`bench/load.ts` without pauses), so that the last of 128 is
 * answered within the half second of promise K4.
 * @throws SettingInvalid
 */
export const limitsIn = (environment: Environment): LimitsConfig => ({
  person: numberIn(environment, 'FOOTPRINT_LIMIT_PERSON', 1_200),
  address: numberIn(environment, 'FOOTPRINT_LIMIT_ADDRESS', 600),
  signIn: numberIn(environment, 'FOOTPRINT_LIMIT_SIGN_IN', 30),
  waiting: numberIn(environment, 'FOOTPRINT_LIMIT_WAITING', 128),
});

const numberIn = (environment: Environment, name: string, fallback: number): number => {
  const written = environment[name];
  if (!written) return fallback;
  const number = /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (number >= 1 && number <= MOST) return number;
  throw new SettingInvalid(
    `${name} is "${written}": set it to a whole number from 1 to ${MOST}, or leave it out for ${fallback}.`,
  );
};

/** Networks that Fastify knows by a name. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Proxies whose word is taken for the address that a request comes from (`X-Forwarded-For`): addresses, networks, or their names.
 * @throws SettingInvalid
 */
export const trustedProxiesIn = (written: string | undefined): readonly string[] => {
  const proxies = (written ?? '').split(',').map((each) => each.trim());
  if (proxies.length === 1 && proxies[0] === '') return [];
  const wrong = proxies.find((each) => !NAMED.includes(each) && !isNetwork(each));
  if (wrong === undefined) return proxies;
  throw new SettingInvalid(
    `FOOTPRINT_TRUSTED_PROXIES names "${wrong}": set it to addresses (10.0.0.7), networks (10.0.0.0/8) or ${NAMED.join(', ')}, with commas between them, or leave it out to trust none.`,
  );
};

const isNetwork = (written: string): boolean => {
  const [address = '', bits, ...more] = written.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
};
