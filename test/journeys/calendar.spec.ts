import { afterEach, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { SilenceAboutRecommendations } from '../../src/deadlines/silence-about-recommendations.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { aConcern, aConcernOf, Council } from './council.js';

const OF_2029 = [
  ['2029-01-01', 'New Year’s Day'],
  ['2029-03-30', 'Good Friday'],
  ['2029-04-02', 'Easter Monday'],
  ['2029-05-07', 'Early May bank holiday'],
  ['2029-05-28', 'Spring bank holiday'],
  ['2029-08-27', 'Summer bank holiday'],
  ['2029-12-25', 'Christmas Day'],
  ['2029-12-26', 'Boxing Day'],
].map(([date, name]) => ({ date, name }));
const query = OF_2029.map(({ date }) => date).join(',');
const reason = 'As published on GOV.UK.';
const deadlineOf = async (council: Council, reference: string) =>
  (await council.get<{ rounds: { deadline: object }[] }>('Iris', `/disputes/${reference}`)).body.rounds[0]!.deadline;

describe('the calendar of a council', () => {
  const councils: Council[] = [];
  afterEach(async () => {
    for (const council of councils.splice(0)) await council.end();
  });
  const begin = async (at: string): Promise<{ council: Council; postbox: Postbox }> => {
    const postbox = new Postbox();
    const council = await Council.begin('house', { notices: postbox });
    councils.push(council);
    council.at(at);
    return { council, postbox };
  };

  it('counts beyond its end without bank holidays, says so, and moves the date by an event once they are known', async () => {
    const { council, postbox } = await begin('2028-12-28T10:00:00.000Z');
    const { reference } = await council.done('Iris', '/disputes', aConcernOf('2028-12-28'));
    expect(await deadlineOf(council, reference)).toMatchObject({
      dueOn: '2029-01-04',
      certain: false,
      movedFrom: null,
    });
    const board = await council.get<{ rows: { due: object }[] }>('Mona', '/board');
    expect(board.body.rows[0]!.due).toMatchObject({ dueOn: '2029-01-04', daysLeft: 5, certain: false });
    const listed = await council.get<{ items: object[] }>('Mona', '/disputes');
    expect(listed.body.items).toMatchObject([{ reference, dueOn: '2029-01-04', dueIsCertain: false }]);
    const { body } = await council.get('Tom', '/calendar');
    expect(body).toMatchObject({
      knownTo: '2028-12-31',
      warning: expect.stringContaining('end of 2028') as unknown as string,
    });
    const health = (await council.app.inject({ url: '/health/ready' })).json<{ warnings: string[] }>();
    expect(health.warnings).toEqual([expect.stringContaining('known to the end of 2028')]);

    const seen = await council.get<{ moves: object[] }>('Mona', `/calendar/what-moves?addBankHolidays=${query}`);
    const before = await council.events();
    expect(seen.body.moves).toEqual([
      { reference, deadline: 'answer', from: '2029-01-04', to: '2029-01-05' },
      { reference, deadline: 'total-cap', from: '2029-01-25', to: '2029-01-26' },
    ]);
    expect(await council.events()).toBe(before);

    postbox.collect();
    await council.done('Mona', '/calendar/bank-holidays', { add: OF_2029, reason });
    await council.app.get(DeadlineKeeper).attend(reference);
    await council.caughtUp();
    expect(await deadlineOf(council, reference)).toMatchObject({
      dueOn: '2029-01-05',
      certain: true,
      movedFrom: '2029-01-04',
    });
    const moved = (await council.store.read(`dispute-${reference}`)).filter(({ data }) => 'moved' in data);
    expect(moved.map(({ type }) => type)).toEqual(['AnswerDeadlineSet', 'TotalCapSet']);
    expect(moved[0]!.data).toMatchObject({
      why: 'holiday-announced',
      moved: { from: '2029-01-04', reason: expect.stringContaining('known now') as unknown as string },
    });
    expect(postbox.collect()).toEqual([
      'alma: the date has moved: answer by Friday 5 January 2029',
      'iris: the limit for all stages together has moved to Friday 26 January 2029',
      'tom: the date has moved: answer by Friday 5 January 2029',
    ]);
    expect((await council.get('Tom', '/calendar')).body).toMatchObject({ knownTo: '2029-12-31', warning: null });
    const after = await council.get<{ moves: object[] }>('Mona', '/calendar/what-moves?closingDays=2029-01-03');
    expect(after.body.moves).toHaveLength(2);
  });

  it('shows also which recommendations a closing day moves, and then moves them', async () => {
    const council = await Council.begin('../test/journeys/protocols/silence-agrees');
    councils.push(council);
    const { reference } = await council.done('Iris', '/recommendations', {
      child: 'C1',
      reviewedOn: '2023-03-30',
      recommendations: [{ what: 'Begin life story work', who: null, by: null }],
    });
    const url = '/calendar/what-moves?closingDays=2023-04-05';
    const { body } = await council.get<{ moves: object[] }>('Mona', url);
    expect(body.moves).toEqual([{ reference, deadline: 'recommendations', from: '2023-04-12', to: '2023-04-13' }]);
    await council.done('Mona', '/calendar/closing-days', { dates: ['2023-04-05'], reason });
    await council.app.get(SilenceAboutRecommendations).run();
    expect((await council.get('Iris', `/recommendations/${reference}`)).body).toMatchObject({ dueOn: '2023-04-13' });
    expect((await council.get<{ moves: object[] }>('Mona', `${url},2023-04-17`)).body.moves).toEqual([]);
  });

  it('leaves dates where they moved to when a closing day is taken back, and says so', async () => {
    const { council } = await begin('2023-04-03T10:00:00.000Z');
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const codes = ({ advice }: { advice: readonly { code: string }[] }) => advice.map(({ code }) => code);
    const entered = await council.done('Mona', '/calendar/closing-days', { dates: ['2023-04-05'], reason });
    await council.app.get(DeadlineKeeper).attend(reference);
    await council.caughtUp();
    expect(codes(entered)).toEqual([]);
    expect(await deadlineOf(council, reference)).toMatchObject({ dueOn: '2023-04-13' });
    const without = await council.get<{ moves: object[] }>('Mona', '/calendar/what-moves?closingDays=');
    expect(without).toMatchObject({ status: 200, body: { moves: [] } });
    const takenBack = await council.done('Mona', '/calendar/closing-days', { dates: [], reason });
    await council.app.get(DeadlineKeeper).attend(reference);
    await council.caughtUp();
    expect(codes(takenBack)).toEqual(['no-date-comes-earlier']);
    expect(await deadlineOf(council, reference)).toMatchObject({ dueOn: '2023-04-13' });
  });

  it('shows of what a closing day moves only what the person may see', async () => {
    const { council } = await begin('2023-04-11T10:00:00.000Z');
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const other = await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    const refused = await council.get('Tom', '/calendar/what-moves?closingDays=2023-04-12');
    expect(refused.status).toBe(403);
    await council.done('Mona', `/disputes/${other.reference}/restrict`, { readers: ['ivan', 'tess'], reason });
    const url = '/calendar/what-moves?closingDays=2023-04-12';
    const { body } = await council.get<{ moves: { reference: string }[] }>('Mona', url);
    expect(new Set(body.moves.map((each) => each.reference))).toEqual(new Set([reference]));
  });

  it('is set by those who answer for the IRO service, and by nobody else', async () => {
    const { council } = await begin('2023-04-11T10:00:00.000Z');
    const closing = { dates: ['2023-04-12'], reason };
    for (const person of ['Iris', 'Tom', 'Adam', 'Dora']) {
      expect((await council.post(person, '/calendar/closing-days', closing)).status).toBe(403);
      expect((await council.post(person, '/calendar/bank-holidays', { add: OF_2029, reason })).status).toBe(403);
    }
    await council.done('Mona', '/calendar/closing-days', closing);
    expect((await council.get('Iris', '/calendar')).body).toMatchObject({ closingDays: ['2023-04-12'] });
    const again = await council.post('Mona', '/calendar/closing-days', closing);
    expect(again).toMatchObject({ status: 409, body: { code: 'closing-days-unchanged' } });
    const wrong = await council.post('Mona', '/calendar/closing-days', { dates: ['2023-02-30'], reason });
    expect(wrong.status).toBe(400);
  });

  it('on its last working day lets the sweep remind and send as on any other', async () => {
    const { council, postbox } = await begin('2028-12-20T10:00:00.000Z');
    const { reference } = await council.done('Iris', '/disputes', aConcernOf('2028-12-20'));
    expect(await deadlineOf(council, reference)).toMatchObject({ dueOn: '2028-12-29', certain: true });
    postbox.collect();
    await sweepAt(council, '2028-12-28T08:00:00.000Z');
    expect(postbox.collect().map((each) => each.replace(/:.*/, ''))).toEqual(['alma', 'tom']);
    await sweepAt(council, '2028-12-29T08:00:00.000Z');
    const { body } = await council.get<{ items: { kind: string }[] }>('Tom', '/notices');
    expect(body.items.map(({ kind }) => kind)).toContain('answer-due');
  });
});
