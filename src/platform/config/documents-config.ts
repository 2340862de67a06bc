import { isAbsolute, join, resolve } from 'node:path';
import { SettingInvalid } from './setting-invalid.js';

/** The address at which clamd listens: a socket in the file system, or a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

export interface DocumentsConfig {
  /** Absolute path of the folder in which documents lie. */
  readonly folder: string;
  /** Whether that folder was named, as it must be where several instances share it. */
  readonly isNamed: boolean;
  /** The scanner that looks for viruses in documents; null where none is connected. */
  readonly clamd: ClamdAddress | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingInvalid */
export const documentsIn = (environment: Environment, dataDir: string): DocumentsConfig => ({
  folder: environment.FOOTPRINT_DOCUMENTS ? resolve(environment.FOOTPRINT_DOCUMENTS) : join(dataDir, 'documents'),
  isNamed: Boolean(environment.FOOTPRINT_DOCUMENTS),
  clamd: clamdIn(environment.FOOTPRINT_CLAMD),
});

const clamdIn = (written: string | undefined): ClamdAddress | null => {
  if (!written) return null;
  if (isAbsolute(written)) return { path: written };
  const [, host, port] = /^([\w.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/.exec(written) ?? [];
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  throw new SettingInvalid(
    `FOOTPRINT_CLAMD is "${written}": set it to the socket of clamd, /run/clamav/clamd.ctl, or to its host and port, 127.0.0.1:3310, or leave it out.`,
  );
};
