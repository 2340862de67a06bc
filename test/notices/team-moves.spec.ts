import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A team takes with it what is asked for it of the posts of its service. Whoever is asked from then on hears of it, and so does whoever was
 * asked until then, however the team moves. From Monday 3 April 2023.
 */

const AT_STAGE_2 = { stage: 2, stageReason: 'She may have to move.' };

describe('With a team that moves to another service', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: {
        teams: { far: ['Far Team', 'Far'] },
        people: { Fay: ['service-manager', null, 'Far'], Fergus: ['head-of-service', null, 'Far'] },
      },
      adapted: (protocol) => protocol.replace('granted-by: [iro, iro-manager]', 'granted-by: [head-of-service]'),
    });
    await council.done('Iris', '/disputes', aConcern(AT_STAGE_2));
    const withTime = (await council.done('Iris', '/disputes', aConcern({ ...AT_STAGE_2, theme: 'HEALTH' }))).reference;
    await council.done('Sven', `/disputes/${withTime}/ask-for-extension`, {
      reason: 'The panel meets later.',
      askedFor: '2023-04-14',
    });
    const upTo = { ...AT_STAGE_2, theme: 'EDUC', stage: 3 };
    await council.done('Iris', '/disputes', aConcern(upTo));
    const { reference } = await council.done('Iris', '/disputes', aConcern({ ...AT_STAGE_2, theme: 'LIFE' }));
    const actions = [{ what: 'Book the dentist.', who: 'The service', by: '2023-04-28' }];
    await council.done('Sven', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    await council.done('Ivan', '/disputes', aConcern({ ...AT_STAGE_2, children: ['C3'] }));
    await sweepAt(council, '2023-04-03T09:30:00.000Z');
  });
  afterAll(() => council.end());

  const PEOPLE = ['fay', 'fergus', 'sven', 'hana', 'iris', 'mona', 'tom'];
  const told = (): string[] =>
    postbox
      .collect()
      .filter(
        (line) =>
          PEOPLE.some((person) => line.startsWith(`${person}: `)) && !/change of a team|team of yours/.test(line),
      );
  const workOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what }) => what).sort();
  const move = (body: object): Promise<unknown> => council.doneByTwo('Adam', '/teams/north/move-to-service', body);

  const TO_FAR = [
    'fay: a dispute for you to answer, by Wednesday 12 April 2023',
    'fay: a dispute for you to answer, by Wednesday 12 April 2023',
    'fay: a dispute, for your information',
    'fay: action A1 is yours to do, by Friday 28 April 2023',
    'fergus: a dispute, for your information',
    'fergus: more time is asked for',
    'hana: no longer for you to decide',
    'sven: no longer for you to answer',
    'sven: no longer for you to answer',
    'sven: no longer for you to answer',
  ];

  it('those of the next service hear of each record, and those of the one until then, of what is asked of them no more', async () => {
    postbox.collect();
    await move({ service: 'Far' });
    await sweepAt(council, '2023-04-03T09:40:00.000Z');
    expect(told()).toEqual(TO_FAR);
    expect(await workOf('Fay')).toEqual(['action', 'answer', 'answer']);
    // That of the other team of the service.
    expect(await workOf('Sven')).toEqual(['answer']);
  });

  it('they hear it once', async () => {
    await sweepAt(council, '2023-04-04T09:00:00.000Z');
    expect(told()).toEqual([]);
  });

  it('in advance, they hear it on the day, and of nothing that came to them since', async () => {
    await move({ service: 'Localities', from: '2023-04-06' });
    await sweepAt(council, '2023-04-05T09:00:00.000Z');
    expect(told()).toEqual([]);
    council.at('2023-04-06T08:00:00.000Z');
    await council.done('Iris', '/disputes', aConcern({ ...AT_STAGE_2, theme: 'FAMILY' }));
    told();
    await sweepAt(council, '2023-04-06T08:10:00.000Z');
    expect(told()).toHaveLength(TO_FAR.length);
  });

  it('which leaves its service, whoever must find somebody hears of it', async () => {
    await move({ service: null });
    await sweepAt(council, '2023-04-06T09:00:00.000Z');
    expect(told()).toEqual([
      'hana: no longer for you to decide',
      'iris: action A1 is yours to do, by Friday 28 April 2023',
      'mona: more time is asked for',
      'mona: nobody holds the post that must act, by Monday 17 April 2023',
      'mona: nobody holds the post that must act, by Wednesday 12 April 2023',
      'mona: nobody holds the post that must act, by Wednesday 12 April 2023',
      'sven: no longer for you to answer',
      'sven: no longer for you to answer',
      'sven: no longer for you to answer',
      'sven: no longer for you to answer',
    ]);
    expect(await workOf('Mona')).toContain('fill-vacancy');
  });
});
