import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AboutDocument } from '../../src/documents/document.js';
import { DocumentMissing, DocumentsAway, type DocumentStore } from '../../src/documents/store/document-store.js';
import { FolderDocuments } from '../../src/documents/store/folder-documents.js';
import { MemoryDocuments } from '../../src/documents/store/memory-documents.js';
import { SealBroken } from '../../src/platform/sealing/sealed-pieces.js';
import { newSecret } from '../../src/platform/secret.js';

const about: AboutDocument = {
  ...{ name: 'Quince-coloured minutes.pdf', type: 'application/pdf', size: 5, sha256: 'a'.repeat(64) },
  ...{ addedBy: 'tom', addedOn: '2023-04-03' },
};
const NOON = '2023-04-03T12:00:00.000Z';
const LATER = '2023-05-10T12:00:00.000Z';
const KEY = Buffer.alloc(32, 7);

const bytesOf = async (store: DocumentStore, id: string): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of store.open(id)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};
const heldIn = async (store: DocumentStore): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of store.held()) ids.push(id);
  return ids;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['in a folder', (): DocumentStore => new FolderDocuments(folder, KEY)],
  ['in memory', (): DocumentStore => new MemoryDocuments()],
])('documents %s', (_, begin) => {
  let store: DocumentStore;
  let id: string;
  beforeEach(async () => {
    store = begin();
    id = newSecret();
    await store.add(id, about, Buffer.from('bytes'), NOON);
  });

  it('are kept with what is known of them', async () => {
    expect(await store.find(id)).toEqual({ about, sentBy: [] });
    expect(await bytesOf(store, id)).toBe('bytes');
    expect(await store.find(newSecret())).toBeUndefined();
    await expect(bytesOf(store, newSecret())).rejects.toThrow(DocumentMissing);
    expect(await heldIn(store)).toEqual([]);
  });

  it('are held by each act that names them, and stay while one does', async () => {
    const [first, second] = [await store.hold(id, 'tom'), await store.hold(id, 'tess')];
    expect([...(await store.find(id))!.sentBy].sort()).toEqual(['tess', 'tom']);
    expect(await heldIn(store)).toEqual([id]);
    await store.letGo(first!);
    await store.forget(id);
    await store.forgetBefore(LATER);
    expect((await store.find(id))?.sentBy).toEqual(['tess']);
    expect(await bytesOf(store, id)).toBe('bytes');
    await store.letGo(second!);
    expect((await store.find(id))?.sentBy).toEqual([]);
    expect(await heldIn(store)).toEqual([]);
    expect(await store.hold(newSecret(), 'tom')).toBeUndefined();
  });

  it('that wait are forgotten when nobody has gone on with them, or at once', async () => {
    await store.forgetBefore(NOON);
    expect(await store.find(id)).toBeDefined();
    await store.touch(id, LATER);
    await store.forgetBefore('2023-05-09T12:00:00.000Z');
    expect(await store.find(id)).toBeDefined();
    await store.forgetBefore('2023-05-11T12:00:00.000Z');
    expect(await store.find(id)).toBeUndefined();
    await expect(bytesOf(store, id)).rejects.toThrow(DocumentMissing);
    const another = newSecret();
    await store.add(another, about, Buffer.from('more'), NOON);
    await store.forget(another);
    expect(await store.find(another)).toBeUndefined();
  });

  it('are looked for under nothing but an id', async () => {
    for (const wrong of ['', '..', `../${id}`, `${id}/about`, 'x'.repeat(44)]) {
      expect(await store.find(wrong)).toBeUndefined();
      expect(await store.hold(wrong, 'tom')).toBeUndefined();
      await store.touch(wrong, NOON);
      await store.forget(wrong);
    }
    expect(await store.find(id)).toBeDefined();
  });
});

describe('documents in a folder', () => {
  let store: FolderDocuments;
  beforeEach(() => {
    store = new FolderDocuments(join(folder, 'documents'), KEY);
  });
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));

  it('stand in no file in words, and are for their owner alone', async () => {
    const id = newSecret();
    await store.add(id, about, Buffer.from('Words about Ella'), NOON);
    await store.hold(id, 'tom-of-the-directory');
    expect(files()).toHaveLength(3);
    for (const file of files()) {
      expect(`${file}${readFileSync(file, 'latin1')}`).not.toMatch(/Quince|Ella|pdf|tom-of/);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
  });

  it('are the same from each instance that shares the folder, and open with the same key alone', async () => {
    const [one, two] = [store, new FolderDocuments(join(folder, 'documents'), KEY)];
    const id = newSecret();
    await one.add(id, about, Buffer.from('bytes'), NOON);
    const hold = await two.hold(id, 'tom');
    expect((await one.find(id))?.sentBy).toEqual(['tom']);
    expect(await bytesOf(one, id)).toBe('bytes');
    await one.letGo(hold!);
    expect((await two.find(id))?.sentBy).toEqual([]);
    const stranger = new FolderDocuments(join(folder, 'documents'), Buffer.alloc(32, 8));
    expect(await stranger.find(id)).toBeUndefined();
    await expect(bytesOf(stranger, id)).rejects.toThrow(SealBroken);
  });

  it('held and let go at the same moment by many are held as long as one of them holds', async () => {
    const id = newSecret();
    await store.add(id, about, Buffer.from('bytes'), NOON);
    const holds = await Promise.all(Array.from({ length: 8 }, (_, each) => store.hold(id, `person-${each}`)));
    expect(holds.every((each) => each !== undefined)).toBe(true);
    await Promise.all([
      ...holds.slice(1).map((each) => store.letGo(each!)),
      store.forget(id),
      store.forgetBefore(LATER),
    ]);
    expect((await store.find(id))?.sentBy).toEqual(['person-0']);
    expect(await bytesOf(store, id)).toBe('bytes');
  });

  it('that were held when the program ended, and not moved yet, are held', async () => {
    const id = newSecret();
    await store.add(id, about, Buffer.from('bytes'), NOON);
    await store.hold(id, 'tom');
    renameSync(join(folder, 'documents', 'held', id.slice(0, 2), id), join(folder, 'documents', 'waiting', id));
    await store.forget(id);
    await store.forgetBefore(new Date(Date.now() + 60_000).toISOString());
    expect((await store.find(id))?.sentBy).toEqual(['tom']);
    expect(await bytesOf(store, id)).toBe('bytes');
  });

  it('that were half written when the program ended are in nobody’s way, and go', async () => {
    const id = newSecret();
    await store.add(id, about, Buffer.from('bytes'), NOON);
    const half = new FolderDocuments(join(folder, 'documents'), KEY);
    writeFileSync(join(folder, 'documents', 'waiting', '.half-of-another'), 'x');
    expect(await half.find('.half-of-another')).toBeUndefined();
    await half.forgetBefore(new Date(Date.now() + 60_000).toISOString());
    expect(readdirSync(join(folder, 'documents', 'waiting'))).toEqual([]);
  });

  it('are away where the folder cannot be used, and no path is said', async () => {
    writeFileSync(join(folder, 'documents'), 'a file in its place');
    const added = store.add(newSecret(), about, Buffer.from('bytes'), NOON);
    await expect(added).rejects.toThrow(DocumentsAway);
    await expect(added).rejects.not.toThrow(folder);
  });
});
