import { COVERED_ON } from '../../projections/covers/covers.js';
import { heldOn, notLeftBy } from '../../projections/post-holders/post-holders.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { POST_KINDS, type PostKind } from '../protocol/protocol.js';
import {
  answersForTeams,
  type Child,
  type Directory,
  type HeldPost,
  mayBeCovered,
  type Person,
  type Post,
  type PostWithScope,
  type Team,
} from './directory.js';
import { plainName, plainSpelling } from './spelling.js';

type ChildRow = Omit<Child, 'fromRegister'> & { readonly fromRegister: number };

interface TeamRow {
  team: string;
  code: string;
  name: string;
  services: string;
  also_written_as: string;
  from: LocalDate | null;
  to: LocalDate | null;
}

/** The latest name that had begun by the day; before the first dated one, the name by which it was registered. */
const NAME_ON = `(SELECT name FROM team_names AS n WHERE n.team = t.team AND (n."from" IS NULL OR n."from" <= :on)
  ORDER BY n.number DESC LIMIT 1)`;
const TEAM = `SELECT t.team, t.code, ${NAME_ON} AS name, t.services, t.also_written_as, t."from", t."to" FROM teams AS t`;
const THERE = `(t."from" IS NULL OR t."from" <= :on) AND (t."to" IS NULL OR t."to" >= :on)`;
const HELD = heldOn('h');
const POST = `p.post AS postId, p.kind, p.title, p.team, p.service`;
const TEAM_OF_POST = `(SELECT ${NAME_ON} FROM teams AS t WHERE t.team = p.team)`;
const CHILD = `SELECT c.child AS childId, c.initials, c.born_on AS bornOn, c.population, c.from_register AS fromRegister, a.team, a.iro,
    w.worker AS socialWorker, c.died_on AS diedOn
  FROM children AS c LEFT JOIN child_allocations AS a ON a.child = c.child AND a.number =
    (SELECT max(number) FROM child_allocations AS b WHERE b.child = c.child AND (b."from" IS NULL OR b."from" <= :on))
  LEFT JOIN child_workers AS w ON w.child = c.child AND w.number =
    (SELECT max(number) FROM child_workers AS v WHERE v.child = c.child AND (v."from" IS NULL OR v."from" <= :on))`;
const LATEST = '9999-12-31';

/** The directory as the read models have it: every answer is for a day, and a date that is missing means throughout. */
export const directoryFrom = (readModels: ReadModels): Directory => {
  const postsWhere = (condition: string, parameters: Record<string, unknown>): HeldPost[] =>
    readModels.all<HeldPost>(
      `SELECT ${POST}, h.person FROM posts AS p LEFT JOIN post_holders AS h ON h.post = p.post AND ${HELD}
       WHERE p.kind = :kind AND ${condition} ORDER BY p.post, h.number`,
      parameters,
    );

  const teamsWithSpellings = (): { team: Team; spellings: string[] }[] => {
    const names = readModels.all<{ team: string; name: string }>('SELECT team, name FROM team_names');
    return readModels
      .all<TeamRow>(TEAM, { on: LATEST })
      .map((row) => ({ team: teamOf(row, LATEST), spellings: spellingsOf(row, names) }));
  };

  const teamsWritten = (written: string): Team[] => {
    const wanted = plainSpelling(written);
    return teamsWithSpellings()
      .filter(({ spellings }) => spellings.some((each) => plainSpelling(each) === wanted))
      .map(({ team }) => team);
  };

  const postsWithScope = (on: LocalDate): PostWithScope[] =>
    readModels
      .all<Post & { teamName: string | null }>(
        `SELECT ${POST}, ${TEAM_OF_POST} AS teamName FROM posts AS p ORDER BY p.post`,
        { on },
      )
      .map(({ teamName, ...post }) => ({ ...post, scope: teamName ?? post.service }));

  return {
    team: (teamId, on) => {
      const row = readModels.get<TeamRow>(`${TEAM} WHERE t.team = :teamId`, { teamId, on });
      return row && teamOf(row, on);
    },

    teams: (on) =>
      readModels.all<TeamRow>(`${TEAM} WHERE ${THERE} ORDER BY name`, { on }).map((row) => teamOf(row, on)),

    successorOf: (teamId, on) => successorIn(readModels, teamId, on),

    teamIds: () => readModels.all<{ team: string }>('SELECT team FROM teams').map(({ team }) => team),

    services: () => {
      const rows = readModels.all<{ services: string }>('SELECT services FROM teams');
      return [
        ...new Set(rows.flatMap(({ services }) => datedServices(services).flatMap(({ service }) => service ?? []))),
      ].sort((a, b) => a.localeCompare(b, 'en'));
    },

    teamWritten: (written) => {
      const found = teamsWritten(written);
      // If a name was given to a new team after the old one ended, the one that exists is meant.
      return found.find(({ to }) => to === null) ?? found[0];
    },

    teamsWritten,

    teamsWithSpellings,

    postsWithScope,

    post: (postId) => readModels.get<Post>(`SELECT ${POST} FROM posts AS p WHERE p.post = :postId`, { postId }),

    postsWritten: (written, on) => {
      const wanted = plainName(written);
      return postsWithScope(on).flatMap(({ scope, ...post }) => {
        const called = scope === null ? [post.title] : [post.title, `${post.title} ${scope}`];
        return called.some((each) => plainName(each) === wanted) ? [post] : [];
      });
    },

    person: (personId) => personOf(readModels.get<PersonRow>(`${PERSON} WHERE person = ?`, [personId])),

    peopleNamed: (name) => {
      const wanted = plainName(name);
      const rows = readModels.all<PersonRow & { former_names: string }>(
        'SELECT person, name, email, from_register, former_names FROM people ORDER BY person',
      );
      const namesOf = (row: PersonRow & { former_names: string }): string[] => [
        row.name,
        ...(JSON.parse(row.former_names) as string[]),
      ];
      return rows.filter((row) => namesOf(row).some((each) => plainName(each) === wanted)).map((row) => personOf(row)!);
    },

    postsHeldBy: (personId, on) =>
      readModels.all<Post>(
        `SELECT DISTINCT ${POST} FROM post_holders AS h JOIN posts AS p ON p.post = h.post
         WHERE h.person = :personId AND ${HELD} ORDER BY p.post`,
        { personId, on },
      ),

    postsHeldFrom: (personId, day) =>
      readModels.all<Post>(
        `SELECT DISTINCT ${POST} FROM post_holders AS h JOIN posts AS p ON p.post = h.post
         WHERE h.person = :personId AND ${notLeftBy('h', ':day')} ORDER BY p.post`,
        { personId, day },
      ),

    postsFor: (kind: PostKind, team: string | null, on: LocalDate) => {
      const own = team === null ? [] : postsWhere('p.team = :team', { kind, team, on });
      if (own.length > 0) return own;
      const service = team === null ? null : serviceOf(readModels, team, on);
      const ofService =
        service === null ? [] : postsWhere('p.team IS NULL AND p.service = :service', { kind, service, on });
      if (ofService.length > 0 || answersForTeams(kind)) return ofService;
      return postsWhere('p.team IS NULL AND p.service IS NULL', { kind, on });
    },

    postsHeld: (kind, on) => postsWhere('h.person IS NOT NULL', { kind, on }),

    everyPostHeld: (on) =>
      readModels.all<HeldPost>(
        `SELECT ${POST}, h.person FROM posts AS p JOIN post_holders AS h ON h.post = p.post AND ${HELD}
         ORDER BY p.post, h.number`,
        { on },
      ),

    child: (childId, on) => {
      const row = readModels.get<ChildRow>(`${CHILD} WHERE c.child = :childId`, { childId, on });
      return row && childOf(row);
    },

    children: (childIds, on) =>
      readModels
        .all<ChildRow>(`${CHILD} WHERE c.child IN (SELECT value FROM json_each(:childIds))`, {
          childIds: JSON.stringify(childIds),
          on,
        })
        .map(childOf),

    coverFor: (iro, on) => standsInFor(iro, coversOn(readModels, on)),

    coverUntil: (iro, on) => {
      const covers = coversOn(readModels, on);
      const last = chainOf(iro, covers).map((each) => covers.get(each)!.until);
      return last.sort()[0];
    },

    coveredBy: (person, on) => {
      const covers = coversOn(readModels, on);
      return [...covers.keys()].filter((iro) => iro !== person && standsInFor(iro, covers) === person);
    },
  };
};

/** Kinds of post that may be stood in for, as a list of SQL. */
const COVERED_KINDS = POST_KINDS.filter((kind) => mayBeCovered({ kind }))
  .map((kind) => `'${kind}'`)
  .join(', ');

const holding = (held: string, post: string): string =>
  `${held}.person IN (covers.iro, covers.covered_by) AND ${post}.post = ${held}.post AND ${post}.kind IN (${COVERED_KINDS})`;

/**
 * Whether one of the two has left, since it was arranged, the post on which a cover rests, and held no other by the next day: it counts no
 * more, also once they are back. Another is arranged where it is needed.
 */
const HAS_LAPSED = `EXISTS (
  SELECT 1 FROM post_holders AS gone, posts AS gone_from
   WHERE ${holding('gone', 'gone_from')} AND gone."to" >= covers.arranged_on AND NOT ${notLeftBy('gone', ':on')}
     AND NOT EXISTS (
       SELECT 1 FROM post_holders AS next, posts AS next_post
        WHERE ${holding('next', 'next_post')} AND next.person = gone.person
          AND (next.post <> gone.post OR next.number <> gone.number)
          AND (next."from" IS NULL OR next."from" <= date(gone."to", '+1 day'))
          AND (next."to" IS NULL OR next."to" > gone."to" OR (next."to" = gone."to" AND gone.left_at_once AND NOT next.left_at_once))))`;

/** The person who stands in on a day for each who is away, by person id. */
type Covers = ReadonlyMap<string, { readonly by: string; readonly until: LocalDate }>;

const coversOn = (readModels: ReadModels, on: LocalDate): Covers =>
  new Map(
    readModels
      .all<{ iro: string; by: string; until: LocalDate }>(
        `SELECT covers.iro, covers.covered_by AS "by", covers."to" AS "until" FROM covers
          WHERE ${COVERED_ON} AND NOT ${HAS_LAPSED} ORDER BY covers.iro`,
        { on },
      )
      .map(({ iro, ...cover }) => [iro, cover]),
  );

/** If whoever stands in is away too, whoever stands in for that person does it, so that nobody is left with people who are away alone. */
const standsInFor = (iro: string, covers: Covers): string | undefined => {
  const last = chainOf(iro, covers).at(-1);
  return last === undefined ? undefined : covers.get(last)!.by;
};

/** Those who are away, one standing in for the one before, from an IRO on; none where nobody stands in for them. */
const chainOf = (iro: string, covers: Covers): string[] => {
  const chain: string[] = [];
  const passed = new Set([iro]);
  for (let away = iro, cover = covers.get(iro); cover !== undefined; away = cover.by, cover = covers.get(away)) {
    if (chain.length > 0 && passed.has(cover.by)) break;
    chain.push(away);
    passed.add(cover.by);
  }
  return chain;
};

const PERSON = 'SELECT person, name, email, from_register FROM people';
interface PersonRow {
  person: string;
  name: string;
  email: string | null;
  from_register: number;
}

const personOf = (row: PersonRow | undefined): Person | undefined =>
  row && { personId: row.person, name: row.name, email: row.email, fromRegister: row.from_register === 1 };

const teamOf = ({ team, code, name, services, from, to }: TeamRow, on: LocalDate): Team => ({
  teamId: team,
  code,
  name,
  service: serviceOn(services, on),
  from,
  to,
});

const datedServices = (services: string): { service: string | null; from: LocalDate | null }[] =>
  JSON.parse(services) as { service: string | null; from: LocalDate | null }[];

const serviceOn = (services: string, on: LocalDate): string | null =>
  datedServices(services).findLast(({ from }) => from === null || from <= on)?.service ?? null;

const serviceOf = (readModels: ReadModels, team: string, on: LocalDate): string | null => {
  const row = readModels.get<{ services: string }>('SELECT services FROM teams WHERE team = ?', [team]);
  return row ? serviceOn(row.services, on) : null;
};

const spellingsOf = (row: TeamRow, names: readonly { team: string; name: string }[]): string[] => [
  row.team,
  row.code,
  ...names.filter(({ team }) => team === row.team).map(({ name }) => name),
  ...(JSON.parse(row.also_written_as) as string[]),
];

/** A team that took over may have ended as well: the one that is there now is meant. */
const successorIn = (
  readModels: ReadModels,
  team: string,
  on: LocalDate,
  passed: readonly string[] = [],
): string | null => {
  const ended = readModels.get<{ succeeded_by: string }>(
    'SELECT succeeded_by FROM teams WHERE team = :team AND "to" < :on',
    { team, on },
  );
  const [successor, ...others] = JSON.parse(ended?.succeeded_by ?? '[]') as string[];
  if (successor === undefined || others.length > 0 || passed.includes(successor)) return null;
  return successorIn(readModels, successor, on, [...passed, team]) ?? successor;
};

const childOf = (row: ChildRow): Child => ({ ...row, fromRegister: row.fromRegister === 1 });
