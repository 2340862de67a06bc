import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Council } from '../journeys/council.js';

describe('A series of meetings that began long ago', () => {
  let council: Council;
  afterEach(() => council.end());

  it('finds its next meeting without looking at each of those there would have been', async () => {
    council = await Council.begin('house');
    const read = jest.spyOn(council.store, 'read');
    await council.done('Mona', '/challenge/series', {
      ...{ kind: 'challenge', name: 'Challenge meeting', recurrence: { week: 'second', weekday: 'wednesday' } },
      ...{ startsAt: '14:00', posts: ['iro-manager'], stages: [], from: '2013-04-10' },
    });
    const { body } = await council.get<{ items: { next: { heldOn: string } }[] }>('Mona', '/challenge/series');
    expect(body.items[0]!.next.heldOn).toBe('2023-04-12');
    const meetings = read.mock.calls.flatMap(([stream]) => (stream.startsWith('challengeMeeting-') ? [stream] : []));
    expect(new Set(meetings).size).toBeLessThan(6);
  });
});
