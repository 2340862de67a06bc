import { LONGEST_COUNCIL_NAME } from '../council-name.js';
import { resolve } from 'node:path';
import { USUAL_LONG_WAIT_DAYS } from '../long-wait.js';
import { type DocumentsConfig, documentsIn } from './documents-config.js';
import { type LimitsConfig, limitsIn, trustedProxiesIn } from './limits-config.js';
import { type LogConfig, logIn } from './log-config.js';
import { type NoticeHours, noticeHoursIn } from './notice-hours-config.js';
import { type NoticesConfig, noticesIn, siteIn } from './notices-config.js';
import { sealingIn } from './sealing-config.js';
import { type SignInConfig, signInIn } from './sign-in-config.js';
import { type SessionsConfig, sessionsIn } from './sessions-config.js';
import { withSecretsFromFiles } from './secret-files.js';
import { SettingInvalid } from './setting-invalid.js';
import { type SmallNumbersConfig, smallNumbersIn } from './small-numbers-config.js';
import { wholeNumberIn } from './whole-number-in.js';

export { SettingInvalid };

/** Everything about this installation that is not in the log. Read once, checked, frozen. */
export interface Config {
  /** Absolute path of the folder that holds the read models of this instance, and the log unless that is kept elsewhere. */
  readonly dataDir: string;
  readonly log: LogConfig;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A council made up to try the program on, with people to sign in as who need no password. Never for a real council. */
  readonly demonstration: boolean;
  /** Longest body of a request, in bytes. */
  readonly bodyLimit: number;
  readonly limits: LimitsConfig;
  /** Proxies whose word is taken for the address of a client. */
  readonly trustedProxies: readonly string[];
  /** The Redis that keeps alarms awake as well: `redis://host:port`. With null this process alone keeps them. */
  readonly redisUrl: string | null;
  readonly notices: NoticesConfig;
  /** The hours in which people are told, and the notices that go at any hour. */
  readonly noticeHours: NoticeHours;
  /** Address at which people reach the program, for links; without a slash at the end. */
  readonly site: string;
  /** What the council is called before somebody names it on a page (`CouncilCalled`). */
  readonly council: string;
  /** The time for which somebody stays signed in with a browser. */
  readonly sessions: SessionsConfig;
  /** Working days after which what waits for an IRO, and has no date, stands on the list of those who manage the IROs too. */
  readonly longWaitDays: number;
  /** Below which a number is small in a report that leaves the service. */
  readonly smallNumbers: SmallNumbersConfig;
  /** Whether business support sends what an IRO has said, and not only types it for the IRO to send. */
  readonly businessSupportSends: boolean;
  /** The council’s own sign-in; null where it is not connected. */
  readonly signIn: SignInConfig | null;
  /** The folder of documents, and the scanner that looks for viruses in them. */
  readonly documents: DocumentsConfig;
  /** With which drafts and documents are sealed, 256 bits; null where the data folder keeps a key of its own. */
  readonly sealingKey: Buffer | null;
}

const KIBIBYTE = 1024;

/**
 * The settings of this run; every one has a default, so that nothing need be set to try the program.
 * @throws SettingInvalid naming the variable, what was found and what is allowed
 */
export const readConfig = (given: Readonly<Record<string, string | undefined>>): Config => {
  const environment = withSecretsFromFiles(given);
  const dataDir = resolve(environment.FOOTPRINT_DATA_DIR || '.data');
  return Object.freeze({
    dataDir,
    log: logIn(environment.FOOTPRINT_LOG),
    host: environment.FOOTPRINT_HOST || '127.0.0.1',
    port: portIn(environment.PORT),
    demonstration: switchIn('FOOTPRINT_DEMONSTRATION', environment.FOOTPRINT_DEMONSTRATION),
    bodyLimit: 256 * KIBIBYTE,
    limits: limitsIn(environment),
    trustedProxies: trustedProxiesIn(environment.FOOTPRINT_TRUSTED_PROXIES),
    redisUrl: redisUrlIn(environment.REDIS_URL),
    notices: noticesIn(environment),
    noticeHours: noticeHoursIn(environment),
    site: siteIn(environment, portIn(environment.PORT)),
    council: councilIn(environment.FOOTPRINT_COUNCIL, environment.FOOTPRINT_DEMONSTRATION),
    sessions: sessionsIn(environment),
    longWaitDays: wholeNumberIn(environment, 'FOOTPRINT_LONG_WAIT_DAYS', [1, 20], USUAL_LONG_WAIT_DAYS),
    smallNumbers: smallNumbersIn(environment),
    businessSupportSends: switchIn(
      'FOOTPRINT_BUSINESS_SUPPORT_SENDS',
      environment.FOOTPRINT_BUSINESS_SUPPORT_SENDS,
      true,
    ),
    signIn: signInIn(environment),
    documents: documentsIn(environment, dataDir),
    sealingKey: sealingIn(environment.FOOTPRINT_SEALING_KEY),
  });
};

/** Stands in the place of a name while the council has none. */
export const UNNAMED = 'Footprint';

/** The demonstration council has a name of its own; another has one as soon as somebody sets it. */
const councilIn = (written: string | undefined, demonstration: string | undefined): string => {
  if (!written) return demonstration === 'on' ? 'Northshire Council' : UNNAMED;
  if (written.trim() !== '' && written.length <= LONGEST_COUNCIL_NAME) return written.trim();
  throw new SettingInvalid(
    `FOOTPRINT_COUNCIL is empty or longer than ${LONGEST_COUNCIL_NAME} characters: set it to the name of the council.`,
  );
};

const portIn = (written: string | undefined): number => {
  if (!written) return 3000;
  if (/^\d{1,5}$/.test(written) && Number(written) <= 65_535) return Number(written);
  throw new SettingInvalid(`PORT is "${written}": set it to a whole number from 0 to 65535, or leave it out for 3000.`);
};

const redisUrlIn = (written: string | undefined): string | null => {
  if (!written) return null;
  if (/^rediss?:\/\/./.test(written)) return written;
  // It may hold a password, so it is not repeated.
  throw new SettingInvalid('REDIS_URL is not an address of Redis: write redis://host:6379, or leave it out.');
};

const switchIn = (name: string, written: string | undefined, usual = false): boolean => {
  if (!written) return usual;
  if (written === 'on' || written === 'off') return written === 'on';
  throw new SettingInvalid(
    `${name} is "${written}": set it to on or off, or leave it out for ${usual ? 'on' : 'off'}.`,
  );
};
