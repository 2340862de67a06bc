import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { DocumentDto } from '../../src/documents/documents.dto.js';
import { DOCUMENT_STORE, type DocumentStore } from '../../src/documents/store/document-store.js';
import { ViewLog } from '../../src/access/view-log/view-log.js';
import { newSecret } from '../../src/platform/secret.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { A_PDF, aJpeg } from '../support/documents.js';
import { FakeClamd, VIRUS } from '../support/fake-clamd.js';
import { formWith } from '../support/form-with-files.js';

const PRIVATE_NAME = 'Quince-coloured minutes about Ella.pdf';

interface Shown {
  readonly raisedWith?: { readonly documents: DocumentDto[] };
  readonly rounds: readonly { readonly answers: readonly { readonly documents?: DocumentDto[] }[] }[];
  readonly actions: readonly { readonly documents?: DocumentDto[] }[];
}

describe('a document as evidence', () => {
  let council: Council;
  let clamd: FakeClamd;
  let commands = 0;
  beforeAll(async () => {
    clamd = await FakeClamd.listen();
    council = await Council.begin('house', { clamd: clamd.address });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter' });
  });
  afterAll(async () => {
    await council.end();
    await clamd.end();
  });

  const added = async (person: string, name = PRIVATE_NAME, bytes: Buffer | string = A_PDF): Promise<DocumentDto> => {
    const { status, body, text } = await council.upload(person, name, bytes);
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body;
  };
  const raised = async (documents: readonly string[] = []): Promise<string> => {
    const body = aConcern({ ...(documents.length === 0 ? {} : { documents }) });
    const { reference } = await council.done('Iris', '/disputes', body, { 'idempotency-key': `raise-${++commands}` });
    return reference;
  };
  const shown = async (person: string, reference: string): Promise<Shown> =>
    (await council.get<Shown>(person, `/disputes/${reference}`)).body;
  const opened = (person: string, reference: string, { id }: Pick<DocumentDto, 'id'>) =>
    council.get(person, `/disputes/${reference}/document?id=${id}`);

  it('is sent here, and then named by what is raised, an answer, and an action that was done', async () => {
    const [first, second, third] = [
      await added('Iris'),
      await added('Tom', 'plan.pdf'),
      await added('Tom', 'done.pdf'),
    ];
    const sha256 = createHash('sha256').update(A_PDF).digest('hex');
    expect(first).toEqual({ id: first.id, name: PRIVATE_NAME, type: 'application/pdf', size: A_PDF.length, sha256 });
    const reference = await raised([first.id]);
    const actions = [{ what: 'Sign the plan', who: 'Tom', by: '2023-04-21' }];
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions, documents: [second.id] }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It is right.' });
    const done = { actionId: 'A1', evidence: 'It is signed.', doneOn: '2023-04-03', documents: [third.id] };
    await council.done('Tom', `/disputes/${reference}/mark-action-done`, done);
    const { raisedWith, rounds, actions: agreed } = await shown('Iris', reference);
    expect(raisedWith?.documents).toEqual([first]);
    expect(rounds[0]?.answers[0]?.documents).toEqual([second]);
    expect(agreed[0]?.documents).toEqual([third]);
    for (const document of [first, second, third]) {
      const answer = await opened('Tom', reference, document);
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(A_PDF.toString());
    }
    const { body } = await council.get<{ entries: { data?: { documents?: object[] } }[] }>(
      'Iris',
      `/disputes/${reference}/events`,
    );
    expect(body.entries.flatMap(({ data }) => data?.documents ?? [])).toEqual([first, second, third]);
  });

  it('is sent out as a file to save, and never to be shown', async () => {
    const document = await added('Iris');
    const { headers } = await opened('Iris', await raised([document.id]), document);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(A_PDF.length),
      'content-disposition': `attachment; filename="${PRIVATE_NAME}"; filename*=UTF-8''Quince-coloured%20minutes%20about%20Ella.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('is opened by those who may read the words it was sent with, and answers 403 or 404 to anybody else', async () => {
    const document = await added('Iris');
    const reference = await raised([document.id]);
    const statuses: Record<string, number> = {};
    for (const person of ['Iris', 'Tom', 'Mona', 'Walter', 'Ines', 'Ivan', 'Tess', 'Beth', 'Percy', 'Adam'])
      statuses[person] = (await opened(person, reference, document)).status;
    expect(statuses).toEqual({
      ...{ Iris: 200, Tom: 200, Mona: 200, Walter: 200, Ines: 200, Ivan: 404, Tess: 404 },
      // Business support and the analyst know of it; the administrator knows of no dispute.
      ...{ Beth: 403, Percy: 403, Adam: 404 },
    });
    expect(JSON.stringify(await shown('Beth', reference))).not.toContain(document.id);
    expect((await opened('Iris', reference, { id: newSecret() })).status).toBe(404);
    expect((await opened('Iris', await raised(), document)).status).toBe(404);
    expect((await council.get('Iris', `/disputes/${reference}/document?id=../x`)).status).toBe(400);
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      readers: ['mona'],
      answeredBy: 'mona',
      reason: 'It is.',
    });
    expect((await opened('Tom', reference, document)).status).toBe(404);
    expect((await opened('Mona', reference, document)).status).toBe(200);
  });

  it('is opened only once it is on record who opens it', async () => {
    const document = await added('Iris');
    const reference = await raised([document.id]);
    await opened('Tom', reference, document);
    const views = await council.app.get(ViewLog).of(reference);
    expect(views.filter(({ what }) => what === 'document')).toEqual([
      expect.objectContaining({ person: 'tom', by: '/api/v1/disputes/:reference/document' }),
    ]);
  });

  it('that belongs to an entry which was taken back is opened no more', async () => {
    const document = await added('Tom');
    const reference = await raised();
    const answer = anAnswer({ documents: [document.id] });
    const { revision } = await council.done('Tom', `/disputes/${reference}/answer`, answer);
    expect((await opened('Iris', reference, document)).status).toBe(200);
    await council.done('Tom', `/disputes/${reference}/take-back-entry`, {
      ...{ entry: revision, reason: 'The wrong child’s plan.' },
    });
    expect((await opened('Iris', reference, document)).status).toBe(404);
    expect((await opened('Tom', reference, document)).status).toBe(404);
  });

  describe('that waits', () => {
    it('is named by the person who has its id, and once it is part of a record by its sender alone', async () => {
      const document = await added('Iris');
      const reference = await raised();
      const answer = anAnswer({ documents: [document.id] });
      const key = { 'idempotency-key': `answer-${++commands}` };
      expect((await council.post('Tom', `/disputes/${reference}/answer`, answer, key)).status).toBe(200);
      // The same command again has the same answer.
      const again = await council.post<{ repeated: boolean }>('Tom', `/disputes/${reference}/answer`, answer, key);
      expect([again.status, again.body.repeated]).toEqual([200, true]);
      const other = await raised();
      const taken = await council.post('Ivan', `/disputes/${other}/add-note`, { text: 'x' });
      expect(taken.status).toBe(404);
      const byAnother = await council.post('Iris', '/disputes', aConcern({ documents: [document.id] }));
      expect(byAnother).toMatchObject({ status: 400, body: { errors: [{ pointer: '/documents/0' }] } });
    });

    it('is let go where the act is refused, and named by the next', async () => {
      const store = council.app.get<DocumentStore>(DOCUMENT_STORE);
      const document = await added('Tom');
      const reference = await raised();
      const url = `/disputes/${reference}/answer`;
      const refused = await council.post('Tom', url, { ...anAnswer({ documents: [document.id] }), reasons: ' ' });
      expect(refused.status).toBe(400);
      expect((await store.find(document.id))?.sentBy).toEqual([]);
      expect((await council.post('Ivan', url, anAnswer({ documents: [document.id] }))).status).toBe(404);
      expect((await store.find(document.id))?.sentBy).toEqual([]);
      expect((await council.post('Tom', url, anAnswer({ documents: [document.id] }))).status).toBe(200);
      expect((await store.find(document.id))?.sentBy).toEqual(['tom']);
    });

    it('is forgotten after a month, and what is part of a record is not', async () => {
      const [kept, left] = [await added('Iris'), await added('Iris')];
      const reference = await raised([kept.id]);
      const before = council.clock.now();
      council.at('2023-05-10T09:00:00.000Z');
      await added('Iris');
      const store = council.app.get<DocumentStore>(DOCUMENT_STORE);
      expect(await store.find(left.id)).toBeUndefined();
      expect((await opened('Iris', reference, kept)).status).toBe(200);
      const late = await council.post<{ errors: object[] }>('Iris', '/disputes', aConcern({ documents: [left.id] }));
      expect(late).toMatchObject({ status: 400, body: { errors: [{ pointer: '/documents/0' }] } });
      council.at(before);
    });
  });

  describe('that is not taken', () => {
    const refused = async (name: string, bytes: Buffer | string) => {
      const { status, body, text } = await council.upload<{ code: string; detail: string }>('Tom', name, bytes);
      expect(text).not.toContain(name.slice(0, 8));
      return [status, body.code];
    };

    it('is empty, too large, of no kind that is taken, damaged or infected; each says so without its name', async () => {
      expect(await refused('Quince-coloured.pdf', '')).toEqual([400, 'document-empty']);
      expect(await refused('Quince-coloured.exe', 'MZ and more')).toEqual([400, 'document-kind-not-taken']);
      expect(await refused('Quince-coloured.jpg', aJpeg().subarray(0, 60))).toEqual([400, 'document-damaged']);
      expect(await refused('Quince-coloured.txt', `A note. ${VIRUS}`)).toEqual([400, 'document-infected']);
      const large = Buffer.alloc(25 * 1024 * 1024 + 1, A_PDF);
      expect(await refused('Quince-coloured.pdf', large)).toEqual([413, 'document-too-large']);
      const largest = await added('Tom', 'largest.pdf', large.subarray(1).fill(A_PDF, 0, A_PDF.length));
      expect(largest.size).toBe(25 * 1024 * 1024);
    });

    it('is scanned as it came, before the picture is made bare', async () => {
      const before = clamd.scanned.length;
      const jpeg = aJpeg();
      const document = await added('Tom', 'photo.jpg', jpeg);
      expect(clamd.scanned.slice(before).map((each) => each.equals(jpeg))).toEqual([true]);
      expect(document.size).toBeLessThan(jpeg.length);
    });

    it('could not be scanned: nothing is kept, and it says so', async () => {
      const away = await FakeClamd.listen();
      await away.end();
      const other = await Council.begin('house', { clamd: away.address });
      try {
        const answer = await other.upload<{ code: string }>('Tom', 'minutes.pdf', A_PDF);
        expect([answer.status, answer.body.code]).toEqual([503, 'document-not-scanned']);
        expect(answer.headers['retry-after']).toBe('60');
      } finally {
        await other.end();
      }
    });

    it('is no file, or more than one', async () => {
      expect((await council.post('Tom', '/documents', {})).status).toBe(400);
      const file = { box: 'file', name: 'a.pdf', bytes: A_PDF };
      const two = formWith([], [file, file]);
      const authorization = await council.authorization('Tom');
      const send = (url: string, payload: Buffer | string, headers: object) =>
        council.app.inject({ method: 'POST', url, payload, headers: { authorization, ...headers } });
      expect((await send('/api/v1/documents', two.payload, two.headers)).statusCode).toBe(400);
      // Cut short, without a boundary, and where no file is taken.
      expect((await send('/api/v1/documents', two.payload.subarray(0, 100), two.headers)).statusCode).toBe(400);
      expect((await send('/api/v1/documents', 'x', { 'content-type': 'multipart/form-data' })).statusCode).toBe(400);
      const iris = await council.authorization('Iris');
      const raising = await send('/api/v1/disputes', two.payload, { ...two.headers, authorization: iris });
      expect(raising.statusCode).toBe(415);
    });
  });

  it('leaves its name in no log line, no notice and no error', () => {
    expect(council.lines.join('\n')).not.toMatch(/Quince|Ella|minutes|\.pdf/);
  });

  it('is named by at most ten at once, each once', async () => {
    const { id } = await added('Iris');
    const many = Array.from({ length: 11 }, () => newSecret());
    expect((await council.post('Iris', '/disputes', aConcern({ documents: many }))).status).toBe(400);
    expect((await council.post('Iris', '/disputes', aConcern({ documents: [id, id] }))).status).toBe(400);
    expect((await council.post('Iris', '/disputes', aConcern({ documents: ['../x'] }))).status).toBe(400);
  });
});
