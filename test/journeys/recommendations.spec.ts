import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf } from '../support/page-sessions.js';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { SilenceAboutRecommendations } from '../../src/deadlines/silence-about-recommendations.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { Outbox } from '../../src/notices/outbox.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import type {
  RecommendationsDto,
  RecommendationsListDto,
} from '../../src/reviews/recommendations/recommendations.dto.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, Council } from './council.js';

/*
 * From Monday 3 April 2023, ten in the morning in London: five working days are over at the end of Wednesday 12 April, after Easter.
 */

describe('The recommendations of a review under a protocol where silence means agreed', () => {
  const postbox = new Postbox();
  let council: Council;
  let answered: string;
  let silent: string;
  let dispute: string;

  const aReview = (child: string) => ({
    child,
    reviewedOn: '2023-03-30',
    recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
  });
  const read = async (reference: string, person = 'Iris') =>
    (await council.get<RecommendationsDto>(person, `/recommendations/${reference}`)).body;
  const work = async (person: string) =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what, reference, due }) => [
      what,
      reference,
      ...(due.late ? ['late'] : []),
    ]);
  const itIs = async (instant: string): Promise<void> => {
    council.at(instant);
    await council.app.get(DeadlineKeeper).sweep();
    await council.app.get(SilenceAboutRecommendations).run();
    await council.caughtUp();
    await council.app.get(Outbox).sweep();
    await council.caughtUp();
  };

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { notices: postbox });
    answered = (await council.done('Iris', '/recommendations', aReview('C1'))).reference;
    silent = (await council.done('Iris', '/recommendations', aReview('C2'))).reference;
  });
  afterAll(() => council.end());

  it('go to the team manager, with the day from which silence means agreed', async () => {
    expect(await read(answered, 'Tom')).toMatchObject({
      standing: 'awaiting-answer',
      answeredBy: ['team-manager'],
      dueOn: '2023-04-12',
      recommendations: [{ number: 'R1' }],
    });
    expect(postbox.collect()).toContain(
      'tom: recommendations of a review: agree or disagree by Wednesday 12 April 2023',
    );
    expect(await work('Tom')).toContainEqual(['answer-recommendations', answered]);
  });

  it('are for nobody else to know of, or to answer', async () => {
    expect((await council.get('Ivan', `/recommendations/${answered}`)).status).toBe(404);
    expect((await council.get('Tess', `/recommendations/${answered}`)).status).toBe(404);
    expect((await council.post('Iris', `/recommendations/${answered}/agree`, {})).status).toBe(403);
    expect((await council.post('Tom', `/recommendations/${answered}/let-stand`, { reason: 'No.' })).status).toBe(403);
    const { body } = await council.get<RecommendationsListDto>('Tess', '/recommendations');
    expect(body.items).toEqual([]);
  });

  it('disagreed with, wait for the IRO, who raises a dispute that is linked', async () => {
    await council.done('Tom', `/recommendations/${answered}/disagree`, { reason: 'It began in March.' });
    expect(postbox.collect()).toEqual(['iris: the recommendations are disagreed with, for you to decide']);
    expect(await work('Iris')).toContainEqual(['decide-on-disagreement', answered]);
    // The IRO manager does not suppress what is for the IRO to raise.
    expect((await council.post('Mona', `/recommendations/${answered}/let-stand`, { reason: 'No.' })).status).toBe(403);
    dispute = (await council.done('Iris', `/recommendations/${answered}/raise`, aConcern())).reference;
    expect(await read(answered)).toMatchObject({ standing: 'decided', dispute, agreedBySilence: false });
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${dispute}`);
    expect(body.links).toEqual([{ kind: 'review', to: answered }]);
    postbox.collect();
  });

  it('are reminded of once, and count as agreed from the first moment after the due day, told to both, once', async () => {
    await itIs('2023-04-11T07:00:00.000Z');
    await itIs('2023-04-11T07:01:00.000Z');
    const reminder = /^tom: agree or disagree by Wednesday 12 April 2023$/;
    expect(postbox.collect().filter((each) => reminder.test(each))).toHaveLength(1);
    await itIs('2023-04-12T22:59:59.999Z');
    expect((await read(silent)).standing).toBe('awaiting-answer');
    await itIs('2023-04-14T09:00:00.000Z');
    await itIs('2023-04-14T09:01:00.000Z');
    expect(await read(silent)).toMatchObject({ standing: 'agreed-by-silence', agreedBySilence: true, answer: null });
    const told = postbox.collect().filter((each) => each.endsWith('the recommendations count as agreed'));
    expect(told).toEqual(['iris: the recommendations count as agreed', 'tom: the recommendations count as agreed']);
    const events = await council.store.read(`recommendations-${silent}`);
    expect(events.map(({ type, metadata }) => [type, metadata.occurredAt])).toEqual([
      ['RecommendationsSent', '2023-04-03T09:00:00.000Z'],
      ['RecommendationsAgreedBySilence', '2023-04-12T23:00:00.000Z'],
    ]);
  });

  it('can still be disagreed with, late, beside the agreement by silence; and the IRO may let it stand', async () => {
    await council.done('Tom', `/recommendations/${silent}/disagree`, { reason: 'It is done already.' });
    expect(await read(silent)).toMatchObject({
      standing: 'to-decide',
      agreedBySilence: true,
      answer: { what: 'disagreed', late: true },
    });
    await council.done('Iris', `/recommendations/${silent}/let-stand`, { reason: 'The book is on file.' });
    expect(await read(silent)).toMatchObject({ standing: 'decided', letStandBecause: 'The book is on file.' });
    // By whom and when is there for the IRO manager too, who does not decide it.
    expect(await read(silent, 'Mona')).toMatchObject({
      letStandBy: { person: { id: 'iris', name: 'Iris' }, role: 'iro', actingFor: null },
      letStandAt: expect.stringMatching(/^2023-/),
    });
  });

  it('are asked again where an answer was a mistake, and of nobody where they were sent by mistake', async () => {
    await itIs('2023-04-14T09:00:00.000Z');
    const { reference } = await council.done('Ivan', '/recommendations', aReview('C3'));
    postbox.collect();
    await council.done('Tess', `/recommendations/${reference}/agree`, {});
    expect(await work('Tess')).toEqual([]);
    postbox.collect();
    await council.done('Tess', `/recommendations/${reference}/take-back-answer`, { reason: 'I meant another child.' });
    expect(await work('Tess')).toEqual([['answer-recommendations', reference]]);
    expect(postbox.collect()).toEqual(['ivan: something you were told was taken back']);
    await council.done('Ivan', `/recommendations/${reference}/withdraw`, { reason: 'They are those of the brother.' });
    expect(await work('Tess')).toEqual([]);
    expect(postbox.collect()).toEqual(['tess: recommendations of a review were withdrawn']);
    expect(await read(reference, 'Tess')).toMatchObject({ standing: 'withdrawn' });
    expect(await council.post('Tess', `/recommendations/${reference}/agree`, {})).toMatchObject({
      status: 409,
      body: { code: 'withdrawn' },
    });
  });

  it('go with their child to another team, which has its own time to answer; the first hears that it is not asked', async () => {
    await itIs('2023-04-17T09:00:00.000Z');
    const { reference } = await council.done('Iris', '/recommendations', aReview('C2'));
    expect(await read(reference, 'Tom')).toMatchObject({ dueOn: '2023-04-24' });
    await itIs('2023-04-20T09:00:00.000Z');
    postbox.collect();
    await council.done('Mona', '/children/C2/allocate', { team: 'south', iro: 'iris', from: '2023-04-20' });
    const asked = async (person: string) => (await work(person)).filter(([, about]) => about === reference);
    expect(await asked('Tess')).toEqual([['answer-recommendations', reference]]);
    expect(await asked('Tom')).toEqual([]);
    expect(await read(reference, 'Tess')).toMatchObject({ dueOn: '2023-04-27', team: { id: 'south' } });
    const told = postbox.collect().map((each) => each.split(':')[0]);
    expect(told).toEqual(expect.arrayContaining(['tess', 'tom']));
    // Silence until the first date agrees to nothing; until the date of the new team it does.
    await itIs('2023-04-25T09:00:00.000Z');
    expect(await read(reference)).toMatchObject({ standing: 'awaiting-answer' });
    await itIs('2023-04-28T09:00:00.000Z');
    expect(await read(reference)).toMatchObject({ standing: 'agreed-by-silence' });
  });

  it('leave a dispute of the same council untouched: silence there neither agrees nor closes', async () => {
    await itIs('2023-06-01T09:00:00.000Z');
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${dispute}`);
    expect(body).toMatchObject({ status: 'open', waitingFor: { what: 'answer' } });
  });
});

it('have no clock where the council’s protocol gives none', async () => {
  const council = await Council.begin();
  const sent = { child: 'C1', reviewedOn: '2023-03-30', recommendations: [{ what: 'Begin life story work' }] };
  expect(await council.post('Iris', '/recommendations', sent)).toMatchObject({
    status: 409,
    body: { code: 'no-clock-for-recommendations' },
  });
  // Nobody is led to a form that they fill in vain.
  const headers = { cookie: cookieOf('Iris'), accept: 'text/html' };
  const { body } = await council.app.inject({ url: '/recommendations', headers });
  expect(body).toContain('has no clock for the recommendations of a review');
  expect(body).not.toContain('Send recommendations');
  const form = await council.app.inject({ url: '/recommendations/new', headers });
  expect([form.statusCode, form.body.includes('name="reviewedOn')]).toEqual([409, false]);
  expect(form.body).toContain('has no clock for the recommendations of a review');
  await council.end();
});
