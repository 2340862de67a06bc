import { SettingInvalid } from './setting-invalid.js';

/** The place in which the log is kept. */
export type LogConfig =
  /** In a file of the data folder, for one process. */
  | { readonly kind: 'sqlite' }
  /** In EventStoreDB, for as many instances as are started. The connection string may hold a password: it is never shown. */
  | { readonly kind: 'eventstoredb'; readonly connectionString: string };

/** @throws SettingInvalid which does not repeat what was written */
export const logIn = (written: string | undefined): LogConfig => {
  if (!written || written === 'sqlite') return { kind: 'sqlite' };
  if (/^esdb(\+discover)?:\/\/./.test(written)) return { kind: 'eventstoredb', connectionString: written };
  throw new SettingInvalid(
    'FOOTPRINT_LOG is not an address of EventStoreDB: write esdb://host:2113 or esdb+discover://host:2113, ' +
      'or leave it out for a log in the data folder.',
  );
};
