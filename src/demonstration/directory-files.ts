import { stringify } from 'csv-stringify/sync';
import type { LocalDate } from '../calendar/calendar.js';
import { addDays } from '../calendar/dates.js';
import { type Chance, chanceFrom } from './chance.js';
import { IROS, SENIOR_POSTS, SHOWN, TEAMS } from './council.js';

/** Northshire's own spreadsheets, read in like those of any council: teams, then people and posts, then children. */
export const directoryFiles = (today: LocalDate, chance: Chance): { fileName: string; text: string }[] => [
  { fileName: 'teams.csv', text: teamsFile() },
  { fileName: 'people.csv', text: peopleFile() },
  { fileName: 'children.csv', text: childrenFile(today, chance) },
];

const csv = (rows: readonly Record<string, string>[]): string => stringify(rows.slice(), { header: true });

const teamsFile = (): string =>
  csv(
    TEAMS.map(({ code, name, service, manager }) => ({
      Team: name,
      Code: code,
      Service: service,
      'Team manager': manager,
    })),
  );

const peopleFile = (): string =>
  csv([
    ...IROS.map((name) => holding(name, 'iro')),
    ...TEAMS.flatMap((team) => team.socialWorkers.map((name) => holding(name, 'social-worker', team.name))),
    ...SENIOR_POSTS.map(({ person, kind, service }) => holding(person, kind, '', service ?? '')),
  ]);

const holding = (name: string, post: string, team = '', service = ''): Record<string, string> => ({
  Name: name,
  Post: post,
  Team: team,
  Service: service,
});

const INITIALS = 'ABCDEFGHIJKLMNOPRSTW';

/** The workers of a team take its children in turn; one child in twenty-five waits for a worker. */
const workerOf = ({ socialWorkers }: (typeof TEAMS)[number], index: number): string =>
  index % 25 === 24 ? '' : socialWorkers[index % socialWorkers.length]!;

const childrenFile = (today: LocalDate, chance: Chance): string => {
  const initial = (): string => INITIALS[chance.number(0, INITIALS.length - 1)]!;
  let recordNumber = 1_000_000;
  return csv([
    ...TEAMS.flatMap((team) =>
      Array.from({ length: team.children }, (_, index) => ({
        'Record number': String((recordNumber += chance.number(3, 40))),
        Initials: initial() + initial(),
        'Date of birth': addDays(today, -365 * chance.number(1, 17) - chance.number(0, 364)),
        Population: 'looked-after',
        Team: team.name,
        IRO: chance.oneOf(IROS),
        'Social worker': workerOf(team, index),
      })),
    ),
    ...childrenOfTheChair(today),
  ]);
};

/** Children under a child protection plan, by a chance of their own: the others stay as they are made without them. */
const childrenOfTheChair = (today: LocalDate): Record<string, string>[] => {
  const chance = chanceFrom(SEED_OF_THE_CHAIR);
  return Array.from({ length: CHILDREN_OF_THE_CHAIR }, (_, index) => {
    const team = TEAMS[index % 2]!;
    return {
      'Record number': String(FIRST_OF_THE_CHAIR + index * 7),
      Initials: chance.oneOf([...INITIALS]) + chance.oneOf([...INITIALS]),
      'Date of birth': addDays(today, -365 * chance.number(1, 15) - chance.number(0, 364)),
      Population: 'child-protection',
      Team: team.name,
      IRO: SHOWN.chair,
      'Social worker': workerOf(team, index),
    };
  });
};

const SEED_OF_THE_CHAIR = 3;
const CHILDREN_OF_THE_CHAIR = 16;
const FIRST_OF_THE_CHAIR = 1_090_003;
