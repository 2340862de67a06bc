import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council } from './council.js';

/* From Monday 3 April 2023, ten in the morning in London. */

const LADDERS_AND_LEVELS = `
levels:
  - { code: red, clock: 2 working-days }
  - green
ladders:
  - code: practice
    name: The practice of an IRO
    for: { about: iro-practice, raisers: iro-manager }
    stages:
      - { name: Assistant director, addressees: assistant-director, clock: 10 working-days }
  - code: school
    name: School and college
    for: { themes: EDUC }
    words: { dispute: challenge }
    stages:
      - { name: Virtual head, addressees: service-manager, clock: 3 working-days, counts-as: pre-formal }
      - { name: Director, addressees: director, clock: 5 working-days }
`;

describe('a council with several ladders, and levels', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', {
      adapted: (protocol) => protocol + LADDERS_AND_LEVELS,
      besides: { people: { Imogen: ['iro', null, null] } },
    });
  });
  afterAll(() => council.end());

  const raise = async (over: object, person = 'Iris'): Promise<string> =>
    (await council.done(person, '/disputes', aConcern({ level: 'green', ...over }))).reference;
  const read = async (reference: string, person = 'Iris'): Promise<DisputeDto> =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
  const refused = async (person: string, reference: string, act: string, body: object): Promise<unknown> => {
    const { status, body: said } = await council.post<{ code: string }>(person, `/disputes/${reference}/${act}`, body);
    return status >= 400 ? said.code : 'done';
  };
  const page = async (url: string, person = 'Iris'): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(answer.body)).toEqual([]);
    return answer.body
      .slice(answer.body.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };

  const csv = async (url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf('Mona'), accept: 'text/csv' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.body;
  };

  it('takes a level of the protocol, and no other', async () => {
    const without = await council.post<{ code: string }>('Iris', '/disputes', aConcern());
    expect(without.body.code).toBe('level-missing');
    const unknown = await council.post<{ code: string }>('Iris', '/disputes', aConcern({ level: 'blue' }));
    expect(unknown.body.code).toBe('no-such-level');
    const red = await read(await raise({ level: 'red', theme: 'VISIT' }));
    expect(red).toMatchObject({ level: 'red', ladderName: null, rounds: [{ ladder: 'main', stage: 1 }] });
    expect(red.rounds[0]!.deadline).toMatchObject({ dueOn: '2023-04-05', rule: '2 working days, stage 1' });
  });

  it('asks for it on the raise form, which shows the stages of each ladder', async () => {
    const form = await page('/disputes/new');
    for (const said of [
      'How pressing is it?',
      'Red',
      'Green',
      'Virtual head (School and college)',
      'Whose practice as an IRO',
    ])
      expect(form).toContain(said);
  });

  it('changes a level in time by a new round, and counts the one that it replaces apart', async () => {
    const reference = await raise({ theme: 'PLACE' });
    await council.done('Iris', `/disputes/${reference}/change-level`, { level: 'red', reason: 'She ran away.' });
    const { level, rounds } = await read(reference);
    expect([level, rounds.map(({ deadline }) => deadline?.dueOn)]).toEqual(['red', ['2023-04-12', '2023-04-05']]);
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`);
    expect(body.entries.map(({ sentence }) => sentence)).toContain(
      'Iris (the IRO) changed the level from green to red.',
    );
    expect(await page(`/disputes/${reference}`)).toContain('level red');
    expect(await page(`/disputes/${reference}/change-level`)).toContain('How pressing is it?');
    const { body: report } = await council.get<TimelinessDto>('Mona', '/reports/timeliness/2023-24?by=level');
    const lines = report.counted!.figures.map(({ dimensions, replaced }) => [dimensions, replaced?.count]);
    expect(lines).toEqual([[{ level: 'green' }, 1]]);
  });

  it('goes up the ladder of its theme, in the words of that ladder, and becomes formal there', async () => {
    const reference = await raise({ theme: 'EDUC' });
    expect(await read(reference)).toMatchObject({ kind: 'informal', ladderName: 'School and college', totalCap: null });
    await council.done('Sven', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'No date.' });
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'No date.' });
    expect(await read(reference)).toMatchObject({
      kind: 'formal',
      rounds: [{ countsAs: 'pre-formal' }, { ladder: 'school', stage: 2, countsAs: 'formal' }],
      totalCap: { startedOn: '2023-04-03' },
    });
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`);
    expect(body.entries.find(({ what }) => what === 'DisputeEscalated')!.sentence).toBe(
      'Iris (the IRO) took the challenge up to stage 2, Director.',
    );
    const shown = await page(`/disputes/${reference}`);
    expect(shown).toContain('School and college');
    expect(shown).toContain('Virtual head');
    expect(shown).not.toContain('Service manager 3');
    const { body: list } = await council.get<DisputesPageDto>('Iris', '/disputes?ladder=school');
    expect(list.items.map((each) => [each.reference, each.ladder])).toEqual([[reference, 'school']]);
  });

  it('has columns for ladder and level in the list, its CSV and the board’s, and narrows the list by them', async () => {
    const list = await page('/disputes');
    for (const head of ['Ladder', 'Level']) expect(list).toContain(head);
    const narrowed = await page('/disputes?ladder=school&level=green');
    expect(narrowed).toContain('School and college');
    expect(narrowed).not.toContain('The practice of an IRO 3');
    const { body } = await council.get<DisputesPageDto>('Iris', '/disputes?level=red');
    expect([...new Set(body.items.map(({ level }) => level))]).toEqual(['red']);
    const headsOf = async (url: string): Promise<string> => (await csv(url)).split('\r\n')[0]!;
    expect(await headsOf('/disputes/csv')).toContain('"Ladder","Level","Highest stage reached"');
    expect(await csv('/disputes/csv')).toContain('"School and college","Green"');
    expect(await headsOf('/board/csv')).toContain('"Ladder","Stage"');
  });

  it('gives an IRO no part in a concern about their own practice', async () => {
    const own = aConcern({ level: 'green', theme: 'VOICE', practiceOf: 'iris' });
    expect((await council.post<{ code: string }>('Iris', '/disputes', own)).body.code).toBe('own-practice');
    const reference = await raise({ theme: 'VOICE', practiceOf: 'Iris' }, 'Mona');
    expect(await read(reference, 'Mona')).toMatchObject({
      ladderName: 'The practice of an IRO',
      practiceOf: { id: 'iris' },
      heldBy: { id: 'mona' },
      raisedBy: { id: 'mona' },
      rounds: [{ ladder: 'practice', stage: 1, addressedTo: ['assistant-director'] }],
    });
    await council.done('Anton', `/disputes/${reference}/answer`, anAnswer());
    const { waitingFor } = await read(reference, 'Mona');
    expect(waitingFor).toMatchObject({ what: 'judgement', roles: ['iro-manager'] });
    expect(await refused('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'Fine.' })).toBe(
      'judging-not-yours',
    );
    expect(await refused('Iris', reference, 'withdraw', { reason: 'Mine.' })).toBe('taking-back-not-yours');
    expect(await refused('Mona', reference, 'hand-over', { toIro: 'iris', reason: 'Theirs.' })).toBe('own-practice');
    const advice = 'There is a case to put.';
    await council.done('Mona', `/disputes/${reference}/record-legal-advice`, { takenOn: '2023-04-03', advice });
    expect(await read(reference, 'Mona')).toMatchObject({ legalAdvice: [{ advice }] });
    expect(JSON.stringify(await read(reference))).not.toContain(advice);
    const history = await council.get('Iris', `/disputes/${reference}/events`);
    expect([history.status, JSON.stringify(history.body).includes('legal advice')]).toEqual([200, false]);
    expect((await council.get('Iris', `/disputes/${reference}/legal-advice`)).status).toBe(403);
    expect(await refused('Iris', reference, 'record-legal-advice', { takenOn: '2023-04-03', advice })).toBe(
      'legal-advice-not-yours',
    );
    expect(await refused('Iris', reference, 'take-to-agency', { agency: 'CAMHS', sentOn: '2023-04-03' })).toBe(
      'own-practice',
    );
    for (const act of ['record-legal-advice', 'take-to-agency', 'chase'])
      expect((await read(reference)).allowedActs).not.toContain(act);
    await council.done('Mona', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'No.' });
    expect((await read(reference, 'Mona')).allowedActs).toContain('record-stalemate');
    expect((await read(reference)).allowedActs).not.toContain('judge');
  });

  it('stays with the IRO whose practice it is to read and to note, when the child goes to another IRO, and has no part for them', async () => {
    const reference = await raise({ theme: 'VOICE', children: ['C3'], practiceOf: 'Ivan' }, 'Mona');
    await council.done('Mona', '/children/C3/allocate', { iro: 'imogen', from: '2023-04-03' });
    const listed = await council.get<{ items: { reference: string }[] }>('Ivan', '/disputes');
    expect(listed.body.items.map((each) => each.reference)).toContain(reference);
    expect((await read(reference, 'Ivan')).allowedActs).toEqual(['add-note']);
    await council.done('Ivan', `/disputes/${reference}/add-note`, { text: 'I was on leave that week.' });
    expect((await council.post('Ivan', `/disputes/${reference}/withdraw`, { reason: 'No.' })).status).toBe(403);
    expect((await council.get('Ivan', '/children/C3')).status).toBe(404);
    const ofTheChild = await raise({ theme: 'RISK', children: ['C3'] }, 'Imogen');
    expect((await council.get('Ivan', `/disputes/${ofTheChild}`)).status).toBe(404);
    await council.done('Imogen', `/disputes/${ofTheChild}/withdraw`, { reason: 'It was put right.' });
    await council.done('Mona', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    await council.done('Mona', '/children/C3/allocate', { iro: 'ivan', from: '2023-04-03' });
  });

  it('leaves what becomes of it to whoever holds it, whoever has the child by now', async () => {
    const kept = [
      await raise({ theme: 'VOICE', children: ['C3'], practiceOf: 'Ivan' }, 'Mona'),
      await raise({ theme: 'RISK', children: ['C3'], iro: 'Iris' }, 'Mona'),
    ];
    await council.done('Mona', '/children/C3/allocate', { iro: 'imogen', from: '2023-04-03' });
    const why = [
      'This is about the practice of an IRO, and whoever',
      'This is held by another than the child’s IRO, and the IRO who',
    ];
    const acts: Readonly<Record<string, object>> = {
      withdraw: { reason: 'I like him.' },
      void: { because: 'raised-in-error', reason: 'I like him.' },
      restrict: { readers: ['anton'], reason: 'I like him.' },
      'hand-over': { toIro: 'carol', reason: 'I like him.' },
      'record-iro-view': { view: 'satisfied', reason: 'I like him.' },
    };
    for (const [index, reference] of kept.entries()) {
      const { allowedActs } = await read(reference, 'Imogen');
      for (const [act, sent] of Object.entries(acts)) {
        const { status, body } = await council.post<{ detail: string }>(
          'Imogen',
          `/disputes/${reference}/${act}`,
          sent,
        );
        const said = `${why[index]} holds it decides. You can read it and add a note.`;
        expect([act, status, body.detail]).toEqual([act, 403, said]);
        expect(allowedActs).not.toContain(act);
      }
      expect(allowedActs).toContain('add-note');
    }
    await council.done('Mona', `/disputes/${kept[0]}/withdraw`, { reason: 'It was another IRO.' });
    await council.done('Iris', `/disputes/${kept[1]}/withdraw`, { reason: 'It was another child.' });
    const ofTheChild = await raise({ theme: 'RISK', children: ['C3'] }, 'Imogen');
    await council.done('Mona', '/children/C3/allocate', { iro: 'iris', from: '2023-04-03' });
    await council.done('Iris', `/disputes/${ofTheChild}/withdraw`, { reason: 'It was put right.' });
  });

  it('has a column of the board for each stage of each ladder', async () => {
    const { body } = await council.get<{ columns: { ladder: string; name: string; open: number }[] }>('Mona', '/board');
    expect(body.columns.filter(({ ladder }) => ladder !== 'main').map(({ name, open }) => [name, open])).toEqual([
      ['Assistant director', 1],
      ['Virtual head', 0],
      ['Director', 1],
    ]);
    const { body: narrowed } = await council.get<{ rows: { ladder: string }[] }>(
      'Mona',
      '/board?ladder=school&stage=2',
    );
    expect(narrowed.rows.map(({ ladder }) => ladder)).toEqual(['school']);
    const board = await page('/board', 'Mona');
    expect(board).toContain('School and college: Director');
  });

  it('leaves a miss where it is, and lets the level hold from the next stage on', async () => {
    const reference = await raise({ level: 'red', theme: 'HEALTH' });
    council.at('2023-04-06T09:00:00.000Z');
    await council.app.get(DeadlineKeeper).sweep();
    await council.caughtUp();
    await council.done('Iris', `/disputes/${reference}/change-level`, { level: 'green', reason: 'She is safe.' });
    const { level, rounds } = await read(reference);
    expect([level, rounds.length, rounds[0]!.deadline!.overdue]).toEqual(['green', 1, true]);
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'No answer.' });
    expect((await read(reference)).rounds[1]!.deadline).toMatchObject({ rule: '5 working days, stage 2' });
  });
});
