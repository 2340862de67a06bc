import type { LocalDate } from '../calendar/calendar.js';
import { isLocalDate } from '../calendar/dates.js';
import { type Decider, refuse, Refusal } from '../platform/decider.js';
import type { Agreed } from '../roles/events.js';
import type { ProtocolAdopted, ProtocolEvent } from './events.js';
import type { Protocol } from './protocol.js';

export const PROTOCOL_STREAM = 'protocol-council';

/** The council puts a protocol in force from a date: the past, today or to come. */
export interface AdoptProtocol {
  type: 'adopt-protocol';
  from: LocalDate;
  protocol: Protocol;
  /** The text of the file. */
  file: string;
  /** SHA-256 of the file as it was read. */
  fileSha256: string;
  /** The warnings of the reader of the file, kept with the version. */
  warnings: string[];
  /** The person who agreed to it. */
  agreed: Agreed;
}

/**
 * Versions count from 1 in the order adopted, whatever their dates; `protocolBook` says which is in force when.
 * A `from` before that of an earlier version is allowed: it fills the past and changes nothing from the next version's date on.
 *
 * Refusals: `not-a-date` (invalid), `protocol-already-adopted`
 */
export const adoptionDecider: Decider<readonly ProtocolAdopted[], AdoptProtocol, ProtocolEvent, null> = {
  initial: [],
  evolve: (adopted, event) => (event.type === 'ProtocolAdopted' ? [...adopted, event.data] : adopted),
  decide: ({ from, protocol, file, fileSha256, warnings, agreed }, adopted) => {
    if (!isLocalDate(from)) {
      throw new Refusal(
        'invalid',
        'not-a-date',
        'The date from which the protocol is in force does not exist. Write it as year-month-day: 2022-04-01.',
      );
    }
    const lastFromThatDay = adopted.findLast((version) => version.from === from);
    if (lastFromThatDay?.fileSha256 === fileSha256) {
      refuse(
        'protocol-already-adopted',
        `This very file is already adopted from ${from}, as version ${lastFromThatDay.version}. There is nothing to do.`,
        { version: lastFromThatDay.version },
      );
    }
    const version = adopted.length + 1;
    return [{ type: 'ProtocolAdopted', data: { version, from, protocol, file, fileSha256, warnings, agreed } }];
  },
};
