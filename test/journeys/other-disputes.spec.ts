import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from './council.js';

type Problem = { status: number; code: string; errors: { pointer: string; message: string }[] };

describe('another dispute that is named', () => {
  let council: Council;
  let own: string;
  let ofIvan: string;
  let restricted: string;
  const absent = 'DRP-0000-0000';
  /** The answer, without the fields that belong to the one request. */
  const answerTo = async (person: string, url: string, body: object) => {
    const {
      correlationId: _one,
      instance: _path,
      ...rest
    } = (await council.post<Problem & Record<string, unknown>>(person, url, body)).body;
    return rest;
  };

  beforeAll(async () => {
    council = await Council.begin();
    own = (await council.done('Iris', '/disputes', aConcern())).reference;
    ofIvan = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    restricted = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, {
      readers: ['ivan', 'tom'],
      reason: 'It is about her.',
    });
  });
  afterAll(() => council.end());

  it.each([
    ['link', (to: string) => ({ kind: 'same-matter', to })],
    ['void', (to: string) => ({ because: 'duplicate', duplicateOf: to, reason: 'Sent twice.' })],
  ])('is answered by %s as if it were not there where it is not for the asker', async (act, naming) => {
    const asIfNone = await answerTo('Iris', `/disputes/${own}/${act}`, naming(absent));
    expect(asIfNone).toMatchObject({ status: 400, code: 'not-valid' });
    expect(await answerTo('Iris', `/disputes/${own}/${act}`, naming(ofIvan))).toEqual(asIfNone);
    const asIfNoneToMona = await answerTo('Mona', `/disputes/${own}/${act}`, naming(absent));
    expect(await answerTo('Mona', `/disputes/${own}/${act}`, naming(restricted))).toEqual(asIfNoneToMona);
  });

  it('is answered so in raising too', async () => {
    const naming = (to: string) => aConcern({ children: ['C2'], links: [{ kind: 're-raises', to }] });
    const asIfNone = await answerTo('Iris', '/disputes', naming(absent));
    expect(asIfNone).toMatchObject({ status: 400, errors: [{ pointer: '/links/0/to' }] });
    expect(await answerTo('Iris', '/disputes', naming(ofIvan))).toEqual(asIfNone);
  });

  it('is looked for only once it is known that the asker may act at all', async () => {
    const link = { kind: 'same-matter', to: absent };
    expect(await answerTo('Tom', `/disputes/${own}/link`, link)).toMatchObject({ status: 403 });
    expect(await answerTo('Ivan', `/disputes/${own}/link`, link)).toMatchObject({ status: 404 });
  });

  it('is linked where the asker sees it', async () => {
    await council.done('Iris', `/disputes/${own}/link`, { kind: 'same-matter', to: restricted.toLowerCase() });
  });
});
