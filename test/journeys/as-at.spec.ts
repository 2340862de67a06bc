import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildHistoryDto, ChildRecordDto } from '../../src/directory/children/children.dto.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { AnnualReportDto } from '../../src/reports/annual/annual.dto.js';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { knowsEarlierDays } from '../../src/web/frame/earlier-days.js';
import { cookieOf } from '../support/page-sessions.js';
import { routesOf } from '../support/routes.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * A dispute is raised on a Monday, answered on the Wednesday, and restricted on the Friday to readers without the service manager. People
 * look back.
 */

const TUESDAY = '2023-04-04';
const WEDNESDAY = '2023-04-05';
const noon = (day: string): string => `${day}T11:00:00.000Z`;

type Problem = { code: string; detail: string; errors?: { pointer: string; message: string }[] };

/** What is read as it stood: every other reading refuses the day. */
const OF_EARLIER_DAYS = [
  ...['board', 'children/:id', 'children/:id/history', 'disputes/:reference', 'disputes/:reference/events'],
  ...['annual', 'how-far', 'other-councils', 'praise', 'repeats', 'so-what', 'timeliness', 'voice', 'years'].map(
    (name) => `reports/${name}/:year`,
  ),
  ...['themes', 'themes/by-month', 'themes/over-time', 'work'],
].map((path) => `GET /api/v1/${path}`);

describe('An earlier day', () => {
  let council: Council;
  let reference: string;

  const as = async <Body = Record<string, unknown>>(person: string, url: string) => council.get<Body>(person, url);
  const page = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person.toLowerCase()), accept: 'text/html' } });

  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    council.at(noon(WEDNESDAY));
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    council.at(noon('2023-04-07'));
    await council.caughtUp();
  });
  afterAll(() => council.end());

  it('shows a dispute and its history as they stood, and nothing to do in it', async () => {
    const then = (await as<DisputeDto>('Iris', `/disputes/${reference}?asAt=${TUESDAY}`)).body;
    expect(then).toMatchObject({ waitingFor: { what: 'answer' }, allowedActs: [] });
    expect(then.rounds.at(-1)!.answers).toEqual([]);
    const history = (await as<HistoryDto>('Iris', `/disputes/${reference}/events?asAt=${TUESDAY}`)).body;
    expect(history.entries.map(({ what }) => what)).not.toContain('AnswerGiven');
    const now = (await as<DisputeDto>('Iris', `/disputes/${reference}`)).body;
    expect(now).toMatchObject({ waitingFor: { what: 'judgement' } });
    expect(now.allowedActs).toContain('judge');
    const after = (await as<DisputeDto>('Iris', `/disputes/${reference}?asAt=${WEDNESDAY}`)).body;
    expect(after).toEqual({ ...now, allowedActs: [] });
  });

  it('shows board, work, child and figures as they stood', async () => {
    const { rows, asAt } = (await as<EscalationBoardDto>('Mona', `/board?asAt=${TUESDAY}`)).body;
    expect(asAt).toBe('2023-04-04T22:59:59.999Z');
    expect(rows).toMatchObject([{ reference, waitsFor: 'answer' }]);
    expect((await as<EscalationBoardDto>('Mona', '/board')).body.rows).toMatchObject([{ waitsFor: 'judgement' }]);
    const toms = (await as<MyWorkDto>('Tom', `/work?asAt=${TUESDAY}`)).body;
    expect(toms).toMatchObject({ items: [{ reference, what: 'answer' }], totals: { toDo: 1 }, sinceLooked: [] });
    expect((await as<MyWorkDto>('Tom', '/work')).body.items).toEqual([]);
    expect((await as<ChildRecordDto>('Iris', `/children/C1?asAt=${TUESDAY}`)).body.underAlert).toBe(true);
    const happened = (await as<ChildHistoryDto>('Iris', `/children/C1/history?asAt=${TUESDAY}`)).body.items;
    expect(happened.map(({ what }) => what)).toEqual(['raised']);
    const annual = (await as<AnnualReportDto>('Mona', `/reports/annual/2023-24?asAt=${TUESDAY}`)).body;
    expect(annual.runOn).toBe(TUESDAY);
    expect(annual.measures.find(({ code }) => code === 'formal')!.value).toBe(1);
  });

  it('shows every report of a year as it stood', async () => {
    const of = async <Report>(name: string, asAt = '') =>
      (await as<Report>('Mona', `/reports/${name}/2023-24${asAt}`)).body;
    const due = ({ counted }: TimelinessDto) => counted!.figures.map((each) => each.due);
    expect(due(await of('timeliness', `?asAt=${TUESDAY}`))).not.toEqual(due(await of('timeliness')));
    for (const name of ['timeliness', 'how-far', 'so-what', 'voice', 'praise', 'years', 'other-councils', 'repeats']) {
      const then = await of<{ notes: string[] }>(name, `?asAt=${WEDNESDAY}`);
      expect(then).toEqual({ ...(await of<object>(name)), notes: then.notes });
      expect(then.notes.join()).toContain(`so far, to ${WEDNESDAY}`);
      const { status, body } = await as<Problem>('Mona', `/reports/${name}/2023-24?asAt=2023-04-07`);
      expect([name, status, body.code]).toEqual([name, 400, 'day-not-over']);
      const shown = await page('Mona', `/reports/${name}/2023-24?asAt=${TUESDAY}`);
      expect(shown.body).toContain('As it stood at the end of 4 April 2023.');
      expect(shown.body).not.toContain('/counted?');
      const led = await page('Mona', `/reports/${name}?asAt=${TUESDAY}`);
      expect([led.statusCode, led.headers.location]).toEqual([303, `/reports/${name}/2023-24?asAt=${TUESDAY}`]);
    }
  });

  it('is one that is over, and on which something was on record', async () => {
    const refused = await as<Problem>('Mona', '/board?asAt=2023-04-07');
    expect(refused).toMatchObject({ status: 400, body: { code: 'day-not-over' } });
    expect(refused.body.detail).toContain('Choose a day before today');
    expect(await as<Problem>('Mona', '/board?asAt=1999-01-01')).toMatchObject({
      status: 400,
      body: { code: 'before-the-record' },
    });
    const wrong = await as<Problem>('Mona', '/board?asAt=2023-02-30');
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/asAt' }] } });
    expect((await as('Iris', `/disputes/${reference}?asAt=2023-04-02`)).status).toBe(400);
  });

  it('is refused where only how things stand now can be read, and never answered as of today', async () => {
    const known = routesOf(council.app).filter(({ controller, handler }) => knowsEarlierDays(controller, handler));
    const ofTheApi = known.filter(({ request }) => request.startsWith('GET /api/'));
    expect(ofTheApi.map(({ request }) => request).sort()).toEqual(OF_EARLIER_DAYS);
    for (const url of ['/disputes', '/protocol', '/published-reports', '/teams', '/people']) {
      expect([url, (await as('Mona', url)).status]).toEqual([url, 200]);
      const refused = await as<Problem>('Mona', `${url}?asAt=${TUESDAY}`);
      expect([url, refused.status, refused.body.code]).toEqual([url, 400, 'no-earlier-day']);
      expect(refused.body.errors).toMatchObject([{ pointer: '/asAt' }]);
    }
    const shown = await page('Mona', `/published-reports?asAt=${TUESDAY}`);
    expect([shown.statusCode, shown.body.includes('Only how this stands now can be read.')]).toEqual([400, true]);
    expect((await page('Mona', '/published-reports?asAt=')).statusCode).toBe(200);
  });

  it('is said on every page of it, which offers nothing to do', async () => {
    for (const [person, url] of [
      ['Mona', `/board?asAt=${TUESDAY}`],
      ['Mona', `/themes?asAt=${TUESDAY}`],
      ['Mona', `/reports/annual/2023-24?asAt=${TUESDAY}`],
      ['Tom', `/my-work?asAt=${TUESDAY}`],
      ['Iris', `/disputes/${reference}?asAt=${TUESDAY}`],
    ] as const) {
      const { statusCode, body } = await page(person, url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).toContain('As it stood at the end of 4 April 2023.');
      expect(body).toContain('See it as it stands now');
      // Signing out is all that can be sent from it.
      expect([...body.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"/g)].map(([, action]) => action)).toEqual([
        '/sign-out',
      ]);
      expect(body).not.toMatch(new RegExp(`href="/disputes/${reference}/(?!outline)`));
      expect(body).not.toMatch(/href="[^"]*\/new(\?|")/);
    }
    expect((await page('Mona', '/board')).body).not.toContain('As it stood');
    expect((await page('Mona', '/board')).body).toContain('name="asAt"');
    const tomorrow = await page('Mona', '/board?asAt=2023-04-08');
    expect(tomorrow.statusCode).toBe(400);
    expect(tomorrow.body).toContain('Choose a day before today');
  });

  it('opens nothing that has been restricted since, and counts it in the figures of nobody who is not to know of it', async () => {
    expect((await as('Sven', `/disputes/${reference}?asAt=${TUESDAY}`)).status).toBe(200);
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      readers: ['tom'],
      reason: 'The child is to be adopted by a colleague.',
    });
    await council.caughtUp();
    expect((await as('Sven', `/disputes/${reference}?asAt=${TUESDAY}`)).status).toBe(404);
    expect((await as('Sven', `/disputes/${reference}/events?asAt=${TUESDAY}`)).status).toBe(404);
    expect((await page('Sven', `/disputes/${reference}?asAt=${TUESDAY}`)).statusCode).toBe(404);
    const rows = (await as<EscalationBoardDto>('Sven', `/board?asAt=${TUESDAY}`)).body.rows;
    expect(rows).toEqual([]);
    const annual = (await as<AnnualReportDto>('Sven', `/reports/annual/2023-24?asAt=${TUESDAY}`)).body;
    expect(annual.measures.find(({ code }) => code === 'formal')!.value).not.toBe(1);
    expect((await as<MyWorkDto>('Sven', `/work?asAt=${TUESDAY}`)).body.items).toEqual([]);
    expect((await as('Tom', `/disputes/${reference}?asAt=${TUESDAY}`)).status).toBe(200);
    expect((await as<MyWorkDto>('Tom', `/work?asAt=${TUESDAY}`)).body.items).toMatchObject([{ reference }]);
  });

  it('says what was not on record yet, and leads nobody to how it stands now', async () => {
    const later = (await council.done('Iris', '/disputes', aConcern({ theme: 'DD-REV' }))).reference;
    await council.caughtUp();
    for (const url of [`/disputes/${later}`, `/disputes/${later}/events`])
      expect(await as<Problem>('Iris', `${url}?asAt=${TUESDAY}`)).toMatchObject({
        status: 400,
        body: { code: 'not-yet-on-record' },
      });
    const shown = await page('Iris', `/disputes/${later}?asAt=${TUESDAY}`);
    expect(shown.statusCode).toBe(400);
    expect(shown.body).toContain('It was not on record yet at the end of');
  });
});
