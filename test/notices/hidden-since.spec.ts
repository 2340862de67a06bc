import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticesDto } from '../../src/notices/read/notices.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * Old notices name records. Of one that has been hidden since from the person who was told, none is listed; that it has merely gone to
 * another team hides none.
 */

describe('The list of what somebody was told', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Sven', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
  });
  afterAll(() => council.end());

  const raise = async (theme: string, more: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ theme, ...more }))).reference;
  const listed = async (person: string): Promise<NoticesDto['items']> => {
    postbox.collect();
    await council.caughtUp();
    return (await council.get<NoticesDto>(person, '/notices')).body.items;
  };
  const textOf = async (person: string): Promise<string> => JSON.stringify(await listed(person));
  const reason = 'It is about a colleague of his.';

  it('leaves out what has been restricted to others, and keeps what has gone to another team', async () => {
    const restricted = await raise('DD-CARE');
    const redirected = await raise('HEALTH');
    await council.done('Iris', `/disputes/${redirected}/redirect`, { toTeam: 'south', reason: 'It is theirs.' });
    expect(await textOf('Tom')).toContain(restricted);
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['alma'], reason });
    const text = await textOf('Tom');
    expect(text).not.toContain(restricted);
    expect(text).toContain(redirected);
    expect(await textOf('Tess')).toContain(redirected);
    await council.done('Iris', `/disputes/${restricted}/lift-restriction`, { reason });
    expect(await textOf('Tom')).toContain(restricted);
  });

  it('leaves it out of a digest, and the digest with it where nothing else stands in it', async () => {
    const [kept, hidden] = [await raise('EDUC'), await raise('VISIT')];
    for (const each of [kept, hidden])
      await council.done('Iris', `/disputes/${each}/escalate`, { reason: 'It cannot wait.' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    const digests = async () => (await listed('Sven')).filter(({ kind }) => kind === 'digest');
    expect((await digests()).map(({ text }) => text.includes(hidden) && text.includes(kept))).toEqual([true]);
    await council.done('Iris', `/disputes/${hidden}/restrict`, { readers: ['hana'], answeredBy: 'hana', reason });
    const [left] = await digests();
    expect(left!.text).toContain(kept);
    expect(JSON.stringify(left)).not.toContain(hidden);
    await council.done('Iris', `/disputes/${kept}/restrict`, { readers: ['hana'], answeredBy: 'hana', reason });
    expect(await digests()).toEqual([]);
  });

  it('leaves out what is about a child who has died', async () => {
    const reference = await raise('LIFE', { children: ['C2'] });
    expect(await textOf('Tom')).toContain(reference);
    await council.done('Mona', '/children/C2/record-death', { on: '2023-04-03' });
    expect(await textOf('Tom')).not.toContain(reference);
  });
});
