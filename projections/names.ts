/** SQL for what stands behind an id on a day. Rows hold ids, so a team renamed shows the name it bore then. */

/** The team's name on a day; its id while the directory does not know it. */
export const teamNameOn = (team: string, day: string): string =>
  `coalesce((SELECT name FROM team_names AS named
     WHERE named.team = ${team} AND (named."from" IS NULL OR named."from" <= ${day})
     ORDER BY named."from" DESC, named.number DESC LIMIT 1), ${team})`;

/** A person's name, with the id beside it where others bear the same; the id alone while the directory does not know it. */
export const personName = (person: string): string =>
  `coalesce((SELECT CASE WHEN EXISTS (SELECT 1 FROM people AS other WHERE other.name = own.name AND other.person <> own.person)
       THEN own.name || ' (' || own.person || ')' ELSE own.name END
     FROM people AS own WHERE own.person = ${person}), ${person})`;

/** The service a team belonged to on a day; null where it has none. */
export const serviceOn = (team: string, day: string): string =>
  `(SELECT json_extract(entry.value, '$.service') FROM teams AS serving, json_each(serving.services) AS entry
    WHERE serving.team = ${team}
      AND (json_extract(entry.value, '$.from') IS NULL OR json_extract(entry.value, '$.from') <= ${day})
    ORDER BY json_extract(entry.value, '$.from') DESC, entry.key DESC LIMIT 1)`;

/** Every team's services with the days between which they hold: `since` is the first day, `until` the first day no longer. */
export const TEAM_SERVICES = `team_services AS MATERIALIZED (
  SELECT team, json_extract(entry.value, '$.service') AS service,
         coalesce(json_extract(entry.value, '$.from'), '') AS since,
         lead(coalesce(json_extract(entry.value, '$.from'), ''), 1, '9999') OVER (
           PARTITION BY team ORDER BY coalesce(json_extract(entry.value, '$.from'), ''), entry.key
         ) AS until
  FROM teams, json_each(teams.services) AS entry
)`;

/** Joins the service a team belonged to on a day. */
export const joinService = (team: string, day: string): string =>
  `LEFT JOIN team_services ON team_services.team = ${team}
     AND ${day} >= team_services.since AND ${day} < team_services.until`;

/** Whether a team is the one a person wrote: its id, its code or any name it has had. */
export const isTeamWritten = (team: string, parameter: string): string =>
  `(${team} = ${parameter} OR ${team} IN (
     SELECT team FROM teams WHERE code = ${parameter} COLLATE NOCASE
     UNION SELECT team FROM team_names WHERE name = ${parameter} COLLATE NOCASE))`;
