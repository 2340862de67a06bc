import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LocalDate } from '../../calendar/calendar.js';
import { lifeOfChildren, mustBePossible } from '../../calendar/date-rules.js';
import { isLocalDate } from '../../calendar/dates.js';
import { childDecider, childStream } from '../../directory/child.js';
import type { Directory, Post } from '../../directory/directory.js';
import {
  type DirectoryPorts,
  type DirectoryReport,
  heldBy,
  importDirectory,
} from '../../directory/import/import-directory.js';
import { READ_IN_BY } from '../../directory/import/read-in-by.js';
import { choicesInWords, whoIsMeant } from '../../directory/who-is-meant.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { newId } from '../../platform/new-id.js';
import { decode } from '../../platform/separated-text/encoding.js';
import type { CouncilPost } from '../../protocol/own-posts.js';
import { saysOn } from '../../protocol/words-now.js';
import { actorNamed } from '../actor-named.js';
import type { OpenCouncil } from '../council.js';
import { CommandFailed, counted, printJson, type Terminal } from '../terminal.js';
import { proposerOf } from './proposer.js';

/** Reads each file in turn, since a later one may name what an earlier one brought; stops at the first with rows to mend. */
export const importDirectoryFiles = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  files: readonly string[],
  { json }: { json?: boolean },
): Promise<void> => {
  const reports: DirectoryReport[] = [];
  for (const path of files) {
    const text = decode(await contentsOf(path));
    const report = await importDirectory(
      { fileName: basename(path), text },
      await portsOf(council, readerOf(text, actor, council)),
    );
    await council.readModels.catchUp();
    reports.push(report);
    if (!report.written) break;
  }
  if (json) printJson(terminal, { files: reports });
  else for (const report of reports) terminal.print(inWords(report));
  const refused = reports.find((report) => !report.written);
  if (refused)
    throw new CommandFailed(
      `${counted(refused.refused.length, 'cell')} of ${refused.file} must be mended, so nothing of it was imported.`,
    );
};

/**
 * Puts a newer file in the place of what the directory has: shows what would change, and carries it out where the digest of just that is
 * given back.
 */
export const replaceDirectory = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  path: string,
  { differences = null, json }: { differences?: string | null; json?: boolean },
): Promise<void> => {
  const text = decode(await contentsOf(path));
  const file = { fileName: basename(path), text, replaces: { differences } };
  const report = await importDirectory(file, await portsOf(council, readerOf(text, actor, council)));
  await council.readModels.catchUp();
  if (json) printJson(terminal, report);
  else terminal.print(inWords(report));
  if (report.refused.length > 0)
    throw new CommandFailed(
      `${counted(report.refused.length, 'cell')} of ${report.file} must be mended, so nothing was replaced.`,
    );
  if (!report.written && differences !== null)
    throw new CommandFailed(
      'What would change is no longer what you read, so nothing was replaced. Read it above, and give its new digest.',
    );
};

/** The same person from their post that may read in what this file holds; the command line, where nobody is named. */
const readerOf = (text: string, actor: Actor, council: OpenCouncil): Actor =>
  actor.role === null ? actor : actorNamed(actor.person, READ_IN_BY[heldBy(text)], council);

/** By id, or by a name that one social worker in office bears; from a day that the API takes too. */
export const nameSocialWorker = async (
  { executor, directory, today, now }: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { child, person, from = today }: { child: string; person?: string; from?: string },
): Promise<void> => {
  const life = lifeOfChildren([child], (each) => directory.child(each, today));
  if (isLocalDate(from)) mustBePossible('of-the-child', [from], { today, ...life, raisedOn: null });
  const socialWorker = person === undefined ? null : workerMeant(person, directory, today);
  const act = { type: 'name-social-worker', socialWorker, from, today } as const;
  await executor.execute(childStream(child), childDecider, act, null, { commandId: newId(), actor, occurredAt: now });
  terminal.print(
    socialWorker === null
      ? `From ${from} no social worker of child ${child} is known.\n`
      : `The social worker of child ${child} is ${socialWorker} from ${from}.\n`,
  );
};

const workerMeant = (written: string, directory: Directory, today: LocalDate): string => {
  const isWorker = ({ kind }: Post): boolean => kind === 'social-worker';
  const meant = whoIsMeant(written, directory, today, isWorker);
  if (meant.is === 'several')
    throw new CommandFailed(
      `Several social workers have this name. Give the id of one: ${choicesInWords(meant.people, directory, today)}.`,
    );
  if (meant.is === 'one' && directory.postsHeldBy(meant.person.personId, today).some(isWorker))
    return meant.person.personId;
  throw new CommandFailed('No social worker in office has this name or id. Import them with their post first.');
};

const postsOfTheCouncil = async ({ protocols, today }: OpenCouncil): Promise<readonly CouncilPost[]> =>
  saysOn(await protocols.current(), today).posts;

const portsOf = async (council: OpenCouncil, actor: Actor): Promise<DirectoryPorts> => ({
  executor: council.executor,
  store: council.store,
  directory: council.directory,
  catchUp: () => council.readModels.catchUp(),
  proposedBy: proposerOf(actor),
  today: council.today,
  ownPosts: await postsOfTheCouncil(council),
  envelope: (commandId) => ({ commandId, actor, occurredAt: council.now }),
});

const contentsOf = (path: string): Promise<Buffer> =>
  readFile(path).catch(() => {
    throw new CommandFailed(`${path} cannot be opened. Check its name and that you may read it.`);
  });

const inWords = (report: DirectoryReport): string => {
  const { file, holds, rows, changes, refused, warnings, ignoredColumns, proposals, differences, written } = report;
  return [
    `${file}: ${counted(rows, 'row')} of ${holds}, ${counted(changes, 'change')}, ${refused.length} refused`,
    ...refused.map(
      ({ row, column, found, expected }) => `  row ${row}: ${column} says "${found}"; expected ${expected}`,
    ),
    ...warnings.map(({ row, column, message }) => `  row ${row}, ${column}: ${message}`),
    ...proposals.map(
      ({ proposal, person, title }) =>
        `  waits for a second person: ${person === null ? title : `${person} as ${title}`} (${proposal ?? 'not proposed yet'})`,
    ),
    ...ignoredColumns.map((heading) => `  not read: "${heading}"`),
    ...(differences === undefined ? [] : differences.lines.map((line) => `  ${line}`)),
    ...(differences === undefined || refused.length > 0
      ? []
      : [written ? 'Replaced.' : `Nothing is replaced yet. To do it, add: --differences ${differences.digest}`]),
    '',
  ].join('\n');
};
