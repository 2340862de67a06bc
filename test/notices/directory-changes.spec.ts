import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Follower } from '../../src/following/follower.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * The notices to people when somebody changes the directory around them. From Monday 3 April 2023.
 */

const careTeam = {
  teams: { care: ['Through care', 'Localities'] },
  people: { Tara: ['team-manager', 'care', null] },
} as const;

describe('somebody is told', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox, besides: careTeam });
  });
  afterAll(() => council.end());
  beforeEach(() => {
    postbox.collect();
  });

  it('that a child is theirs no more, also where nothing is open about the child', async () => {
    await council.done('Beth', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-03' });
    for (const { text } of postbox.sent) expect(text).not.toMatch(/\bC2\b/);
    expect(postbox.collect()).toEqual([
      'iris: a child is not allocated to you any more',
      'ivan: a child is allocated to you',
      'tom: the IRO of a child of your team changes',
    ]);
  });

  it('that a child comes to their team from another, where no dispute tells them', async () => {
    await council.done('Beth', '/children/C2/allocate', { team: 'south', from: '2023-04-03' });
    for (const { text } of postbox.sent) expect(text).not.toMatch(/\bC2\b/);
    expect(postbox.collect()).toEqual([
      'tess: a child comes to your team',
      'tom: a child of your team goes to another team',
    ]);
    await council.done('Ivan', '/disputes', aConcern({ children: ['C2'] }));
    postbox.collect();
    await council.done('Beth', '/children/C2/allocate', { team: 'north', from: '2023-04-03' });
    expect(postbox.collect().filter((each) => each.includes('your team'))).toEqual([]);
    await council.done('Beth', '/children/C2/allocate', { team: 'south', from: '2023-04-03' });
  });

  it('that a child changes teams whose dispute people had sent to a third team, which goes on answering it', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    await council.done('Iris', `/disputes/${reference}/redirect`, { toTeam: 'south', reason: 'They arranged it.' });
    postbox.collect();
    await council.done('Beth', '/children/C1/allocate', { team: 'care', from: '2023-04-03' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect(postbox.collect().filter((each) => each.includes('your team'))).toEqual([
      'tara: a child comes to your team',
      'tom: a child of your team goes to another team',
    ]);
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    await council.done('Beth', '/children/C1/allocate', { team: 'north', from: '2023-04-03' });
    postbox.collect();
  });

  it('that a child with an open dispute changes teams, where that asks neither manager for an answer', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
    postbox.collect();
    await council.done('Beth', '/children/C1/allocate', { team: 'south', from: '2023-04-03' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect(postbox.collect()).toEqual([
      'tess: a child comes to your team',
      'tom: a child of your team goes to another team',
    ]);
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    await council.done('Beth', '/children/C1/allocate', { team: 'north', from: '2023-04-03' });
  });

  it('that a child is theirs, as the first IRO and the first team', async () => {
    const child = { childId: 'N1', initials: 'N1', bornOn: '2015-05-05', population: 'looked-after' };
    await council.done('Mona', '/children', child);
    postbox.collect();
    await council.done('Beth', '/children/N1/allocate', { iro: 'ivan' });
    expect(postbox.collect()).toEqual(['ivan: a child is allocated to you']);
    await council.done('Beth', '/children/N1/allocate', { team: 'north' });
    expect(postbox.collect()).toEqual(['tom: a child comes to your team']);
  });

  it('that a dispute goes with the child, whose first team is another than was asked', async () => {
    const child = { childId: 'N2', initials: 'N2', bornOn: '2015-05-05', population: 'looked-after' };
    await council.done('Mona', '/children', child);
    await council.done('Beth', '/children/N2/allocate', { iro: 'iris' });
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: ['N2'], team: 'south' }));
    postbox.collect();
    await council.done('Beth', '/children/N2/allocate', { team: 'north' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    expect(postbox.collect()).toEqual(
      expect.arrayContaining([
        'tess: no longer for you to answer',
        'tom: a dispute for you to answer, by Wednesday 12 April 2023',
      ]),
    );
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
  });

  it('that a child will be theirs, and that it will not be after all', async () => {
    await council.appoint('Inga', ['iro', null, null]);
    await council.done('Beth', '/children/C2/allocate', { iro: 'inga', from: '2023-04-20' });
    expect(postbox.collect()).toEqual([
      'inga: a child is allocated to you',
      'ivan: a child is not allocated to you any more',
      'tess: the IRO of a child of your team changes',
    ]);
    await council.done('Beth', '/children/C2/allocate', { iro: 'iris', from: '2023-04-12' });
    expect(postbox.collect()).toEqual([
      'inga: a child is not allocated to you any more',
      'iris: a child is allocated to you',
      'ivan: a child is not allocated to you any more',
      'tess: the IRO of a child of your team changes',
    ]);
    await council.done('Beth', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-11' });
    postbox.collect();
  });

  it('of a child of somebody who has left, neither that person nor who stood in for them', async () => {
    await council.appoint('Ilse', ['iro', null, null]);
    await council.appoint('Imke', ['iro', null, null]);
    await council.done('Beth', '/children/C3/allocate', { iro: 'ilse', from: '2023-04-03' });
    await council.done('Mona', '/covers', { iro: 'ilse', by: 'imke', from: '2023-04-03', to: '2023-04-14' });
    await council.done('Adam', '/posts/ilse-post/leave', { person: 'ilse', on: '2023-04-03' });
    postbox.collect();
    await council.done('Beth', '/children/C3/allocate', { iro: 'ivan', from: '2023-04-03' });
    expect(postbox.collect()).toEqual([
      'ivan: a child is allocated to you',
      'tess: the IRO of a child of your team changes',
    ]);
  });

  it('once, where a whole caseload is handed over', async () => {
    await council.appoint('Ida', ['iro', null, null]);
    await council.done('Mona', '/people/ivan/hand-over-caseload', {
      shares: [{ toIro: 'ida' }],
      reason: 'Ivan leaves.',
    });
    expect(postbox.collect().filter((each) => each.startsWith('ivan:'))).toEqual(['ivan: children have another IRO']);
  });

  it('that their name or address was changed, at the address before and whatever they have chosen', async () => {
    await council.done('Adam', '/people/tess/complete', { name: 'Tess', email: 'tess@council.example' });
    expect(postbox.collect()).toEqual([]);
    await council.done('Tess', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    await council.done('Adam', '/people/tess/complete', { name: 'Tess', email: 'adam@elsewhere.example' });
    await council.caughtUp();
    expect(postbox.sent).toMatchObject([{ person: 'tess', address: 'tess@council.example' }]);
    expect(postbox.collect()).toEqual(['tess: your name or address was changed']);
    await council.done('Adam', '/people/tess/complete', { name: 'T. Thorne' });
    expect(postbox.collect()).toEqual(['tess: your name or address was changed']);
  });

  it('that a team of theirs was renamed, or has ended', async () => {
    await council.done('Adam', '/teams/north/rename', { name: 'North Hub', from: '2023-04-03' });
    expect(postbox.collect()).toEqual(
      ['alma', 'anton', 'edith', 'hana', 'sven', 'tom'].map((person) => `${person}: a team of yours has changed`),
    );
  });
});
