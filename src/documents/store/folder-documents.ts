import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../../calendar/calendar.js';
import { openedPieces, sealedInPieces } from '../../platform/sealing/sealed-pieces.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { newSecret } from '../../platform/secret.js';
import type { AboutDocument } from '../document.js';
import {
  type DocumentHere,
  DocumentMissing,
  DocumentsAway,
  type DocumentStore,
  type Hold,
  isDocumentId,
} from './document-store.js';

/** For its owner alone, like everything that says something about children. */
const FOLDER = 0o700;
const FILE = 0o600;

const CONTENT = 'content';
const ABOUT = 'about';
const HOLD = 'hold-';
/** Begins the name of a folder that is not whole yet, or not any more. */
const HALF = '.half-';

/**
 * Documents in a folder, which several instances may share: each document is a folder of its own, which gets its name only when it is whole and
 * on the disk, and is never changed. Those that wait to be sent are apart from those that are held, so that what is forgotten is found quickly.
 *
 *     waiting/<id>/            content, about
 *     held/<first two>/<id>/   content, about, hold-<chance> for each act
 */
export class FolderDocuments implements DocumentStore {
  private readonly sealing: Sealing;

  constructor(
    private readonly folder: string,
    private readonly key: Buffer,
  ) {
    this.sealing = new Sealing(key);
  }

  async add(id: string, about: AboutDocument, bytes: Buffer, now: Instant): Promise<void> {
    await orAway(async () => {
      const half = join(this.waiting, `${HALF}${id}`);
      await mkdir(half, { recursive: true, mode: FOLDER });
      try {
        await write(join(half, CONTENT), sealedInPieces(this.key, contentOf(id), bytes));
        await write(join(half, ABOUT), this.sealing.seal(aboutOf(id), JSON.stringify(about)));
        await setTouched(half, now);
        await synced(half);
        await rename(half, join(this.waiting, id));
        await synced(this.waiting);
      } catch (error) {
        await rm(half, { recursive: true, force: true });
        throw error;
      }
    });
  }

  async find(id: string): Promise<DocumentHere | undefined> {
    return orAway(async () => {
      const place = await this.placeOf(id);
      if (place === undefined) return undefined;
      const written = await ifThere(readFile(join(place, ABOUT), 'utf8'));
      const text = written === undefined ? null : this.sealing.open(aboutOf(id), written);
      if (text === null) return undefined;
      const sentBy: string[] = [];
      for (const name of await holdsIn(place)) {
        const sealed = await ifThere(readFile(join(place, name), 'utf8'));
        const person = sealed === undefined ? null : this.sealing.open(holdOf(id), sealed);
        if (person !== null) sentBy.push(person);
      }
      return { about: JSON.parse(text) as AboutDocument, sentBy };
    });
  }

  async *open(id: string): AsyncGenerator<Buffer> {
    const place = await orAway(() => this.placeOf(id));
    if (place === undefined) throw new DocumentMissing('There is no such document.');
    yield* openedPieces(this.key, contentOf(id), chunksOf(join(place, CONTENT)));
  }

  async hold(id: string, sentBy: string): Promise<Hold | undefined> {
    return orAway(async () => {
      const name = `${HOLD}${newSecret()}`;
      const sealed = this.sealing.seal(holdOf(id), sentBy);
      // Another act may move it while this one looks for it.
      for (let tries = 0; tries < 3; tries++) {
        const place = await this.placeOf(id);
        if (place === undefined) return undefined;
        if ((await ifThere(write(join(place, name), sealed).then(() => true))) === undefined) continue;
        // Moved by another act in the meantime, with this hold in it.
        for (const each of [place, this.heldPlace(id)]) await ifThere(synced(each));
        await this.move(this.waitingPlace(id), this.heldPlace(id));
        return { document: id, name };
      }
      throw new DocumentsAway('A document is moved again and again.');
    });
  }

  async letGo({ document, name }: Hold): Promise<void> {
    await orAway(async () => {
      const place = this.heldPlace(document);
      await ifThere(unlink(join(place, name)));
      if ((await holdsIn(place)).length === 0) await this.move(place, this.waitingPlace(document));
    });
  }

  async touch(id: string, now: Instant): Promise<void> {
    if (!isDocumentId(id)) return;
    await orAway(() => ifThere(setTouched(this.waitingPlace(id), now)));
  }

  async forget(id: string): Promise<void> {
    if (!isDocumentId(id)) return;
    await orAway(async () => {
      const half = join(this.waiting, `${HALF}${newSecret()}`);
      if ((await ifThere(rename(this.waitingPlace(id), half).then(() => true))) === undefined) return;
      // Held at the same moment: it stays.
      if ((await holdsIn(half)).length > 0) await this.move(half, this.heldPlace(id));
      else await rm(half, { recursive: true, force: true });
    });
  }

  async forgetBefore(moment: Instant): Promise<void> {
    await orAway(async () => {
      for (const name of (await ifThere(readdir(this.waiting))) ?? []) {
        const place = join(this.waiting, name);
        const touched = await ifThere(stat(isDocumentId(name) ? join(place, ABOUT) : place));
        if (touched === undefined || touched.mtime.toISOString() >= moment) continue;
        if (isDocumentId(name)) await this.forget(name);
        else if (name.startsWith(HALF)) await rm(place, { recursive: true, force: true });
      }
    });
  }

  async *held(): AsyncGenerator<string> {
    const held = join(this.folder, 'held');
    for (const part of (await orAway(() => ifThere(readdir(held)))) ?? [])
      yield* (await orAway(() => readdir(join(held, part)))).filter(isDocumentId);
  }

  private get waiting(): string {
    return join(this.folder, 'waiting');
  }

  private waitingPlace(id: string): string {
    return join(this.waiting, id);
  }

  private heldPlace(id: string): string {
    return join(this.folder, 'held', id.slice(0, 2), id);
  }

  /** Undefined where it is in neither place. It is looked for where it comes from last, so that it is not missed on its way. */
  private async placeOf(id: string): Promise<string | undefined> {
    if (!isDocumentId(id)) return undefined;
    for (const place of [this.heldPlace(id), this.waitingPlace(id), this.heldPlace(id)])
      if ((await ifThere(stat(place))) !== undefined) return place;
    return undefined;
  }

  /** Nothing is done where another has moved it already. */
  private async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true, mode: FOLDER });
    await ifThere(rename(from, to));
    await synced(dirname(to));
  }
}

const contentOf = (id: string): string => `document ${id}`;
const aboutOf = (id: string): string => `about document ${id}`;
const holdOf = (id: string): string => `hold of document ${id}`;

const holdsIn = async (place: string): Promise<string[]> =>
  ((await ifThere(readdir(place))) ?? []).filter((name) => name.startsWith(HOLD));

/** It is on the disk when this has returned. */
const write = async (file: string, what: Buffer | string): Promise<void> => {
  const opened = await open(file, 'wx', FILE);
  try {
    await opened.writeFile(what);
    await opened.sync();
  } finally {
    await opened.close();
  }
};

const synced = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

const setTouched = (place: string, now: Instant): Promise<void> =>
  utimes(join(place, ABOUT), new Date(now), new Date(now));

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new DocumentMissing('There is no such document.', { cause: error });
    throw new DocumentsAway(`A document cannot be read: ${codeOf(error)}`, { cause: error });
  }
}

/** Undefined if there is no such document. */
const ifThere = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const orAway = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DocumentsAway) throw error;
    throw new DocumentsAway(`The folder of documents cannot be used: ${codeOf(error)}`, { cause: error });
  }
};

/** The error of the system, without the path that its message would name. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
