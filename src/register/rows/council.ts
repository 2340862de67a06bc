import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { derivedId } from '../../platform/ids.js';
import type { ProtocolBook, ProtocolVersion } from '../../protocol/protocol.js';
import { plainWord } from '../mapping/mapping.js';

/** What the rows of a register are checked against. */
export interface Council {
  readonly today: LocalDate;
  /** Id of the team that is written so, or undefined. */
  teamWritten(written: string): string | undefined;
  /** The council's own names, to say what is allowed. */
  readonly teamNames: readonly string[];
  /** Id of a person by name; one who is known from the register alone gets the same id every time. */
  personNamed(name: string): string;
  /** Numbers of the formal stages on a day; undefined while the council has adopted no protocol. */
  formalStages(on: LocalDate): readonly number[] | undefined;
}

/** The council as its directory and its protocols stand now. A register spells a few names many times: each is looked up once. */
export const councilFrom = (directory: Directory, protocols: ProtocolBook, now: Instant): Council => {
  const today = londonDate(now);
  return {
    today,
    teamNames: directory.teams(today).map((team) => team.name),
    teamWritten: remembered((written) => directory.teamWritten(written)?.teamId),
    personNamed: remembered((name) => directory.personNamed(name)?.personId ?? personIdFromRegister(name)),
    formalStages: remembered((on) => stagesInForce(protocols, on)),
  };
};

export const personIdFromRegister = (name: string): string => derivedId('person-from-register', plainWord(name));

/** Rows are often older than the first protocol that was adopted: they are then held against that one. */
const stagesInForce = (protocols: ProtocolBook, on: LocalDate): readonly number[] | undefined => {
  const version = versionOr(() => protocols.inForceOn(on)) ?? versionOr(() => protocols.version(1));
  return version?.protocol.stages.map((stage) => stage.number);
};

/** A book says by throwing that it has no such version. */
const versionOr = (ask: () => ProtocolVersion): ProtocolVersion | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

const remembered = <Result>(ask: (key: string) => Result): ((key: string) => Result) => {
  const answers = new Map<string, Result>();
  return (key) => {
    if (!answers.has(key)) answers.set(key, ask(key));
    return answers.get(key)!;
  };
};
