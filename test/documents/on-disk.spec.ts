import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { ViewLog } from '../../src/access/view-log/view-log.js';
import type { DocumentDto } from '../../src/documents/documents.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { A_PDF } from '../support/documents.js';

/** More than one piece, and nothing that repeats. */
const CANARY = 'Quince-coloured words about Ella.';
const NOTE = Array.from({ length: 5_000 }, (_, line) => `${line}: ${CANARY}\n`).join('');

describe('documents in the data folder', () => {
  let folder: string;
  let council: Council;
  let reference: string;
  let document: DocumentDto;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-documents-on-disk-'));
    council = await Council.begin('house', { dataDir: join(folder, 'data') });
    document = (await council.upload('Iris', 'Quince-coloured note.txt', NOTE)).body;
    ({ reference } = await council.done('Iris', '/disputes', aConcern({ documents: [document.id] })));
  });
  afterEach(async () => {
    await council.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const footprint = async (dataDir: string, ...words: string[]) => {
    let [out, said] = ['', ''];
    const code = await run(words, {
      environment: { FOOTPRINT_DATA_DIR: join(folder, dataDir) },
      print: (text) => void (out += text),
      say: (text) => void (said += text),
    });
    return { code, out, said };
  };
  const filesIn = (path: string): string[] =>
    readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  const contentIn = (path: string): string => filesIn(path).find((each) => each.endsWith('/content'))!;
  const withKey = (path: string): void =>
    cpSync(join(folder, 'data', 'sealing.key'), join(folder, path, 'sealing.key'));

  it('stand in no file of it in words but the log, nor does their name, nor in what is logged', () => {
    for (const file of filesIn('data/documents')) {
      expect(`${file}${readFileSync(file, 'latin1')}`).not.toMatch(/Quince|Ella|note\.txt/);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
    expect(council.lines.join('')).not.toMatch(/Quince|Ella|note\.txt/);
  });

  it('are kept before what names them is answered as saved, so that a server which is killed loses none', async () => {
    cpSync(join(folder, 'data'), join(folder, 'killed'), { recursive: true });
    rmSync(join(folder, 'killed', 'read-models.sqlite'), { force: true });
    const { code, out } = await footprint('killed', 'verify');
    expect([code, out]).toEqual([0, expect.stringContaining('Documents: 1 document, each as it was recorded.')]);
  });

  it('go with a backup and come back from it, sealed, and without the key', async () => {
    await council.upload('Tom', 'waits.pdf', A_PDF);
    const backup = join(folder, 'backup.sqlite');
    const made = await footprint('data', 'backup', backup);
    expect(made.out).toContain(`2 documents copied to ${backup}.documents, sealed`);
    for (const file of filesIn('backup.sqlite.documents')) expect(readFileSync(file, 'latin1')).not.toContain('Quince');
    expect(filesIn('backup.sqlite.documents').some((file) => file.endsWith('.key'))).toBe(false);
    const restored = await footprint('restored', 'restore', backup);
    expect(restored.out).toContain('2 documents restored to');
    const closed = await footprint('restored', 'verify');
    expect([closed.code, closed.out]).toEqual([1, expect.stringContaining('is damaged, or sealed with another key')]);
    withKey('restored');
    expect((await footprint('restored', 'verify')).out).toContain('Documents: 1 document, each as it was recorded.');
  });

  it('go over with the log to another place', async () => {
    const from = join(folder, 'data');
    const copied = await footprint('data', 'copy-log', '--from', from, '--to', join(folder, 'copy'), '--json');
    expect(JSON.parse(copied.out)).toMatchObject({ documents: 1 });
    withKey('copy');
    expect((await footprint('copy', 'verify')).out).toContain('Documents: 1 document, each as it was recorded.');
    const again = await footprint('data', 'copy-log', '--from', from, '--to', join(folder, 'copy'));
    expect(again.out).toContain('1 document copied to');
  });

  it('that are missing or damaged are said by their hash and their event, and are not sent out', async () => {
    const file = contentIn('data/documents');
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed[70_000]! ^= 1;
    writeFileSync(file, changed);
    const damaged = await footprint('data', 'verify');
    expect(damaged.code).toBe(1);
    expect(damaged.out).toContain(`Document ${document.sha256}, named by event `);
    expect(damaged.out).toContain(` of dispute-${reference}, is damaged`);
    expect(`${damaged.out}${damaged.said}`).not.toMatch(/Quince|note\.txt/);
    const answer = await council.get('Iris', `/disputes/${reference}/document?id=${document.id}`);
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([503, 'document-not-as-recorded']);
    expect(answer.text).not.toContain('Quince');
    rmSync(file);
    const missing = await footprint('data', 'verify', '--json');
    expect(JSON.parse(missing.out)).toMatchObject({
      ok: false,
      documents: {
        documents: 1,
        faults: [{ sha256: document.sha256, stream: `dispute-${reference}`, what: 'missing' }],
      },
    });
    writeFileSync(file, whole);
    expect((await footprint('data', 'verify')).code).toBe(0);
    // In the place of another it does not open either.
    const other = (await council.upload('Iris', 'other.txt', 'Another text')).body;
    await council.done('Iris', '/disputes', aConcern({ documents: [other.id] }));
    const [one, two] = filesIn('data/documents').filter((each) => each.endsWith('/content'));
    cpSync(one!, two!);
    expect((await footprint('data', 'verify')).code).toBe(1);
  });

  it('are taken in, listed and saved on the command line, which is put on record', async () => {
    const file = join(folder, 'minutes of the panel.pdf');
    writeFileSync(file, A_PDF);
    const added = await footprint('data', 'document', 'add', file, '--as', 'Tom');
    expect(added).toMatchObject({ code: 0, said: expect.stringContaining('PDF, ') });
    const id = added.out.trim();
    const answer = { agreement: 'agree', reasons: 'You are right.', documents: [id] };
    await council.done('Tom', `/disputes/${reference}/answer`, answer);
    const listed = await footprint('data', 'document', 'list', reference);
    expect(
      listed.out
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[2]),
    ).toEqual([...['Quince-coloured note.txt', 'minutes of the panel.pdf']]);
    const saved = join(folder, 'saved.txt');
    expect(await footprint('data', 'document', 'save', reference, document.id, saved)).toMatchObject({
      code: 0,
      out: '',
    });
    expect(readFileSync(saved, 'utf8')).toBe(NOTE);
    expect(statSync(saved).mode & 0o077).toBe(0);
    const views = await council.app.get(ViewLog).of(reference);
    expect(views.map(({ by }) => by)).toEqual(expect.arrayContaining(['document list', 'document save']));
    const twice = await footprint('data', 'document', 'save', reference, document.id, saved);
    expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('is there already') });
    expect(
      await footprint('data', 'document', 'save', reference, id.replace(/.$/, 'x'), join(folder, 'x')),
    ).toMatchObject({
      code: 1,
    });
    writeFileSync(file, 'MZ');
    const refused = await footprint('data', 'document', 'add', file, '--as', 'Tom');
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining('A file of this kind is not taken'),
    });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});
