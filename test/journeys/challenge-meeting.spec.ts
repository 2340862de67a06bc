import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayInWords } from '../../src/calendar/in-words.js';
import { SeriesKeeper } from '../../src/challenge/series/series-keeper.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council } from './council.js';

interface Item {
  readonly itemId: string;
  readonly dispute: string | null;
  readonly initials: string[];
  readonly title: string | null;
  readonly line: string | null;
  readonly status: string;
  readonly because: string[];
  readonly decision: string | null;
  readonly discussion?: string | null;
  readonly carriedFrom: string | null;
  readonly carriedTo: string | null;
  readonly timesCarried: number;
}
interface MeetingBody {
  readonly meeting: string;
  readonly status: string;
  readonly heldOn: string;
  readonly items: Item[];
  readonly proposed: Item[];
}
interface SeriesBody {
  readonly items: { series: string; meets: string; next: { meeting: string; heldOn: string } | null }[];
}
interface DisputeBody {
  readonly status: string;
  readonly ending: { how: string } | null;
  readonly actions: { actionId: string; what: string }[];
  readonly rounds: { stage: number; deadline: { dueOn: string | null } | null }[];
}
interface History {
  readonly entries: { what: string; data: Record<string, unknown>; by: { person: { id: string } } }[];
}

const series = (over: object = {}) => ({
  kind: 'challenge',
  name: 'Challenge meeting',
  recurrence: { week: 'second', weekday: 'wednesday' },
  startsAt: '14:00',
  place: 'County Hall',
  posts: ['assistant-director', 'agency-decision-maker', 'qa-service-manager', 'iro-manager', 'head-of-service'],
  stages: ['4'],
  from: '2023-04-03',
  ...over,
});
const tracking = series({
  kind: 'pre-challenge',
  name: 'Tracking meeting',
  recurrence: { week: 'first', weekday: 'thursday' },
  posts: ['iro-manager', 'qa-service-manager'],
  stages: ['3'],
});
const decision = (over: object) => ({ itemId: 'I1', discussion: 'It has waited since February.', ...over });
const action = { what: 'Take the plan to panel', who: 'Hana', by: '2023-05-19' };

/** The acts of a test on meetings, in the words of the process. */
class Meetings {
  constructor(readonly council: Council) {}

  async start(body: object): Promise<{ series: string; next: { meeting: string; heldOn: string } }> {
    const { reference } = await this.council.done('Mona', '/challenge/series', body);
    const { body: all } = await this.council.get<SeriesBody>('Mona', '/challenge/series');
    const started = all.items.find((each) => each.series === reference)!;
    return { series: reference, next: started.next! };
  }
  async read(meeting: string, person = 'Mona'): Promise<MeetingBody> {
    return (await this.council.get<MeetingBody>(person, `/challenge/meetings/${meeting}`)).body;
  }
  act(meeting: string, act: string, body: object = {}, person = 'Mona', headers = {}) {
    return this.council.done(person, `/challenge/meetings/${meeting}/${act}`, body, headers);
  }
  begin(meeting: string) {
    return this.act(meeting, 'begin', { present: [{ post: 'assistant-director', person: 'anton' }] });
  }
  async raised(over: object = {}): Promise<string> {
    return (await this.council.done('Iris', '/disputes', aConcern({ theme: 'PLACE', ...over }))).reference;
  }
  async dispute(reference: string): Promise<DisputeBody> {
    return (await this.council.get<DisputeBody>('Iris', `/disputes/${reference}`)).body;
  }
  async history(reference: string): Promise<History['entries']> {
    return (await this.council.get<History>('Iris', `/disputes/${reference}/events`)).body.entries;
  }
  async nextOf(seriesId: string): Promise<{ meeting: string; heldOn: string }> {
    const { body } = await this.council.get<SeriesBody>('Mona', '/challenge/series');
    return body.items.find((each) => each.series === seriesId)!.next!;
  }
}

describe('Protocol C, from an informal alert through tracking and challenge to an end', () => {
  let council: Council;
  let meetings: Meetings;
  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    meetings = new Meetings(council);
  });
  afterAll(() => council.end());

  it('runs', async () => {
    const trackingSeries = await meetings.start(tracking);
    const challengeSeries = await meetings.start(series());
    expect(trackingSeries.next.heldOn).toBe('2023-04-06');
    expect(challengeSeries.next.heldOn).toBe('2023-04-12');

    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter', from: '2023-04-03' });
    // An informal alert that is not put right, continued as a formal one, and up to the managers.
    const informal = await meetings.raised({ kind: 'informal' });
    await council.done('Walter', `/disputes/${informal}/answer`, anAnswer({ agreement: 'disagree', actions: [] }));
    await council.done('Iris', `/disputes/${informal}/judge`, { verdict: 'not', reason: 'There is no date.' });
    const { reference } = await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'Nothing moves.' });
    for (const [person, escalator] of [
      ['Tom', 'Iris'],
      ['Sven', 'Mona'],
    ] as const) {
      await council.done(person, `/disputes/${reference}/answer`, anAnswer());
      await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
      await council.done(escalator, `/disputes/${reference}/escalate`, { reason: 'There is still no date.' });
    }

    // The stage that a meeting times has taken the tracking meeting's day by itself.
    expect((await meetings.dispute(reference)).rounds.at(-1)).toMatchObject({
      stage: 3,
      deadline: { dueOn: '2023-04-06' },
    });
    const first = await meetings.read(trackingSeries.next.meeting);
    expect(first).toMatchObject({ items: [], proposed: [{ dispute: reference, because: ['at-meeting-stage'] }] });
    await meetings.act(first.meeting, 'prepare');
    council.at('2023-04-06T13:30:00.000Z');
    await meetings.begin(first.meeting);
    await meetings.act(first.meeting, 'decide-item', decision({ decision: 'take-it-up' }));
    await meetings.act(first.meeting, 'close');

    // The managers' word is the answer of that stage, in time; the manager takes it on to the challenge meeting.
    expect((await meetings.dispute(reference)).rounds.at(-1)).toMatchObject({ answers: [{ late: false }] });
    await council.done('Mona', `/disputes/${reference}/escalate`, { reason: 'The tracking meeting took it up.' });
    expect((await meetings.dispute(reference)).rounds.at(-1)).toMatchObject({
      stage: 4,
      deadline: { dueOn: '2023-04-12' },
    });
    const second = await meetings.read(challengeSeries.next.meeting);
    expect(second.proposed).toMatchObject([{ dispute: reference, because: ['at-meeting-stage', 'taken-up'] }]);
    await meetings.act(second.meeting, 'prepare');
    const headers = { accept: 'text/html', cookie: cookieOf('Iris') };
    const pageNow = async () => (await council.app.inject({ url: `/disputes/${reference}`, headers })).body;
    const page = await pageNow();
    expect(page).toContain(`On the agenda of the meeting of ${dayInWords(second.heldOn)}.`);
    expect(page).toContain(`href="/disputes/${reference}/record-iro-view">Record your view for it</a>`);
    council.at('2023-04-12T13:00:00.000Z');
    await meetings.begin(second.meeting);
    // Nobody says for the IRO that they are satisfied: their view on record stands until they record another.
    const accepted = decision({ decision: 'decided-accepted', actions: [action], nextLookOn: '2023-06-14' });
    const decideIt = `/challenge/meetings/${second.meeting}/decide-item`;
    const iroView = { view: 'satisfied', words: 'With that date, yes.' };
    expect((await council.post('Anton', decideIt, { ...accepted, iroView })).status).toBe(400);
    expect(await council.post('Anton', decideIt, accepted)).toMatchObject({
      status: 409,
      body: { code: 'iro-does-not-accept' },
    });
    await council.done('Iris', `/disputes/${reference}/record-iro-view`, {
      ...{ view: 'satisfied', reason: 'With that date, yes.' },
    });
    const decided = await meetings.act(second.meeting, 'decide-item', accepted, 'Anton');
    expect(decided.advice).toMatchObject([{ code: 'close-it' }]);
    await council.caughtUp();
    expect(await pageNow()).not.toContain('On the agenda of the meeting');
    await meetings.act(second.meeting, 'close', {}, 'Anton');

    // The decisions of both meetings stand in the dispute's own history, with the action on its list.
    const history = await meetings.history(reference);
    const landed = history.filter(({ what }) => what.includes('Challenge'));
    expect(landed.map(({ what, data }) => [what, data['heldOn'], data['decision']])).toEqual([
      ['TabledForChallenge', '2023-04-06', undefined],
      ['ChallengeDecisionRecorded', '2023-04-06', 'take-it-up'],
      ['TabledForChallenge', '2023-04-12', undefined],
      ['ChallengeDecisionRecorded', '2023-04-12', 'decided-accepted'],
    ]);
    expect(landed.at(-1)!.by.person.id).toBe('anton');
    expect((await meetings.dispute(reference)).actions).toMatchObject([{ what: 'Take the plan to panel' }]);

    // It is the answer and the verdict too, in time by the day of the meeting; the IRO alone ends it.
    council.at('2023-04-13T09:00:00.000Z');
    const after = await meetings.dispute(reference);
    expect(after.rounds.at(-1)).toMatchObject({ answers: [{ inMeeting: true, agreement: null, late: false }] });
    expect(after).toMatchObject({ status: 'open', waitingFor: { what: 'closing' } });
    await council.done('Iris', `/disputes/${reference}/resolve`, { outcome: 'RES-ACT', impact: ['plan-moving'] });
    expect(await meetings.dispute(reference)).toMatchObject({ status: 'ended', ending: { how: 'resolved' } });
  });
});

describe('A challenge meeting under the house protocol', () => {
  let council: Council;
  let meetings: Meetings;
  let seriesId: string;
  let meeting: string;
  beforeAll(async () => {
    council = await Council.begin('house');
    meetings = new Meetings(council);
    const started = await meetings.start(series({ stages: [] }));
    seriesId = started.series;
    meeting = started.next.meeting;
  });
  afterAll(() => council.end());

  const anEarlierStage = async (): Promise<string> => meetings.raised();
  const atDirectors = async (over: object = {}): Promise<string> =>
    meetings.raised({ stage: 3, stageReason: 'She is at risk.', ...over });

  it('proposes by itself what has reached its stage or is raised again, and people add and take off', async () => {
    const named = await atDirectors();
    const again = await anEarlierStage();
    const other = await meetings.raised({ children: ['C2'], theme: 'VISIT' });
    const { proposed } = await meetings.read(meeting);
    expect(proposed.map(({ dispute, because }) => [dispute, because])).toEqual(
      expect.arrayContaining([
        [named, expect.arrayContaining(['at-named-stage'])],
        [again, ['repeated']],
      ]),
    );
    expect(proposed.map(({ dispute }) => dispute)).not.toContain(other);
    await meetings.act(meeting, 'prepare');
    await meetings.act(meeting, 'add-items', {
      items: [
        { dispute: other, note: 'Both sisters.' },
        { theme: 'LIFE', title: 'Life story work waits everywhere' },
      ],
    });
    const { items, proposed: none } = await meetings.read(meeting);
    expect(none).toEqual([]);
    expect(items.map(({ dispute, title }) => dispute ?? title)).toEqual(
      expect.arrayContaining([named, again, other, 'Life story work waits everywhere']),
    );
    expect(items.find(({ dispute }) => dispute === named)).toMatchObject({ initials: ['C1'] });

    const twice = items.find(({ dispute }) => dispute === again)!;
    await meetings.act(meeting, 'take-off-item', { itemId: twice.itemId, reason: 'One of the two is enough.' });
    expect((await meetings.read(meeting)).proposed).toEqual([]);
  });

  it('moves, and the person who waits for it is told the new day', async () => {
    await meetings.act(meeting, 'move', { heldOn: '2023-04-14', reason: 'The assistant director is in court.' });
    const { items } = await meetings.read(meeting);
    const { dispute } = items.find((each) => each.dispute !== null && each.status === 'on-agenda')!;
    const tabled = (await meetings.history(dispute!)).filter(({ what }) => what === 'TabledForChallenge');
    expect(tabled.map(({ data }) => data['heldOn'])).toEqual(['2023-04-12', '2023-04-14']);
  });

  it('takes every decision, and carries to the next meeting the items that it did not deal with', async () => {
    const more: string[] = [];
    for (let count = 0; count < 4; count++) more.push(await atDirectors({ children: ['C2'], theme: 'EDUC' }));
    await meetings.act(meeting, 'add-items', { items: more.map((dispute) => ({ dispute })) });
    council.at('2023-04-14T13:00:00.000Z');
    await meetings.begin(meeting);
    const { items } = await meetings.read(meeting);
    const itemOf = (dispute: string): string => items.find((each) => each.dispute === dispute)!.itemId;
    const decide = (dispute: string, over: object) =>
      meetings.act(meeting, 'decide-item', decision({ itemId: itemOf(dispute), ...over }), 'Anton');
    const [returned, deferred, notAccepted, dropped] = more as [string, string, string, string];

    await decide(returned, { decision: 'more-action-first', actions: [action], nextLookOn: '2023-05-10' });
    await decide(deferred, { decision: 'deferred' });
    const against = await decide(notAccepted, {
      decision: 'decided-not-accepted',
      goesOnTo: 'director',
    });
    expect(against.advice).toMatchObject([{ code: 'goes-on-to-director' }]);
    // Resolved in between: the item is dropped, and the minutes still land in its history.
    await council.done('Iris', `/disputes/${dropped}/withdraw`, { reason: 'The facts were wrong.' });
    await decide(dropped, { decision: 'dropped' });

    await meetings.act(meeting, 'close', {}, 'Anton');
    const next = await meetings.nextOf(seriesId);
    expect(next.heldOn).toBe('2023-05-10');
    const closed = await meetings.read(meeting);
    const carried = closed.items.filter(({ status }) => status === 'carried');
    expect(carried.map(({ dispute }) => dispute)).toContain(deferred);
    expect(carried.every(({ carriedTo }) => carriedTo === next.meeting)).toBe(true);
    const { items: there, proposed } = await meetings.read(next.meeting);
    expect(there.map(({ dispute, title }) => dispute ?? title)).toEqual(
      carried.map(({ dispute, title }) => dispute ?? title),
    );
    expect(there.every(({ carriedFrom, timesCarried }) => carriedFrom === meeting && timesCarried === 1)).toBe(true);
    expect(proposed.find(({ dispute }) => dispute === returned)!.because).toContain('look-again');
    expect(proposed.map(({ dispute }) => dispute)).not.toContain(notAccepted);
    expect((await meetings.history(deferred)).at(-1)).toMatchObject({
      what: 'TabledForChallenge',
      data: { meeting: next.meeting },
    });
    expect((await meetings.history(dropped)).at(-1)).toMatchObject({ data: { decision: 'dropped' } });

    // Not accepted by the IRO: to the director by escalation, or to Cafcass by the IRO's own act.
    await council.done('Iris', `/disputes/${notAccepted}/escalate`, { reason: 'The meeting left it open.' });
    expect((await meetings.dispute(notAccepted)).rounds.at(-1)).toMatchObject({ stage: 4 });
    await council.done('Iris', `/disputes/${notAccepted}/refer-to-cafcass`, {
      grounds: 'Regulation 45.',
      legalAdviceTaken: false,
      told: ['iro-manager'],
      sentOn: '2023-04-14',
    });
  });

  it('does once a command that is sent twice', async () => {
    const key = { 'idempotency-key': 'closing-again' };
    const next = await meetings.nextOf(seriesId);
    council.at(`${next.heldOn}T14:00:00.000Z`);
    await meetings.begin(next.meeting);
    const once = await meetings.act(next.meeting, 'close', {}, 'Mona', key);
    const events = await council.events();
    const twice = await meetings.act(next.meeting, 'close', {}, 'Mona', key);
    expect(twice).toMatchObject({ revision: once.revision, repeated: true });
    expect(await council.events()).toBe(events);
    const after = await meetings.nextOf(seriesId);
    expect((await meetings.read(after.meeting)).items[0]).toMatchObject({ timesCarried: 2 });
  });

  it('is printed with initials and what was raised, and its days go into a diary', async () => {
    const { meeting: next } = await meetings.nextOf(seriesId);
    const page = await council.get('Anton', `/challenge/meetings/${next}/pack`);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain('<h2>1. ');
    const text = await council.get('Anton', `/challenge/meetings/${next}/pack/markdown`);
    expect(text.text).toContain('# Challenge meeting');
    for (const { text: paper } of [page, text]) expect(paper).toContain('There is no permanence plan');
    const diary = await council.get('Beth', `/challenge/series/${seriesId}/calendar`);
    expect(diary.headers['content-type']).toContain('text/calendar');
    expect(diary.text).toContain('BEGIN:VCALENDAR');
    expect(diary.text).toContain('DTSTART:20230510T130000Z');
    expect(diary.text).not.toContain('DRP-');
  });

  it('is called off, and its whole agenda goes to the next one', async () => {
    const { meeting: off } = await meetings.nextOf(seriesId);
    const { items } = await meetings.read(off);
    await meetings.act(off, 'cancel', { reason: 'Snow.' }, 'Beth');
    const { meeting: next } = await meetings.nextOf(seriesId);
    expect((await meetings.read(next)).items.map(({ dispute, title }) => dispute ?? title)).toEqual(
      items.map(({ dispute, title }) => dispute ?? title),
    );
    expect((await meetings.read(off)).status).toBe('cancelled');
  });

  it('is for the service and the posts that sit in it; an IRO sees their own children’s items and no others', async () => {
    const { meeting: next } = await meetings.nextOf(seriesId);
    const visit = (person: string) => council.get<MeetingBody>(person, `/challenge/meetings/${next}`);
    expect((await visit('Anton')).body.items.length).toBeGreaterThan(1);
    expect((await visit('Tom')).status).toBe(404);
    expect((await visit('Ivan')).status).toBe(404);
    const own = (await visit('Iris')).body.items;
    expect(own.every(({ dispute }) => dispute !== null)).toBe(true);
    expect(own.length).toBeGreaterThan(0);
    expect((await visit('Beth')).body.items[0]).not.toHaveProperty('note');
    const mine = await council.get<{ items: Item[] }>('Iris', '/challenge/items');
    expect(mine.body.items.length).toBeGreaterThan(0);
    expect(mine.body.items.every(({ dispute }) => dispute !== null)).toBe(true);
    expect((await council.get<{ items: Item[] }>('Ivan', '/challenge/items')).body.items).toEqual([]);
    expect((await council.get<{ items: Item[] }>('Mona', '/challenge/items?decision=dropped')).body.items).toHaveLength(
      1,
    );
    const refused = await council.post('Hana', `/challenge/meetings/${next}/close`, {});
    expect(refused.status).toBe(403);
  });
});

describe('A single meeting', () => {
  let council: Council;
  let meetings: Meetings;
  beforeAll(async () => {
    council = await Council.begin('house');
    meetings = new Meetings(council);
  });
  afterAll(() => council.end());

  it('is closed only when each item is dealt with', async () => {
    const { reference } = await council.done('Mona', '/challenge/meetings', {
      kind: 'challenge',
      name: 'One child, one afternoon',
      heldOn: '2023-04-03',
      startsAt: '15:00',
      posts: ['assistant-director', 'chief-executive'],
    });
    const dispute = await meetings.raised();
    await meetings.act(reference, 'add-items', { items: [{ dispute }] });
    await meetings.begin(reference);
    const refused = await council.post('Mona', `/challenge/meetings/${reference}/close`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'items-not-dealt-with' } });
    const decided = await meetings.act(reference, 'decide-item', {
      ...decision({}),
      decision: 'decided-not-accepted',
      goesOnTo: 'chief-executive',
    });
    // The house ladder ends with the director.
    expect(decided.advice).toMatchObject([{ code: 'no-stage-for-them' }]);
    await meetings.act(reference, 'close');
    expect((await meetings.history(dispute)).map(({ what }) => what)).toContain('ChallengeDecisionRecorded');
  });

  it('takes no case that does not exist, and no item that is neither case nor theme', async () => {
    const { reference } = await council.done('Mona', '/challenge/meetings', {
      kind: 'pre-challenge',
      name: 'Tracking',
      heldOn: '2023-04-05',
      startsAt: '09:30',
      posts: ['iro-manager'],
    });
    const before = await council.events();
    const add = (item: object) => council.post('Mona', `/challenge/meetings/${reference}/add-items`, { items: [item] });
    expect((await add({ dispute: 'DRP-0000-0000' })).status).toBe(400);
    expect((await add({ title: 'Something' })).status).toBe(400);
    expect(await council.events()).toBe(before);
  });
});

describe('A meeting that nobody closed after its day', () => {
  let council: Council;
  let meetings: Meetings;
  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    meetings = new Meetings(council);
  });
  afterAll(() => council.end());

  const keptAheadOn = async (instant: string): Promise<void> => {
    council.at(instant);
    await council.app.get(SeriesKeeper).keepAhead(instant);
    await council.caughtUp();
  };

  it('does not stop its series: the next one is arranged, once, and takes over what was left when the old one is closed', async () => {
    const { series: seriesId, next: first } = await meetings.start(series({ stages: [] }));
    const theme = { items: [{ theme: 'EDUC', title: 'Late education plans' }] };
    await council.done('Mona', `/challenge/meetings/${first.meeting}/add-items`, theme);
    await keptAheadOn('2023-04-12T09:00:00.000Z');
    expect(await meetings.nextOf(seriesId)).toMatchObject(first);

    await keptAheadOn('2023-04-13T09:00:00.000Z');
    await keptAheadOn('2023-04-14T09:00:00.000Z');
    const { body } = await council.get<{ items: { meeting: string; heldOn: string }[] }>(
      'Mona',
      `/challenge/meetings?series=${seriesId}`,
    );
    expect(body.items.map(({ heldOn }) => heldOn)).toEqual(['2023-05-10', '2023-04-12']);
    const second = body.items[0]!.meeting;
    expect(await meetings.nextOf(seriesId)).toMatchObject({ meeting: second });

    await council.done('Mona', `/challenge/meetings/${first.meeting}/cancel`, { reason: 'Nobody could come.' });
    const there = await council.get<MeetingBody>('Mona', `/challenge/meetings/${second}`);
    expect(there.body.items).toMatchObject([{ title: 'Late education plans', carriedFrom: first.meeting }]);
  });
});

describe('A series that changes its day', () => {
  let council: Council;
  let meetings: Meetings;
  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    meetings = new Meetings(council);
  });
  afterAll(() => council.end());

  const days = async (id: string): Promise<Record<string, { status: string; sequence: number; start: string }>> => {
    const { text } = await council.get('Mona', `/challenge/series/${id}/calendar`);
    const field = (event: string, name: string): string =>
      new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(event)![1]!.trim();
    return Object.fromEntries(
      text
        .split('BEGIN:VEVENT')
        .slice(1)
        .map((event) => [
          field(event, 'UID').slice(13, 23),
          {
            status: field(event, 'STATUS'),
            sequence: Number(field(event, 'SEQUENCE')),
            start: field(event, 'DTSTART'),
          },
        ]),
    );
  };

  it('says that it would meet twice in a month, and takes back in diaries the days it does not meet on any more', async () => {
    const { series: id, next } = await meetings.start(series());
    expect(next.heldOn).toBe('2023-04-12');
    const before = await days(id);
    const fridays = { week: 'last', weekday: 'friday' };
    const change = series({ recurrence: fridays, from: '2023-04-17', reason: 'Panel sits on Wednesdays.' });
    const refused = await council.post('Mona', `/challenge/series/${id}/change`, change);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'meets-twice-in-month', details: { meets: ['2023-04-12', '2023-04-28'] } },
    });
    expect(await days(id)).toEqual(before);

    await council.done('Mona', `/challenge/series/${id}/change`, { ...change, from: '2023-06-01' });
    const after = await days(id);
    expect(after['2023-04-12']).toMatchObject({ status: 'CONFIRMED' });
    expect(after['2023-05-10']).toMatchObject({ status: 'TENTATIVE' });
    expect(after['2023-06-14']).toMatchObject({ status: 'CANCELLED' });
    expect(after['2023-06-30']).toMatchObject({ status: 'TENTATIVE' });
    for (const [day, { sequence }] of Object.entries(before)) expect(after[day]!.sequence).toBeGreaterThan(sequence);

    await meetings.act(next.meeting, 'cancel', { reason: 'Easter.' });
    expect((await meetings.nextOf(id)).heldOn).toBe('2023-05-10');
    await council.done('Mona', `/challenge/series/${id}/end`, { lastOn: '2023-07-31', reason: 'One for the county.' });
    const ended = await days(id);
    expect(ended['2023-04-12']).toMatchObject({ status: 'CANCELLED' });
    expect(ended['2023-06-14']).toMatchObject({ status: 'CANCELLED' });
    expect(ended['2023-08-25']).toMatchObject({ status: 'CANCELLED' });
    for (const [day, { sequence }] of Object.entries(after)) expect(ended[day]!.sequence).toBeGreaterThan(sequence);
  });

  it('says when it ends which meeting stays arranged after its last day', async () => {
    const { series: id, next } = await meetings.start(series());
    const end = { lastOn: '2023-04-05', reason: 'One for the county.' };
    const { body } = await council.post<{ advice: { code: string; message: string }[] }>(
      'Mona',
      `/challenge/series/${id}/end`,
      end,
    );
    expect(body.advice).toEqual([
      {
        code: 'meeting-after-the-last-day',
        message: expect.stringContaining(`${next.meeting} is arranged for 12 April 2023`),
      },
    ]);
  });

  it('meets twice where that is meant', async () => {
    const { series: id } = await meetings.start(series());
    const recurrence = { week: 'last', weekday: 'friday' };
    await council.done('Mona', `/challenge/series/${id}/change`, {
      ...series({ recurrence, from: '2023-04-17', reason: 'The first of two.' }),
      twiceInMonth: true,
    });
    const shown = await days(id);
    expect(shown['2023-04-12']).toMatchObject({ status: 'CONFIRMED' });
    expect(shown['2023-04-28']).toMatchObject({ status: 'TENTATIVE' });
  });
});

describe('An action over a theme by somebody who does not sit in the meeting', () => {
  let council: Council;
  let meetings: Meetings;
  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    meetings = new Meetings(council);
  });
  afterAll(() => council.end());

  it('is in their work, and theirs to open and to mark as done, and nothing else of it', async () => {
    const { next } = await meetings.start(series({ stages: [] }));
    const themes = [
      { theme: 'LIFE', title: 'Life story work waits' },
      { theme: 'EDUC', title: 'Late education plans' },
    ];
    await meetings.act(next.meeting, 'add-items', { items: themes });
    council.at('2023-04-12T09:00:00.000Z');
    await meetings.begin(next.meeting);
    const decided = { discussion: 'They wait.', decision: 'more-action-first' };
    for (const [index, person] of ['tom', 'tess'].entries()) {
      const actions = [{ what: 'Count them', who: person, by: '2023-05-19' }];
      await meetings.act(next.meeting, 'decide-item', { ...decided, itemId: `I${index + 1}`, actions });
    }
    const workOf = async (person: string) =>
      (await council.get<{ items: { what: string; actionId: string | null }[] }>(person, '/work')).body.items
        .filter(({ what }) => what === 'meeting-action')
        .map(({ actionId }) => actionId);
    expect(await workOf('Tom')).toEqual(['A1']);
    expect((await meetings.read(next.meeting, 'Tom')).items.map(({ title }) => title)).toEqual([
      'Life story work waits',
    ]);
    const { body } = await council.get<{ items: { title: string | null }[] }>('Tom', '/challenge/items');
    expect(body.items.map(({ title }) => title)).toEqual(['Life story work waits']);

    const done = { evidence: 'Twelve.', doneOn: '2023-04-12' };
    const ofTess = await council.post('Tom', `/challenge/meetings/${next.meeting}/mark-action-done`, {
      ...{ actionId: 'A2', ...done },
    });
    expect(ofTess.status).toBe(404);
    await meetings.act(next.meeting, 'mark-action-done', { actionId: 'A1', ...done }, 'Tom');
    expect(await workOf('Tom')).toEqual([]);
    expect((await council.get('Sven', `/challenge/meetings/${next.meeting}`)).status).toBe(404);
  });
});
