import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { KEY_BYTES } from './sealing.js';

/** The file that should hold the key holds something else. */
export class SealingKeyUnusable extends Error {
  override readonly name = 'SealingKeyUnusable';
}

/** 256 bits as 43 characters of base64url. */
const WRITTEN = /^[\w-]{43}$/;

/** The key that a text stands for; undefined where it is none. */
export const sealingKeyIn = (written: string): Buffer | undefined => {
  const key = WRITTEN.test(written) ? Buffer.from(written, 'base64url') : undefined;
  return key?.length === KEY_BYTES ? key : undefined;
};

/**
 * The key that is kept in a file; one is made where there is no file. It is for the owner of the file alone.
 * @throws SealingKeyUnusable where the file holds something else: a new key would leave everything sealed before closed for ever
 */
export const keptSealingKey = (file: string): Buffer => {
  if (!existsSync(file)) makeKey(file);
  const key = sealingKeyIn(readFileSync(file, 'utf8').trim());
  if (key !== undefined) return key;
  throw new SealingKeyUnusable(
    `${file} holds no key. Put back the copy that was kept of it; without it the drafts and documents that were saved ` +
      'cannot be opened, and nothing else is lost: to go on without them, move the file away.',
  );
};

/** The file gets its name only when the key is on the disk, so that a start that is cut short leaves none that is empty. */
const makeKey = (file: string): void => {
  const unfinished = `${file}.unfinished-${process.pid}`;
  const opened = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(opened, `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
    fsyncSync(opened);
    linkSync(unfinished, file);
  } finally {
    closeSync(opened);
    rmSync(unfinished, { force: true });
  }
};
