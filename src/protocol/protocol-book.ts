import { refuse } from '../platform/decider.js';
import type { ProtocolBook, ProtocolVersion } from './protocol.js';

/**
 * All versions a council has adopted, as one book of rules.
 *
 * On any date the version with the latest `from` that is not after that date is in force; of two from the same date, the one
 * adopted last. So a version adopted later with an earlier `from` fills the past (for a register of earlier years, say) and
 * changes nothing from the next version's date on. Disputes under way are not touched: a stage keeps the version it began under.
 */
export const protocolBook = (versions: readonly ProtocolVersion[]): ProtocolBook => {
  const newestFirst = [...versions].sort((a, b) =>
    a.from === b.from ? b.version - a.version : a.from < b.from ? 1 : -1,
  );
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  return {
    inForceOn: (date) =>
      newestFirst.find((version) => version.from <= date) ??
      refuse(
        'no-protocol-in-force',
        `No protocol was in force on ${date}. Adopt one from that date or earlier: footprint protocol adopt FILE --from DATE.`,
      ),
    version: (number) => {
      const version = byNumber.get(number);
      if (version === undefined) throw new RangeError(`Protocol version ${number} was never adopted.`);
      return version;
    },
  };
};
