import { serviceOn, teamNameOn } from '../../../projections/names.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { lastDayOf, londonDate } from '../../calendar/dates.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import type { Reading } from '../../reading/reading.js';
import { peopleThanked } from '../../acknowledgements/people-thanked.js';
import { notesOf, recordsKept, whyUnknown, yearPeriod } from '../coverage.js';
import { FROM_CASES, narrowedTo, WITH_CASES } from '../themes/cases.js';
import { teamsOfYear } from '../teams-of-year.js';
import { ALPHABET, type Counted, yearAsked } from '../yearly.js';

/** Acknowledgements at one place, with disputes beside them where both have it. The two are never added. */
export interface PraiseFigures {
  readonly acknowledgements: number;
  /** All disputes (records), informal and formal together; null where it is no place of disputes. */
  readonly disputes: number | null;
  /** Everybody who is named in them, each once, with the acknowledgements that name them; null where a register does not say whom they thank. */
  readonly people: Counted | null;
  /** Teams that were thanked as a whole, each once, with the acknowledgements that do. */
  readonly wholeTeams: Counted;
}

export interface PraiseLine extends PraiseFigures {
  /** Id of a team, name of a service, or code of what was done well; null of no service. */
  readonly id: string | null;
  /** Null of what was done well, for which the council has its own words. */
  readonly name: string | null;
}

export interface PraiseCounted {
  readonly all: PraiseFigures;
  /** A to Z: no team is ranked. */
  readonly teams: readonly PraiseLine[];
  readonly services: readonly PraiseLine[];
  /** By what was done well, in the order of the list. */
  readonly themes: readonly PraiseLine[];
}

export interface Praise {
  readonly year: FinancialYear;
  /** Null where nobody kept acknowledgements. */
  readonly counted: PraiseCounted | null;
  readonly notes: readonly string[];
}

/** An acknowledgement or a dispute of the year. */
interface Given {
  readonly reference: string;
  readonly kind: string;
  readonly team: string;
  readonly service: string | null;
  readonly theme: string;
  /** Of an acknowledgement that stands: whom it thanks, each by id or by the name that was written; null where nobody wrote it. */
  readonly people: readonly string[] | null;
  readonly wholeTeam: boolean;
}

/**
 * Where the acknowledgements of a year went, beside the disputes of the same places (domain brief, section 8: balance).
 * @throws Refusal `not-a-financial-year`
 */
export const praise = (year: string, { readModels, now }: Pick<Reading, 'readModels' | 'now'>): Praise => {
  const asked = yearAsked(year);
  const kept = recordsKept(readModels, londonDate(now));
  const isKept = whyUnknown(['acknowledgement'], yearPeriod(asked), kept) === null;
  return {
    year: asked,
    counted: isKept ? counted(asked, readModels) : null,
    notes: notesOf(asked, ['informal', 'formal', 'acknowledgement'], kept, readModels),
  };
};

const counted = (year: FinancialYear, readModels: ReadModels): PraiseCounted => {
  const all = givenIn(year, readModels);
  const lines = (
    ids: readonly (string | null)[],
    of: (each: Given) => string | null,
    nameOf: (id: string | null) => string | null,
    isOfDisputes = true,
  ): PraiseLine[] =>
    ids.map((id) => {
      const those = all.filter((each) => of(each) === id);
      return { id, name: nameOf(id), ...figuresOf(those, isOfDisputes) };
    });
  const names = namesOf(year, all, readModels);
  const services = [
    ...new Set([...names.values()].map(({ service }) => service).concat(all.map((each) => each.service))),
  ];
  return {
    all: figuresOf(all, true),
    teams: lines(
      [...names.keys()].sort((one, other) => ALPHABET.compare(names.get(one)!.name, names.get(other)!.name)),
      ({ team }) => team,
      (team) => names.get(team!)!.name,
    ),
    services: lines(
      services.sort((one, other) => (one === null ? 1 : other === null ? -1 : ALPHABET.compare(one, other))),
      ({ service }) => service,
      (service) => service ?? 'No service',
    ),
    themes: lines(
      themesIn(all),
      ({ kind, theme }) => (isPraise({ kind }) ? theme : null),
      () => null,
      false,
    ),
  };
};

const isPraise = ({ kind }: Pick<Given, 'kind'>): boolean => kind === 'acknowledgement';

const figuresOf = (those: readonly Given[], isOfDisputes: boolean): PraiseFigures => {
  const given = those.filter(isPraise);
  const named = given.map(({ people }) => people);
  return {
    acknowledgements: given.length,
    disputes: isOfDisputes ? those.length - given.length : null,
    people: named.includes(null) ? null : thanked(given, ({ people }) => people ?? []),
    wholeTeams: thanked(given, ({ wholeTeam, team }) => (wholeTeam ? [team] : [])),
  };
};

/** Those who are thanked, each once, with the acknowledgements that thank them: one for each time that somebody is named. */
const thanked = (given: readonly Given[], whom: (each: Given) => readonly string[]): Counted => ({
  count: new Set(given.flatMap(whom)).size,
  references: given.flatMap((each) => whom(each).map(() => each.reference)),
});

const givenIn = (year: FinancialYear, readModels: ReadModels): Given[] => {
  const { where, parameters } = narrowedTo(year, {});
  return readModels
    .all<
      Omit<Given, 'people' | 'wholeTeam'> & {
        people: string | null;
        wholeTeam: number | null;
        status: string;
        imported: number;
      }
    >(
      `${WITH_CASES}
       SELECT counted.reference, counted.kind, counted.team, counted.theme, counted.status, counted.imported,
              ${serviceOn('counted.team', 'counted.counted_on')} AS service,
              given.people, given.whole_team AS wholeTeam
       ${FROM_CASES} LEFT JOIN acknowledgement_register AS given ON given.reference = counted.reference
       WHERE ${where} ORDER BY counted.reference`,
      parameters,
    )
    .map(({ people, wholeTeam, status, imported, ...given }) => ({
      ...given,
      // One that was withdrawn thanked the wrong person.
      people: people === null || status === 'withdrawn' ? [] : peopleThanked(people, imported === 1),
      wholeTeam: wholeTeam === 1 && status !== 'withdrawn',
    }));
};

/** Teams of the year, and any other that has a record of it, as they were called and where they belonged at its end. */
const namesOf = (
  year: FinancialYear,
  all: readonly Given[],
  readModels: ReadModels,
): ReadonlyMap<string, { readonly name: string; readonly service: string | null }> => {
  const ids = [...new Set([...teamsOfYear(year, readModels).map(({ team }) => team), ...all.map(({ team }) => team)])];
  return new Map(
    readModels
      .all<{ team: string; name: string; service: string | null }>(
        `SELECT asked.value AS team, ${teamNameOn('asked.value', ':last')} AS name, ${serviceOn('asked.value', ':last')} AS service
         FROM json_each(:ids) AS asked`,
        { ids: JSON.stringify(ids), last: lastDayOf(year) },
      )
      .map(({ team, ...named }) => [team, named]),
  );
};

const themesIn = (all: readonly Given[]): string[] => {
  const places = new Map(ACKNOWLEDGEMENT_THEMES.map(({ code }, place) => [code as string, place]));
  const codes = [...new Set(all.filter(isPraise).map(({ theme }) => theme))];
  return codes.sort((a, b) => (places.get(a) ?? 999) - (places.get(b) ?? 999) || (a < b ? -1 : 1));
};
