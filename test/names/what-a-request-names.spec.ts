import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedRule, type NamedRuleName } from '../../src/access/named/rules.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { ChildDto } from '../../src/directory/children/children.dto.js';
import type { CheckDto } from '../../src/reviews/check/check.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { shownBy } from './alike.js';
import { routesOf } from '../support/routes.js';
import { type Field, fieldsIn } from './fields-of-routes.js';
import { type Entries, settled, trials, type World, withPractice } from './table.js';

type Problem = { code: string; detail: string; errors?: { pointer: string; message: string }[] };

describe('a record that a request names', () => {
  let council: Council;
  let world: World;
  let fields: Field[];
  let table: Entries;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { adapted: withPractice });
    world = await settled(council);
    fields = routesOf(council.app).flatMap(fieldsIn);
    table = trials(world);
  });
  afterAll(() => council.end());

  const because = ({ shape: { rule } }: Field): string | undefined => {
    const found = rule === undefined ? undefined : namedRule(rule as NamedRuleName);
    return found && 'because' in found ? found.because : undefined;
  };

  it('is tried in every field whose names are looked up', () => {
    const lookedUp = fields.filter((field) => field.shape.rule !== undefined && because(field) === undefined);
    const tried = new Set(table.map(([field]) => field));
    expect(lookedUp.map(({ route, path }) => `${route.operation} ${path}`).filter((each) => !tried.has(each))).toEqual(
      [],
    );
    expect(lookedUp.length).toBeGreaterThan(35);
  });

  it('one and the same answer is given for a hidden record, one that does not fit, and one that does not exist', async () => {
    const before = await council.events();
    for (const [field, { person, url, body, hidden = [], unfit = [], absent }] of table) {
      const [expected, ...others] = await Promise.all(
        [absent, ...hidden, ...unfit].map((name) => council.post<Problem>(person, url, body(name))),
      );
      const pointer = field.split(' ')[1]!;
      expect([field, expected!.status, expected!.body.errors?.map((error) => error.pointer)]).toEqual([
        field,
        400,
        [pointer],
      ]);
      for (const [index, name] of [absent, ...hidden, ...unfit].entries()) {
        const answer = index === 0 ? expected! : others[index - 1]!;
        expect([field, name, shownBy(answer)]).toEqual([field, name, shownBy(expected!)]);
        expect(answer.text.length).toBe(expected!.text.length);
        expect(answer.text.includes(name)).toBe(false);
      }
    }
    expect(await council.events()).toBe(before);
  });

  it('of a list leaves rows out, alike whatever is named', async () => {
    const narrowing = fields.filter((field) => because(field) === 'narrows');
    expect(narrowing.length).toBeGreaterThan(15);
    const names = {
      dispute: world.hidden,
      meeting: 'CM-0000-0000',
      series: 'MS-0000-0000',
      child: 'C3',
      person: 'ivan',
      team: 'past',
    };
    for (const { route, name, shape } of narrowing) {
      const { names: kind } = namedRule(shape.rule as NamedRuleName) as { names: keyof typeof names };
      const url = route.path.replace('/api/v1', '').replace(':year', '2023-24');
      const needed = fieldsIn(route).some((field) => field.name === 'year') ? '&year=2023-24' : '';
      const absent = kind === 'dispute' ? 'DRP-0000-0000' : names[kind].includes('-') ? names[kind] : 'not-there';
      const person = name === 'iro' && /theme|supervision/i.test(route.operation) ? 'Mona' : 'Iris';
      const answers = [];
      for (const each of [names[kind], absent])
        answers.push(
          // It reads, and is sent by POST.
          route.operation === 'readWhoOpenedWhat'
            ? await council.post('Gina', url, { [name]: each })
            : await council.get(person, `${url}?${name}=${each}${needed}`),
        );
      // A sheet is that of one IRO: of nobody there is none.
      const statuses = route.operation === 'readSupervisionSheet' ? [200, 404] : [200, 200];
      expect([route.operation, name, answers.map(({ status }) => status)]).toEqual([route.operation, name, statuses]);
      if (person === 'Iris') expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(world.hidden);
    }
  });

  it('within the record that is acted on, is not repeated in the answer if it does not exist', async () => {
    const parts = fields.filter((field) => because(field) === 'is-part');
    expect(parts.map(({ name }) => name).sort()).toEqual([
      ...['actionId', 'actionId', 'actionId', 'actionId'],
      // Those that their sender has uploaded, and nobody else’s: test/documents/documents.spec.ts.
      ...['documents', 'documents', 'documents', 'documents', 'documents', 'documents'],
      ...['itemId', 'itemId', 'itemId', 'itemId'],
    ]);
    const done = { actionId: 'A9', evidence: 'On file.', doneOn: '2023-04-03' };
    const confirmed = { actionId: 'A9', reason: 'In words.' };
    for (const [act, body] of [['mark-action-done', done] as const, ['confirm-action-in-time', confirmed] as const]) {
      const answer = await council.post<Problem>('Iris', `/disputes/${world.own}/${act}`, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toMatch(/\bA9\b/);
    }
    const off = await council.post<Problem>('Mona', `/challenge/meetings/${world.meeting}/take-off-item`, {
      itemId: 'I9',
      reason: 'In words.',
    });
    expect(off).toMatchObject({ status: 409, body: { code: 'no-such-item' } });
    const back = (name: string, body: object) =>
      council.post<Problem>('Mona', `/challenge/meetings/${world.meeting}/${name}`, { ...body, reason: 'In words.' });
    expect(await back('take-back-decision', { itemId: 'I9' })).toMatchObject({ body: { code: 'no-such-item' } });
    const notDone = await back('take-back-action-done', { actionId: 'A9' });
    expect(notDone).toMatchObject({ status: 409, body: { code: 'action-not-done' } });
  });

  it('among many, is answered for each by itself', async () => {
    const references = [world.hidden, 'DRP-0000-0000'];
    const { body } = await council.post<{ refused: { reference: string; code: string; detail: string }[] }>(
      'Iris',
      '/disputes/take-on',
      { references },
    );
    const [hidden, absent] = body.refused;
    expect({ ...hidden, reference: '' }).toEqual({ ...absent, reference: '' });
    expect(hidden!.code).toBe('not-found');
  });

  it('fits where it fits', async () => {
    for (const [field, { person, url, body, fits }] of table) {
      const answer = await council.post<Problem>(person, url, body(fits));
      await council.caughtUp();
      expect([field, answer.status === 400 ? answer.body : undefined]).toEqual([field, undefined]);
    }
  });
});

describe('a conversation about another child', () => {
  it('is no beginning for a dispute: nothing of it is read by the wrong IRO and their managers', async () => {
    const council = await Council.begin();
    const words = 'The grandmother is ill.';
    const spoken = { spokeTo: 'Tess', spokeOn: '2023-04-03', result: words, children: ['C3'] };
    const { reference } = await council.done('Ivan', '/conversations', spoken);
    for (const kind of ['formal', 'informal']) {
      const answer = await council.post<Problem>('Iris', '/disputes', aConcern({ kind, conversation: reference }));
      const absent = await council.post<Problem>(
        'Iris',
        '/disputes',
        aConcern({ kind, conversation: 'DRP-0000-0000' }),
      );
      expect(answer.status).toBe(400);
      expect(shownBy(answer)).toEqual(shownBy(absent));
    }
    await council.caughtUp();
    for (const person of ['Iris', 'Tom', 'Alma'])
      for (const url of [`/disputes/${reference}`, `/disputes/${reference}/events`])
        expect((await council.get(person, url)).status).toBe(404);
    const own = await council.get(`Ivan`, `/disputes/${reference}/events`);
    expect(own.text).toContain(words);
    await council.end();
  });
});

describe('a check on one child', () => {
  it('is not settled by raising about another', async () => {
    const council = await Council.begin();
    const check = { kind: 'midway', child: 'C1', heldOn: '2023-04-03' };
    const { reference } = await council.done('Iris', '/reviews', check);
    const url = `/reviews/${reference}`;
    await council.done('Iris', `${url}/check-standard`, { standard: 'permanence', answer: 'not-met' });
    const other = await council.post('Iris', `${url}/raise`, {
      standard: 'permanence',
      ...aConcern({ children: ['C2'] }),
    });
    expect(other.status).toBe(400);
    const permanence = async () =>
      (await council.get<CheckDto>('Iris', url)).body.standards.find(({ code }) => code === 'permanence');
    expect(await permanence()).toMatchObject({ outstanding: 'to-decide', dispute: null });
    await council.done('Iris', `${url}/raise`, { standard: 'permanence', ...aConcern({ children: ['C2', 'C1'] }) });
    expect(await permanence()).toMatchObject({ outstanding: null });
    await council.end();
  });
});

describe('a field that is left out of a change', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const child = async (id: string) => (await council.get<ChildDto>('Mona', `/children/${id}`)).body;

  it('stays as it was: the team of a child who is given another IRO, and the IRO of one who is given another team', async () => {
    await council.done('Mona', '/children/C1/allocate', { iro: 'ivan', from: '2023-04-03' });
    expect(await child('C1')).toMatchObject({ team: 'north', iro: 'ivan' });
    await council.done('Mona', '/children/C2/allocate', { team: 'south', from: '2023-04-03' });
    expect(await child('C2')).toMatchObject({ team: 'south', iro: 'iris' });
    await council.done('Mona', '/children/C2/allocate', { team: null, from: '2023-04-03' });
    expect(await child('C2')).toMatchObject({ team: null, iro: 'iris' });
  });

  it('stays as it was: the day of birth of a child, the address of a person', async () => {
    await council.done('Mona', '/children/C3/complete', { initials: 'AB', population: 'looked-after' });
    expect(await child('C3')).toMatchObject({ initials: 'AB', bornOn: '2015-05-05' });
    await council.done('Adam', '/people/tom/complete', { name: 'Tom', email: 'tom@council.example' });
    await council.done('Adam', '/people/tom/complete', { name: 'Tom Ashdown' });
    expect((await council.get('Mona', '/people/tom')).body).toMatchObject({
      name: 'Tom Ashdown',
      email: 'tom@council.example',
    });
  });

  it('is asked for where nothing else is sent: the service to which a team moves', async () => {
    const answer = await council.post('Adam', '/teams/north/move-to-service', { from: '2023-04-03' });
    expect(answer.status).toBe(400);
    expect((await council.get('Mona', '/teams/north')).body).toMatchObject({ service: 'Localities' });
    await council.done('Adam', '/teams/north/move-to-service', { service: null, from: '2023-04-03' });
    expect((await council.get('Mona', '/teams/north')).body).toMatchObject({ service: null });
  });

  it('stays as it was: what an acknowledgement says of others than its words', async () => {
    const given = {
      ...{ children: ['C4'], team: 'south', people: [{ person: 'walter' }], wholeTeam: true, theme: 'PA-DIRECT' },
      ...{ whatTheyDid: 'Her life story.', differenceForChild: 'She knows where she comes from.' },
    };
    const { reference } = await council.done('Carol', '/acknowledgements', given);
    const corrected = { children: ['C4'], theme: 'PA-LIFE', whatTheyDid: 'Her life story work.', reason: 'The theme.' };
    await council.done('Carol', `/acknowledgements/${reference}/correct`, corrected);
    const { body } = await council.get('Carol', `/acknowledgements/${reference}`);
    expect(JSON.stringify(body)).toContain('She knows where she comes from.');
    expect(body).toMatchObject({ team: { id: 'south' }, wholeTeam: true });
    expect(JSON.stringify(body)).toContain('walter');
  });

  it('stays as it was: place, stages and interval of a series of meetings', async () => {
    const series = {
      ...{ kind: 'challenge', name: 'Challenge meeting', startsAt: '14:00', place: 'County Hall', stages: ['4'] },
      ...{
        recurrence: { week: 'second', weekday: 'wednesday', everyMonths: 2 },
        posts: ['iro-manager'],
        from: '2023-04-03',
      },
    };
    const { reference } = await council.done('Mona', '/challenge/series', series);
    const { kind, name, posts } = series;
    const change = { ...{ kind, name, posts }, startsAt: '15:00', from: '2023-06-01', reason: 'Panel sits then.' };
    const recurrence = { week: 'second', weekday: 'wednesday' };
    await council.done('Mona', `/challenge/series/${reference}/change`, { ...change, recurrence });
    const { body } = await council.get<{ items: object[] }>('Mona', '/challenge/series');
    expect(body.items).toEqual([
      expect.objectContaining({
        ...{ startsAt: '15:00', place: 'County Hall', stages: ['4'] },
        recurrence: { ...recurrence, everyMonths: 2 },
      }),
    ]);
  });

  it('stays as it was: the secondary themes of a dispute whose main theme is corrected', async () => {
    const concern = aConcern({ children: ['C4'], secondaryThemes: ['EDUC', 'PLACE'] });
    const { reference } = await council.done('Carol', '/disputes', concern);
    await council.done('Carol', `/disputes/${reference}/correct-theme`, {
      theme: 'EDUC',
      reason: 'It is about school.',
    });
    const { body } = await council.get<DisputeDto>('Carol', `/disputes/${reference}`);
    expect([body.theme?.code, body.secondaryThemes.map(({ code }) => code)]).toEqual(['EDUC', ['PLACE']]);
  });
});

describe('the IRO whose concern a dispute is', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' };
    await council.done('Mona', '/covers', cover);
  });
  afterAll(() => council.end());

  /** The record, list and figures on one dispute: whose it is, who sent it, and how many each IRO raised under its theme. */
  const said = async (reference: string, theme: string) => {
    const record = (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body;
    const list = (await council.get<DisputesPageDto>('Mona', `/disputes?theme=${theme}`)).body.items;
    const row = list.find((each) => each.reference === reference)!;
    const figures = await council.get('Mona', `/themes?year=2023-24&by=iro&theme=${theme}`);
    expect([record.raisedBy?.id, record.enteredBy?.id]).toEqual([row.raisedBy?.id, row.enteredBy?.id]);
    expect(figures.text).toContain(`"${row.raisedBy!.id}"`);
    if (row.enteredBy !== null) expect(figures.text).not.toContain(`"${row.enteredBy.id}"`);
    expect(
      (await council.get<DisputesPageDto>('Mona', `/disputes?theme=${theme}&iro=${row.raisedBy!.id}`)).body.items,
    ).toHaveLength(1);
    return [row.raisedBy?.id, row.enteredBy?.id];
  };

  it('is the IRO’s own, raised by themselves', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
    expect(await said(reference, 'EDUC')).toEqual(['iris', undefined]);
  });

  it.each([
    ['Ivan', 'who covers and acts for her', { 'footprint-acting-for': 'iris' }, 'HEALTH'],
    ['Beth', 'who enters for her', { 'footprint-acting-for': 'iris' }, 'PLACE'],
    ['Mona', 'who answers for the IRO service', {}, 'PLAN'],
  ])('is the absent IRO’s, sent by %s %s, with both on record', async (person, _why, headers, theme) => {
    const { reference } = await council.done(person, '/disputes', aConcern({ theme, iro: 'iris' }), headers as never);
    expect(await said(reference, theme)).toEqual(['iris', person.toLowerCase()]);
  });

  it('is not given to another by an IRO who neither covers nor manages them, nor taken by one who covers', async () => {
    const given = await council.post('Iris', '/disputes', aConcern({ theme: 'VISIT', iro: 'ivan' }));
    expect(given.status).toBe(400);
    const taken = await council.post('Ivan', '/disputes', aConcern({ theme: 'VISIT', iro: 'ivan' }), {
      'footprint-acting-for': 'iris',
    });
    expect(taken.status).toBe(400);
  });

  it('is not for the person who stood in to see, once that is over', async () => {
    const { reference } = await council.done('Ivan', '/disputes', aConcern({ theme: 'VOICE' }), {
      'footprint-acting-for': 'iris',
    });
    council.at('2023-04-04T09:00:00.000Z');
    expect((await council.get('Ivan', `/disputes/${reference}`)).status).toBe(404);
    const list = (await council.get<DisputesPageDto>('Ivan', '/disputes')).body.items;
    expect(list.map((each) => each.reference)).not.toContain(reference);
  });
});
