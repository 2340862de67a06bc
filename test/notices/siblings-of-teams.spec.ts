import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * Siblings of two teams, of which one has answered when a sibling is taken out or moves to the other team: C2 of Locality North (Tom, Alma)
 * and C3 of Locality South (Tess). Nobody is left with an answer that they cannot give, and whoever has the child now hears of it.
 */

describe('A dispute about siblings of two teams', () => {
  const postbox = new Postbox();
  let council: Council;
  let url: string;

  beforeEach(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { teams: { care: ['Through care', 'Localities'] } },
    });
    const concern = aConcern({ children: ['C2', 'C3'], iro: 'iris' });
    url = `/disputes/${(await council.done('Mona', '/disputes', concern)).reference}`;
  });
  afterEach(() => council.end());

  const act = async (person: string, where: string, body: object): Promise<string[]> => {
    await council.caughtUp();
    postbox.collect();
    await council.done(person, where, body);
    await council.caughtUp();
    return postbox.collect();
  };
  const answer = (person: string, forTeams?: string[]) =>
    act(person, `${url}/answer`, { ...anAnswer(), ...(forTeams === undefined ? {} : { forTeams }) });
  const toAnswer = async () => {
    const asked = await Promise.all(
      ['Tom', 'Alma', 'Tess'].map(async (person) => {
        const { items } = (await council.get<MyWorkDto>(person, '/work')).body;
        return items.some(({ what }) => what === 'answer') ? [person] : [];
      }),
    );
    return asked.flat();
  };
  const waitsFor = async () => (await council.get<DisputeDto>('Mona', url)).body.waitingFor?.what;
  const answers = async () => {
    const { body } = await council.get<TimelinessDto>('Mona', '/reports/timeliness/2023-24?by=team');
    return body.counted?.figures.flatMap(({ dimensions, due, inTime }) =>
      due === 0 ? [] : [[...(Object.values(dimensions) as unknown[]), due, inTime?.count]],
    );
  };
  const satisfied = { verdict: 'satisfied', reason: 'There is a date.' };
  const takenOut = (child: string) =>
    act('Mona', `${url}/move-to-child`, { children: [child], reason: 'The other was named by mistake.' });

  it('lets one team take its answer back after another has answered for its own, which stays', async () => {
    const takesBack = async (person: string, what: string) => {
      const { entries } = (await council.get<HistoryDto>('Iris', `${url}/events`)).body;
      const entry = entries.findLast((each) => each.what === what && each.by?.person.id === person.toLowerCase());
      const body = { entry: entry?.revision, reason: 'It was another one.' };
      await council.done(person, `${url}/take-back-entry`, body);
      await council.caughtUp();
    };
    await answer('Tess');
    await answer('Tom');
    expect(await waitsFor()).toBe('judgement');
    await takesBack('Tess', 'AnswerGiven');
    expect([await waitsFor(), await toAnswer()]).toEqual(['answer', ['Tess']]);
    await answer('Tess');
    expect([await waitsFor(), await toAnswer()]).toEqual(['judgement', []]);
    await takesBack('Tom', 'AnswerGiven');
    expect([await waitsFor(), await toAnswer()]).toEqual(['answer', ['Tom', 'Alma']]);
    await answer('Tom');
    expect((await council.get<DisputeDto>('Iris', url)).body.rounds[0]?.answers).toHaveLength(2);
    await council.done('Iris', `${url}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
  });

  it('lets one team take back that it passed its part on, after another has answered for its own', async () => {
    await act('Tess', `${url}/redirect`, { toTeam: 'care', reason: 'He is with them.' });
    await answer('Tom');
    const { entries } = (await council.get<HistoryDto>('Iris', `${url}/events`)).body;
    const { revision: entry } = entries.find(({ what }) => what === 'DisputeRedirected')!;
    await council.done('Tess', `${url}/take-back-entry`, { entry, reason: 'He is not.' });
    await council.caughtUp();
    expect([await waitsFor(), await toAnswer()]).toEqual(['answer', ['Tess']]);
    await answer('Tess');
    expect(await waitsFor()).toBe('judgement');
  });

  it('waits for its judge when the one is taken out whose team had not answered, and counts the answer as it came', async () => {
    await answer('Tess');
    expect(await takenOut('C3')).toEqual([
      'alma: about another child from now on',
      'iris: held by somebody else from now on',
      'ivan: answered: say if you are satisfied',
      'tom: about another child from now on',
    ]);
    expect([await waitsFor(), await toAnswer(), await answers()]).toEqual([
      'judgement',
      [],
      [['Locality South', 1, 1]],
    ]);
    await council.done('Ivan', `${url}/judge`, satisfied);
    await council.done('Ivan', `${url}/resolve`, { outcome: 'RES-ACT', impact: ['not-known'] });
  });

  it('tells the IRO of a sibling who is taken out, and of one whose dispute goes on formally or ends', async () => {
    expect(await takenOut('C2')).toContain('ivan: about another child from now on');
    const concern = aConcern({ kind: 'informal', theme: 'EDUC', children: ['C2', 'C3'], iro: 'iris' });
    const { reference } = await council.done('Mona', '/disputes', concern);
    const formalised = await act('Iris', `/disputes/${reference}/formalise`, { reason: 'It cannot wait.' });
    expect(formalised).toContain('ivan: continued formally');
    const { reference: other } = await council.done('Mona', '/disputes', { ...concern, theme: 'HEALTH' });
    const withdrawn = await act('Iris', `/disputes/${other}/withdraw`, { reason: 'It was put right.' });
    expect(withdrawn).toContain('ivan: withdrawn');
  });

  it('waits for the team that is left when the one is taken out whose team had answered', async () => {
    await answer('Tom');
    await takenOut('C3');
    expect([await waitsFor(), await toAnswer()]).toEqual(['answer', ['Tess']]);
    await answer('Tess');
    expect(await waitsFor()).toBe('judgement');
  });

  it('asks the manager who has both now, who had answered for one of them, and keeps that answer', async () => {
    await answer('Tess');
    expect(await act('Mona', '/children/C2/allocate', { team: 'south' })).toEqual([
      'alma: no longer for you to answer',
      'iris: sent to others to answer',
      'tess: a dispute for you to answer, by Wednesday 12 April 2023',
      'tom: no longer for you to answer',
    ]);
    expect([await waitsFor(), await toAnswer(), await answers()]).toEqual(['answer', ['Tess'], []]);
    await answer('Tess');
    expect([await waitsFor(), await answers()]).toEqual(['judgement', [['Locality North', 1, 1]]]);
    const { rounds } = (await council.get<DisputeDto>('Iris', url)).body;
    expect(rounds[0]?.answers.map(({ forTeams }) => forTeams.map(({ id }) => id))).toEqual([['south'], []]);
    await council.done('Iris', `${url}/judge`, satisfied);
  });

  it('tells the manager who has both now and had answered for neither', async () => {
    expect(await act('Mona', '/children/C2/allocate', { team: 'south' })).toEqual([
      'alma: no longer for you to answer',
      'iris: sent to others to answer',
      'tess: a dispute for you to answer, by Wednesday 12 April 2023',
      'tom: no longer for you to answer',
    ]);
    expect(await toAnswer()).toEqual(['Tess']);
  });

  it('tells the same of one that a manager passes on', async () => {
    const passedOn = await act('Tom', `${url}/redirect`, { toTeam: 'south', reason: 'She is with them now.' });
    expect(passedOn).toContain('tess: a dispute for you to answer, by Wednesday 12 April 2023');
  });

  it('leaves the answer with the team that gave it, and tells both that the child moved', async () => {
    await answer('Tom');
    const told = await act('Mona', '/children/C2/allocate', { team: 'south' });
    expect(told.filter((each) => /^(tom|tess):/.test(each))).toHaveLength(2);
    expect([await waitsFor(), await toAnswer()]).toEqual(['answer', ['Tess']]);
    await answer('Tess');
    expect([await waitsFor(), await answers()]).toEqual([
      'judgement',
      [
        ['Locality North', 1, 1],
        ['Locality South', 1, 1],
      ],
    ]);
    await council.done('Iris', `${url}/judge`, satisfied);
  });
});
