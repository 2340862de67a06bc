import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { WordsNow } from '../../src/protocol/words-now.js';
import type { EscalationBoard } from '../../src/reports/escalations/escalation-board.js';
import { escalationsText } from '../../src/reports/escalations/escalations.text.js';
import type { WorkOf } from '../../src/reports/my-work/my-work.query.js';
import { myWorkText } from '../../src/reports/my-work/my-work.text.js';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * Siblings with two teams, and with two IROs (domain brief 4.6): both managers answer, or one says for whom, and both IROs know of it.
 */

describe('Siblings of two IROs under a protocol by which only an IRO raises', () => {
  it('are named together by the IRO manager in the name of one of these IROs, and one child alone is not', async () => {
    const council = await Council.begin('worcestershire');
    try {
      const together = aConcern({ children: ['C1', 'C3'] });
      expect((await council.post('Iris', '/disputes', together)).status).toBe(400);
      const { reference } = await council.done('Mona', '/disputes', { ...together, iro: 'ivan' });
      const { body } = await council.get<DisputeDto>('Ivan', `/disputes/${reference}`);
      expect(body).toMatchObject({ heldBy: { id: 'ivan' }, raisedBy: { id: 'ivan' }, enteredBy: { id: 'mona' } });
      const noIroOfTheirs = await council.post('Mona', '/disputes', { ...together, iro: 'carol', theme: 'LIFE' });
      expect(noIroOfTheirs.status).toBeGreaterThanOrEqual(400);
      const alone = await council.post('Mona', '/disputes', aConcern({ children: ['C1'], theme: 'LIFE' }));
      expect(alone).toMatchObject({ status: 403, body: { code: 'raising-not-yours' } });
    } finally {
      await council.end();
    }
  });
});

describe('A dispute about siblings', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'] }))).reference;
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const read = (by: string) => council.get<DisputeDto>(by, `/disputes/${reference}`);
  const mustAnswer = async (person: string): Promise<boolean> => {
    const { body } = await council.get<MyWorkDto>(person, '/work');
    return body.items.some(({ what, reference: of }) => what === 'answer' && of === reference);
  };

  it('goes to the managers of both teams, and is held by the first child’s IRO', async () => {
    expect((await read('Mona')).body).toMatchObject({
      heldBy: { id: 'iris' },
      team: { id: 'north' },
      waitingFor: { team: { id: 'north' }, alsoTeams: [{ id: 'south' }] },
      rounds: [{ addressedTeam: { id: 'north' }, alsoAddressed: [{ id: 'south' }] }],
    });
    for (const manager of ['Tom', 'Tess']) {
      expect((await read(manager)).status).toBe(200);
      expect(await mustAnswer(manager)).toBe(true);
    }
    expect((await read('Ivan')).status).toBe(200);
    const { body } = await council.get<DisputesPageDto>('Tess', '/disputes');
    expect(body.items).toMatchObject([{ reference, alsoAddressed: [{ id: 'south' }] }]);
  });

  it('is for an IRO manager to raise where the children have several IROs, and the IRO of one reads that', async () => {
    const message = async (children: string[]) => {
      const { status, body } = await council.post('Iris', '/disputes', aConcern({ children }));
      const { errors } = body as { errors: { pointer: string; message: string }[] };
      expect({ status, pointers: errors.map(({ pointer }) => pointer) }).toEqual({
        ...{ status: 400, pointers: ['/children/1'] },
      });
      return errors[0]!.message;
    };
    const ofAnotherIro = await message(['C1', 'C3']);
    expect(ofAnotherIro).toContain('an IRO manager names them together');
    // A child that there is not is answered in the same words: nobody learns which children there are.
    expect(await message(['C1', 'C999'])).toBe(ofAnotherIro);
  });

  it('waits for the one who has not answered, and is judged when both have', async () => {
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await council.caughtUp();
    expect([await mustAnswer('Tom'), await mustAnswer('Tess')]).toEqual([false, true]);
    const judge = { verdict: 'satisfied', reason: 'There is a date.' };
    expect((await council.post('Iris', `/disputes/${reference}/judge`, judge)).status).toBe(409);
    const board = await council.get<EscalationBoardDto>('Mona', '/board');
    expect(board.body.rows).toMatchObject([
      { reference, waitsFor: 'answer', who: [{ person: { id: 'tess' } }], alsoAddressed: [{ id: 'south' }] },
    ]);
    expect((await council.post('Tom', `/disputes/${reference}/answer`, anAnswer())).status).toBe(409);
    await council.done('Tess', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, judge);
  });

  it('counts the answer of each team', async () => {
    await council.caughtUp();
    const { body } = await council.get<TimelinessDto>('Mona', '/reports/timeliness/2023-24?by=team');
    expect(body.counted?.figures).toMatchObject([
      { dimensions: { team: 'Locality North' }, due: 1, inTime: { count: 1 } },
      { dimensions: { team: 'Locality South' }, due: 1, inTime: { count: 1 } },
    ]);
  });

  it('is answered by one who says for whom, by the name of the team', async () => {
    const other = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], theme: 'HEALTH' }));
    const forBoth = { ...anAnswer(), forTeams: ['Locality North', 'south'] };
    await council.done('Tess', `/disputes/${other.reference}/answer`, forBoth);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${other.reference}`);
    expect(body).toMatchObject({
      waitingFor: { what: 'judgement' },
      rounds: [{ answers: [{ forTeams: [{ id: 'north' }, { id: 'south' }] }] }],
    });
  });

  const page = async (person: string, url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
    return answer.body;
  };
  const send = async (person: string, url: string, typed: readonly (readonly [string, string])[]) => {
    const answer = await council.app.inject({
      ...{
        method: 'POST' as const,
        url,
        payload: new URLSearchParams([
          ['_csrf', CSRF] as [string, string],
          ...typed.map(([name, value]) => [name, value] as [string, string]),
        ]).toString(),
      },
      headers: { cookie: cookieOf(person), 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });
    await council.caughtUp();
    return answer;
  };

  it('says on its page that both answer, and lets one answer there for both', async () => {
    const raised = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], theme: 'LIFE' }));
    const url = `/disputes/${raised.reference}`;
    await council.caughtUp();
    expect(await page('Iris', url)).toMatch(
      /Tom, team manager, Locality North.*; and .*Tess, team manager, Locality South/,
    );
    const form = await page('Tess', `${url}/answer`);
    expect(form).toContain('For which teams do you answer?');
    const typed = [
      ...[
        ['agreement', 'agree'],
        ['reasons', 'Agreed with Tom.'],
        ['forTeams', 'north'],
        ['forTeams', 'south'],
      ],
      ...[
        ['_step', 'send'],
        ['_command', /name="_command" value="([^"]*)"/.exec(form)![1]!],
      ],
    ] as [string, string][];
    expect((await send('Tess', `${url}/answer`, typed)).statusCode).toBe(303);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${raised.reference}`);
    expect(body).toMatchObject({ waitingFor: { what: 'judgement' } });
    expect(await page('Iris', url)).toContain('Tess, team manager, for Locality North and Locality South');
  });

  it('asks nobody for which team they answer where one team alone must', async () => {
    const alone = await council.done('Iris', '/disputes', aConcern({ theme: 'RISK' }));
    expect(await page('Tom', `/disputes/${alone.reference}/answer`)).not.toContain('For which teams');
  });

  it('is said on the command line to be for each of the teams, and then for the one whose answer is to come', async () => {
    const raised = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], theme: 'PLAN' }));
    const printed = async (): Promise<string[]> => {
      const says = await council.app.get(WordsNow).now();
      const board = escalationsText((await council.get<EscalationBoard>('Mona', '/board')).body, says);
      const { body: work } = await council.get<WorkOf['work']>('Iris', '/work');
      return [board, myWorkText({ name: 'Iris', work }, says)].map((text) =>
        text
          .split('\n')
          .filter((line) => line.includes(raised.reference))
          .join('\n'),
      );
    };
    for (const lines of await printed())
      expect(lines).toMatch(/\(Tom, Tess\).*for each of Locality North and Locality South/);
    await council.done('Tom', `/disputes/${raised.reference}/answer`, anAnswer());
    for (const lines of await printed()) expect(lines).toMatch(/\(Tess\), for Locality South/);
  });

  it('is decided about by the IRO who holds it, and not by the IRO of a sibling, who reads it and hears of it', async () => {
    const { reference: held } = await council.done(
      'Mona',
      '/disputes',
      aConcern({ children: ['C1', 'C3'], theme: 'RECORD' }),
    );
    await council.done('Tom', `/disputes/${held}/answer`, { ...anAnswer(), forTeams: ['north', 'south'] });
    const acts: Readonly<Record<string, object>> = {
      judge: { verdict: 'satisfied', reason: 'Enough for my child.' },
      'record-iro-view': { view: 'satisfied', reason: 'Enough for my child.' },
      escalate: { reason: 'Not enough for my child.' },
      resolve: { outcome: 'RES-FULL', impact: ['not-known'] },
      withdraw: { reason: 'It was nothing.' },
    };
    const { body } = await council.get<DisputeDto>('Ivan', `/disputes/${held}`);
    for (const [act, sent] of Object.entries(acts)) {
      const refused = await council.post<{ detail: string }>('Ivan', `/disputes/${held}/${act}`, sent);
      expect([act, refused.status, refused.body.detail]).toEqual([
        ...[
          act,
          403,
          'This is about siblings with several IROs, and the IRO who holds it decides. You can read it and add a note.',
        ],
      ]);
      expect(body.allowedActs).not.toContain(act);
    }
    expect(body.allowedActs).toContain('add-note');
    await council.done('Iris', `/disputes/${held}/judge`, acts.judge!);
    await council.done('Mona', `/disputes/${held}/hand-over`, { toIro: 'ivan', reason: 'He knows both.' });
    expect((await council.get<DisputeDto>('Ivan', `/disputes/${held}`)).body.allowedActs).toContain('resolve');
  });
});

describe('The answer of a sibling who has moved to another team', () => {
  it('is counted under the team of the day it was raised, as that of a child alone is', async () => {
    const council = await Council.begin('house', {
      besides: {
        people: { Tara: ['team-manager', 'east', null] },
        teams: { east: ['Through Care East', 'Localities'] },
      },
    });
    const { reference } = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], iro: 'iris' }));
    await council.done('Mona', '/children/C1/allocate', { team: 'east', from: '2023-04-03' });
    await council.done('Tara', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Tess', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'There is no date.' });
    await council.done('Sven', `/disputes/${reference}/answer`, { ...anAnswer(), forTeams: ['east', 'south'] });
    await council.caughtUp();
    const { body } = await council.get<TimelinessDto>('Mona', '/reports/timeliness/2023-24?by=team');
    expect(body.counted?.figures).toMatchObject([
      { dimensions: { team: 'Locality North' }, due: 2 },
      { dimensions: { team: 'Locality South' }, due: 2 },
      { dimensions: { team: 'Through Care East' }, due: 0 },
    ]);
    await council.end();
  });
});
