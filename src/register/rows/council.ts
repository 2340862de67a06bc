import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { type LifeOfChildren, lifeOfChildren } from '../../calendar/date-rules.js';
import { londonDate } from '../../calendar/dates.js';
import { type Directory, mayBeCovered } from '../../directory/directory.js';
import { choicesInWords } from '../../directory/who-is-meant.js';
import { derivedId } from '../../platform/ids.js';
import type { ProtocolBook, ProtocolVersion } from '../../protocol/protocol.js';
import { plainWord } from '../mapping/mapping.js';

/** The facts of the council against which the rows of a register are checked. */
export interface Council {
  readonly today: LocalDate;
  /** Id of the team that is written so, or undefined. */
  teamWritten(written: string): string | undefined;
  /** The council's own names, to say what is allowed. */
  readonly teamNames: readonly string[];
  /**
   * The IRO or chair whom a row names: by id, or by name where one person of that name held such a post on the day, or alone bears it. One who is
   * known from the register alone gets the same id every time. A name that fits several is not guessed at: they are given to choose from.
   */
  chairNamed(name: string, on: LocalDate): { readonly person: string } | { readonly choices: string };
  /** The birth and the death of those whom a row is about, as far as the directory knows them. */
  lifeOf(children: readonly string[]): LifeOfChildren;
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
    chairNamed: chairsNamed(directory),
    lifeOf: (children) => lifeOfChildren(children, (child) => directory.child(child, today)),
    formalStages: remembered((on) => stagesInForce(protocols, on)),
  };
};

const chairsNamed = (directory: Directory): Council['chairNamed'] => {
  const peopleNamed = remembered((name) => directory.peopleNamed(name));
  const personOf = remembered((id) => directory.person(id));
  return (name, on) => {
    const byId = personOf(name);
    if (byId !== undefined) return { person: byId.personId };
    const people = peopleNamed(name);
    if (people.length === 0) return { person: personIdFromRegister(name) };
    const chairs = people.filter(({ personId }) => directory.postsHeldBy(personId, on).some(mayBeCovered));
    const [one, ...others] = people.length === 1 || chairs.length === 0 ? people : chairs;
    return others.length === 0
      ? { person: one!.personId }
      : { choices: choicesInWords([one!, ...others], directory, on) };
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
