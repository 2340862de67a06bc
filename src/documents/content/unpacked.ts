import { unzipSync } from 'fflate';
import { isDamaged, isOfNoKindTaken, unpacksToTooMuch } from '../refusals.js';

/** Bytes of all parts together, once they are unpacked; ten times the largest document. */
const MOST_BYTES = 250_000_000;
const MOST_PARTS = 5_000;

/** Parts that run when a document is opened. */
const RUNS = /(^|\/)vbaproject\.bin$|(^|\/)(basic|scripts)\//i;

/**
 * Looks into the directory of a packed document, and unpacks nothing.
 * @throws Refusal where it says that it unpacks to too much, holds macros, or cannot be read
 */
export const mustUnpackToLittle = (bytes: Buffer): void => {
  let unpacked = 0;
  let parts = 0;
  let runs = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        parts += 1;
        runs ||= RUNS.test(name);
        return false;
      },
    });
  } catch {
    throw isDamaged();
  }
  if (runs) throw isOfNoKindTaken();
  if (unpacked > MOST_BYTES || parts > MOST_PARTS) throw unpacksToTooMuch();
};
