import type { LocalDate } from '../../calendar/calendar.js';
import type { CouncilCalendar } from '../../calendar/council-calendar.js';
import type { CouncilStanding } from '../../roles/standing.js';
import { givesMore } from '../../roles/what-a-protocol-gives.js';
import { compareProtocols, type RuleChanged } from '../compare-protocols.js';
import type { Protocol, ProtocolVersion } from '../protocol.js';
import type { ProtocolLibrary } from '../protocol-library.js';
import { exampleDays } from '../shown/example-days.js';
import { inWordsOf, protocolShown } from '../shown/protocol-shown.js';
import type { RemarkOnProtocolDto, ProtocolTriedDto } from './try.dto.js';

export interface Trying {
  readonly protocol: Protocol;
  /** The first day on which it is to be in force. */
  readonly from: LocalDate;
  readonly remarks: readonly RemarkOnProtocolDto[];
  readonly today: LocalDate;
}

export interface TryingParts {
  readonly library: ProtocolLibrary;
  readonly calendar: CouncilCalendar;
  readonly standing: CouncilStanding;
}

/** The result that rules would have: in words, compared with those in force on their first day, and whether a second person is needed. */
export const protocolTried = async (
  { protocol, from, remarks, today }: Trying,
  { library, calendar, standing }: TryingParts,
): Promise<ProtocolTriedDto> => {
  const before = await inForceOn(from, library);
  const days = await calendar.current();
  const gives = givesMore(protocol, before?.protocol);
  return {
    shown: protocolShown(protocol, days, exampleDays(today, days)),
    remarks: remarks.map(({ line, message }) => ({ line, message: inWordsOf(protocol)(message) })),
    against: before?.version ?? null,
    changed: before === undefined ? [] : changedInWords(before.protocol, protocol),
    gives,
    waits: gives.length > 0 && (await standing.isOpen()),
  };
};

/** Each side in its own words, so that a rule is told as those read it who go by it. */
const changedInWords = (before: Protocol, after: Protocol): RuleChanged[] => {
  const [old, now] = [inWordsOf(before), inWordsOf(after)];
  return compareProtocols(before, after).map((rule) => ({
    key: rule.key,
    before: rule.before === null ? null : old(rule.before),
    after: rule.after === null ? null : now(rule.after),
  }));
};

/** The rules in force on a day; undefined where there are none. */
const inForceOn = async (day: LocalDate, library: ProtocolLibrary): Promise<ProtocolVersion | undefined> =>
  (await library.versions()).some(({ from }) => from <= day) ? (await library.current()).inForceOn(day) : undefined;
