import { createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { documentsFor } from '../../composition/documents.js';
import { disputeStream } from '../../disputes/act-on-dispute.js';
import { kindAndSize } from '../../documents/document.js';
import { type DocumentNamed, documentsNamedIn } from '../../documents/events.js';
import { isTooLarge } from '../../documents/refusals.js';
import type { Config } from '../../platform/config/config.js';
import { LARGEST_FILE } from '../../platform/http/files-sent.js';
import { problemFrom } from '../../platform/http/problem.js';
import { readReference } from '../../platform/ids.js';
import type { OpenCouncil } from '../council.js';
import { personMeant } from '../person-meant.js';
import { CommandFailed, fileFrom, printExactly, printJson, type Terminal } from '../terminal.js';
import { opened } from './opened.js';

interface ToAdd {
  readonly file: string;
  readonly as: string;
  readonly json?: boolean;
}

/** It is looked at, scanned and kept as one that comes by a page; an act names it by the id within 30 days. */
export const addDocument = async (
  { directory, today }: OpenCouncil,
  config: Config,
  terminal: Terminal,
  { file, as, json }: ToAdd,
): Promise<void> => {
  const { personId } = personMeant(as, directory, today, '--as');
  const document = await inSentences(async () => {
    const bytes = await bytesOf(fileFrom(terminal, file));
    return documentsFor(config).add({ name: basename(file), bytes }, personId);
  });
  if (json) return printJson(terminal, document);
  printExactly(terminal, `${document.id}\n`);
  terminal.say(`${kindAndSize(document)}, SHA-256 ${document.sha256}. An act names it by this id within 30 days.\n`);
};

const bytesOf = async (file: string): Promise<Buffer> => {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandFailed(`There is no file ${file}.`);
  if (found.size > LARGEST_FILE) throw isTooLarge();
  return readFile(file);
};

export const listDocuments = async (
  council: OpenCouncil,
  terminal: Terminal,
  { reference: written, json }: { readonly reference: string; readonly json?: boolean },
): Promise<void> => {
  const { reference, documents } = await documentsOf(council, written);
  await opened(council, 'history', 'document list', [reference]);
  if (json) return printJson(terminal, { reference, documents });
  for (const { id, name, ...about } of documents) printExactly(terminal, `${id}\t${kindAndSize(about)}\t${name}\n`);
  if (documents.length === 0) terminal.say('No document was sent with it.\n');
};

/** The file is for its owner alone, and never one that is there already. */
export const saveDocument = async (
  council: OpenCouncil,
  config: Config,
  terminal: Terminal,
  { reference: written, id, file }: { readonly reference: string; readonly id: string; readonly file: string },
): Promise<void> => {
  const { reference, documents } = await documentsOf(council, written);
  const document = documents.find((each) => each.id === id);
  if (document === undefined)
    throw new CommandFailed(
      `No document of ${reference} has that id: "footprint document list ${reference}" shows them.`,
    );
  const bytes = await inSentences(() => documentsFor(config).open(document));
  await opened(council, 'document', 'document save', [reference]);
  const saved = createWriteStream(fileFrom(terminal, file), { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(bytes, saved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CommandFailed(`${file} is there already and is not overwritten. Give another name.`, { cause: error });
    await rm(fileFrom(terminal, file), { force: true });
    throw error;
  }
  terminal.say(`${kindAndSize(document)}, SHA-256 ${document.sha256}.\n`);
};

interface DocumentsOfDispute {
  readonly reference: string;
  readonly documents: readonly DocumentNamed[];
}

/** As they are in the log: also those of an entry that was taken back. */
const documentsOf = async ({ store }: OpenCouncil, written: string): Promise<DocumentsOfDispute> => {
  const reference = readReference(written) ?? written;
  const events = await store.read(disputeStream(reference));
  if (events.length === 0) throw new CommandFailed('There is no dispute of that reference. Check how it is written.');
  return { reference, documents: events.flatMap((event) => [...documentsNamedIn(event)]) };
};

/** The command fails with the sentence that a page would show. */
const inSentences = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act();
  } catch (error) {
    const problem = problemFrom(error);
    if (problem === undefined || error instanceof CommandFailed) throw error;
    throw new CommandFailed(problem.detail, { cause: error });
  }
};
