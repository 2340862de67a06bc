import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { newTokenText } from '../../src/access/tokens/token-text.js';
import { tokenDecider, tokenStream } from '../../src/access/tokens/token.js';
import type { TokenHolder } from '../../src/access/tokens/events.js';
import { postDecider, postStream } from '../../src/directory/post.js';
import { teamDecider, teamStream } from '../../src/directory/team.js';
import { Executor } from '../../src/platform/executor.js';
import { referenceFor } from '../../src/platform/ids.js';
import { hashOf } from '../../src/platform/secret.js';
import type { ProposalDto, ProposalsDto } from '../../src/roles/proposals/proposals.dto.js';
import { NOT_NEEDED } from '../../src/roles/agreed.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, Council, type Written } from './council.js';

type Refused = { code: string; detail: string };
type Posts = { items: { postId: string; person: string | null; agreed: string | null; agreedBy: string | null }[] };

const postbox = new Postbox();
let council: Council;
let tokens = 0;

beforeAll(async () => {
  council = await Council.begin('house', { notices: postbox });
});
afterAll(() => council.end());

/** Somebody of the directory who holds no post. */
const somebody = async (name: string): Promise<string> => {
  await council.done('Adam', '/people', { personId: name.toLowerCase(), name });
  return name.toLowerCase();
};

/** A post of its own, vacant. */
const vacancy = async (kind: string, of: object = {}): Promise<string> =>
  (await council.done('Adam', '/posts', { kind, title: kind, ...of })).reference;

const take = (by: string, post: string, person: string, from?: string) =>
  council.post<Written & Refused>(by, `/posts/${post}/take`, { person, ...(from === undefined ? {} : { from }) });

const settle = (by: string, proposal: string, how: 'agree' | 'refuse' | 'take-back', headers = {}) =>
  council.post<Written & Refused>(
    by,
    `/roles/proposals/${proposal}/${how}`,
    how === 'agree' ? {} : { reason: 'In words.' },
    headers,
  );

const holderOf = async (post: string): Promise<Posts['items'][number]> => {
  await council.caughtUp();
  const { body } = await council.get<Posts>('Mona', '/posts');
  return body.items.find(({ postId }) => postId === post)!;
};

const listed = async (proposal: string): Promise<ProposalDto> => {
  await council.caughtUp();
  const { body } = await council.get<ProposalsDto>('Adam', '/roles/proposals');
  return body.items.find((each) => each.proposal === proposal)!;
};

/** A token made as on the command line, by anybody. */
const tokenFor = async (holder: TokenHolder, madeBy = 'command-line'): Promise<Record<string, string>> => {
  const id = referenceFor('TOK', `token ${tokens++}`);
  const text = newTokenText(id);
  const at = council.clock.now();
  const envelope = { commandId: id, actor: { person: madeBy, post: null, role: null }, occurredAt: at };
  const create = { type: 'create', token: id, holder, hash: hashOf(text), days: 30, at } as const;
  await council.app.get(Executor).execute(tokenStream(id), tokenDecider, create, null, envelope);
  return { authorization: `Bearer ${text}` };
};

describe('a post from which cases are read', () => {
  let post: string;
  let person: string;
  let number = 0;
  beforeEach(async () => {
    person = await somebody(`Petra${++number}`);
    post = await vacancy('iro-manager');
    await council.done('Adam', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'none' });
    postbox.collect();
  });

  it('is not taken by the administrator who gives it, who reads no case by trying', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const answer = await take('Adam', post, 'adam');
    expect(answer).toMatchObject({ status: 403, body: { code: 'own-role' } });
    expect((await holderOf(post)).person).toBeNull();
    expect((await council.get('Adam', `/disputes/${reference}`)).status).toBe(404);
  });

  it('waits for a second person, and both are told, with the person who gets it and the post above', async () => {
    const answer = await take('Adam', post, person);
    expect(answer).toMatchObject({ status: 202, body: { advice: [{ code: 'waits-for-a-second-person' }] } });
    expect(answer.body.reference).toMatch(/^PRP-/);
    await council.caughtUp();
    expect((await holderOf(post)).person).toBeNull();
    expect((await council.get(`Petra${number}`, '/disputes')).status).toBe(403);
    expect(postbox.collect()).toEqual([
      'adam: a post of IRO manager is proposed',
      'anton: a post of IRO manager waits for a second person, until Wednesday 3 May 2023',
      'dora: a post of IRO manager waits for a second person, until Wednesday 3 May 2023',
      'mona: a post of IRO manager waits for a second person, until Wednesday 3 May 2023',
      `${person}: a post of IRO manager is proposed`,
      'queenie: a post of IRO manager waits for a second person, until Wednesday 3 May 2023',
      'quentin: a post of IRO manager waits for a second person, until Wednesday 3 May 2023',
    ]);
    expect(await listed(answer.body.reference)).toMatchObject({
      kind: 'post',
      standing: 'waiting',
      post,
      postKind: 'iro-manager',
      person: { id: person },
      proposedBy: { id: 'adam' },
      lapsesOn: '2023-05-03',
      settledBy: null,
    });
  });

  it('stands meanwhile in the work of whoever may agree, and of nobody who proposed or gets it', async () => {
    const { body } = await take('Adam', post, person);
    const inWorkOf = async (name: string): Promise<string[]> => {
      await council.caughtUp();
      const { body: work } = await council.get<{ items: { what: string; reference: string; name: string }[] }>(
        name,
        '/work',
      );
      return work.items.flatMap((item) =>
        item.reference === body.reference && item.what === 'agree-to-role' ? [item.name] : [],
      );
    };
    expect(await inWorkOf('Mona')).toEqual([
      expect.stringMatching(new RegExp(`^Petra${number} takes the post “.*” from the day of the agreement$`)),
    ]);
    expect(await inWorkOf('Iris')).toEqual([]);
    await settle('Mona', body.reference, 'refuse');
    expect(await inWorkOf('Mona')).toEqual([]);
  });

  it('is held from the day on which the second person agrees, and says who agreed', async () => {
    const { body } = await take('Adam', post, person, '2020-01-01');
    expect(await settle('Mona', body.reference, 'agree')).toMatchObject({ status: 200 });
    expect(await holderOf(post)).toMatchObject({ person, agreed: 'second-person', agreedBy: 'mona' });
    const before = await council.get<Posts>('Mona', '/posts?on=2023-04-02');
    expect(before.body.items.find(({ postId }) => postId === post)!.person).toBeNull();
    expect((await council.get(`Petra${number}`, '/disputes')).status).toBe(200);
    expect(await listed(body.reference)).toMatchObject({ standing: 'agreed', settledBy: { id: 'mona' } });
    expect(postbox.collect()).toEqual(
      expect.arrayContaining([
        'adam: a post of IRO manager is agreed',
        'mona: a post of IRO manager is agreed',
        `${person}: a post of IRO manager is agreed`,
      ]),
    );
  });

  it('is agreed to by nobody who proposed it, gets it, may not, or acts for another', async () => {
    const byAdam = (await take('Adam', post, person)).body.reference;
    expect(await settle('Adam', byAdam, 'agree')).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await settle('Iris', byAdam, 'agree')).toMatchObject({ status: 403, body: { code: 'not-yours' } });

    const byMona = (await take('Mona', post, person)).body.reference;
    expect(await settle('Mona', byMona, 'agree')).toMatchObject({ status: 403, body: { code: 'own-proposal' } });

    const other = await vacancy('director');
    const forQuentin = (await take('Adam', other, 'quentin')).body.reference;
    expect(await settle('Quentin', forQuentin, 'agree')).toMatchObject({ status: 403, body: { code: 'own-role' } });
    expect((await holderOf(post)).person).toBeNull();
    expect((await holderOf(other)).person).toBeNull();
  });

  it('is not agreed to by a token that the proposer made for the other', async () => {
    const { reference } = (await take('Adam', post, person)).body;
    const mona = await tokenFor({ kind: 'person', person: 'mona' }, 'adam');
    const answer = await settle('', reference, 'agree', mona);
    expect(answer).toMatchObject({ status: 403, body: { code: 'token-of-the-proposer' } });
    const own = await tokenFor({ kind: 'person', person: 'mona' });
    expect((await settle('', reference, 'agree', own)).status).toBe(200);
  });

  it('is neither proposed nor agreed to by a program', async () => {
    const program = await tokenFor({ kind: 'program', program: 'feed', role: 'administrator' });
    const answer = await council.post('', `/posts/${post}/take`, { person }, program);
    expect(answer).toMatchObject({ status: 403, body: { code: 'a-person-proposes' } });
    const { reference } = (await take('Adam', post, person)).body;
    expect(await settle('', reference, 'agree', program)).toMatchObject({ status: 403 });
    expect((await holderOf(post)).person).toBeNull();
  });

  it('may be refused or taken back, with a reason that is shown, and is then given to nobody', async () => {
    const refused = (await take('Adam', post, person)).body.reference;
    expect((await settle('Quentin', refused, 'refuse')).status).toBe(200);
    expect(await settle('Mona', refused, 'agree')).toMatchObject({ status: 409, body: { code: 'proposal-settled' } });
    expect(await listed(refused)).toMatchObject({
      standing: 'refused',
      settledBy: { id: 'quentin' },
      reason: 'In words.',
    });

    const takenBack = (await take('Adam', post, person)).body.reference;
    expect(await settle('Mona', takenBack, 'take-back')).toMatchObject({
      status: 403,
      body: { code: 'not-your-proposal' },
    });
    expect((await settle('Adam', takenBack, 'take-back')).status).toBe(200);
    expect(await listed(takenBack)).toMatchObject({ standing: 'taken-back' });
    expect((await holderOf(post)).person).toBeNull();
  });

  it('is not given for a team that has ended meanwhile', async () => {
    const team = (await council.done('Adam', '/teams', { code: `T${number}`, name: `Team ${number}` })).reference;
    const manager = await vacancy('team-manager', { team });
    const { reference } = (await take('Adam', manager, person)).body;
    await council.app
      .get(Executor)
      .execute(
        teamStream(team),
        teamDecider,
        { type: 'end', on: '2023-04-02', succeededBy: ['north'], agreed: NOT_NEEDED },
        null,
        {
          commandId: `end ${team}`,
          actor: { person: 'test', post: null, role: null },
          occurredAt: council.clock.now(),
        },
      );
    await council.caughtUp();
    expect(await settle('Mona', reference, 'agree')).toMatchObject({ status: 409, body: { code: 'team-gone' } });
    expect(await take('Adam', manager, person)).toMatchObject({ status: 409, body: { code: 'team-gone' } });
  });

  it('sent again gets the same answer, whatever has become of the proposal', async () => {
    const key = { 'idempotency-key': `take-${number}` };
    const once = await council.post<Written>('Adam', `/posts/${post}/take`, { person }, key);
    await settle('Mona', once.body.reference, 'agree');
    const again = await council.post<Written>('Adam', `/posts/${post}/take`, { person }, key);
    expect(again).toMatchObject({ status: 202, body: { reference: once.body.reference, repeated: true } });
    const agree = { 'idempotency-key': `agree-${number}` };
    const other = (await take('Adam', await vacancy('iro'), person)).body.reference;
    const first = await settle('Mona', other, 'agree', agree);
    expect(await settle('Mona', other, 'agree', agree)).toMatchObject({
      status: 200,
      body: { ...first.body, repeated: true },
    });
  });
});

describe('administrators', () => {
  it('hold no case role beside their post, whichever comes first', async () => {
    const iro = await vacancy('iro');
    const administrator = await vacancy('administrator');
    await somebody('Olga');
    await council.done('Adam', `/posts/${administrator}/take`, { person: 'olga' });
    const roleSecond = await take('Adam', iro, 'olga');
    expect(roleSecond).toMatchObject({ status: 409, body: { code: 'administrators-read-no-cases' } });
    const administratorSecond = await take('Adam', administrator, 'walter');
    expect(administratorSecond).toMatchObject({ status: 409, body: { code: 'administrators-read-no-cases' } });
  });

  it('become administrators between proposal and agreement, and then get no case role', async () => {
    const iro = await vacancy('iro');
    await somebody('Otto');
    const { reference } = (await take('Adam', iro, 'otto')).body;
    const administrator = await vacancy('administrator');
    await council.done('Adam', `/posts/${administrator}/take`, { person: 'otto' });
    expect(await settle('Mona', reference, 'agree')).toMatchObject({
      status: 409,
      body: { code: 'administrators-read-no-cases' },
    });
  });

  it('read nothing at the next request even where both posts came on record', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'PLAN' }));
    await council.appoint('Oswald', ['iro-manager', null, null]);
    expect((await council.get('Oswald', `/disputes/${reference}`)).status).toBe(200);
    const administrator = await vacancy('administrator');
    await council.app
      .get(Executor)
      .execute(
        postStream(administrator),
        postDecider,
        { type: 'take', person: 'oswald', from: null, agreed: NOT_NEEDED },
        null,
        { commandId: 'both', actor: { person: 'test', post: null, role: null }, occurredAt: council.clock.now() },
      );
    await council.caughtUp();
    expect((await council.get('Oswald', `/disputes/${reference}`)).status).toBe(404);
    expect((await council.get('Oswald', '/disputes')).status).toBe(403);
  });

  it.each(['information-governance', 'performance-analyst', 'administrator'])(
    'do not give themselves the post of %s, from which no case is read, nor by a token of their making',
    async (kind) => {
      const post = await vacancy(kind);
      expect(await take('Adam', post, 'adam')).toMatchObject({ status: 403, body: { code: 'own-role' } });
      const program = await tokenFor({ kind: 'program', program: `feed-${kind}`, role: 'administrator' }, 'adam');
      expect(await council.post('', `/posts/${post}/take`, { person: 'adam' }, program)).toMatchObject({
        status: 403,
        body: { code: 'own-role' },
      });
      expect((await holderOf(post)).person).toBeNull();
    },
  );

  it('still give by themselves a post from which no case is read, and only they do', async () => {
    await somebody('Ona');
    const analyst = await vacancy('performance-analyst');
    expect(await take('Mona', analyst, 'ona')).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect((await take('Adam', analyst, 'ona')).status).toBe(200);
    expect(await holderOf(analyst)).toMatchObject({ person: 'ona', agreed: 'not-needed', agreedBy: null });
  });
});

describe('a protocol', () => {
  const house = readFileSync(new URL('../../protocols/house.yaml', import.meta.url), 'utf8');
  const versions = async (): Promise<number> =>
    (await council.get<{ items: unknown[] }>('Mona', '/protocol')).body.items.length;

  it('that gives posts more waits for a second person, and is then in force', async () => {
    const before = await versions();
    const yaml = `${house}\npauses:\n  allowed: yes\n  by: business-support\n`;
    const { status, body } = await council.post<Written>('Adam', '/protocol', { yaml, from: '2024-04-01' });
    expect(status).toBe(202);
    expect(await versions()).toBe(before);
    expect(await listed(body.reference)).toMatchObject({
      kind: 'protocol',
      standing: 'waiting',
      from: '2024-04-01',
      gives: ['clock paused by business-support'],
    });
    expect((await settle('Mona', body.reference, 'agree')).status).toBe(200);
    expect(await versions()).toBe(before + 1);
  });

  it('that gives nobody more is adopted by one person', async () => {
    const before = await versions();
    const yaml = house.replace(/^title: .*/m, 'title: The same in other words');
    const answer = await council.post<Written>('Adam', '/protocol', { yaml, from: '2023-12-01' });
    expect(answer.status).toBe(201);
    expect(await versions()).toBe(before + 1);
  });

  it('that gives posts more is not proposed by a program', async () => {
    const program = await tokenFor({ kind: 'program', program: 'feed', role: 'administrator' });
    const yaml = `${house}\npauses:\n  allowed: yes\n  by: director\n`;
    const answer = await council.post('', '/protocol', { yaml, from: '2025-04-01' }, program);
    expect(answer).toMatchObject({ status: 403, body: { code: 'a-person-proposes' } });
  });
});

describe('a team', () => {
  const raisedInTheNorth = async (theme: string): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ theme }))).reference;
  const readBy = async (person: string, reference: string): Promise<number> =>
    (await council.get(person, `/disputes/${reference}`)).status;
  let other: string;
  beforeAll(async () => {
    other = (await council.done('Adam', '/teams', { code: 'FAR', name: 'Far Team', service: 'Far' })).reference;
    await council.appoint('Fay', ['service-manager', null, 'Far']);
    await council.appoint('Frank', ['team-manager', other, null]);
    postbox.collect();
  });

  it('whose cases another manager would read moves to their service once a second person agrees, and both sides are told', async () => {
    const reference = await raisedInTheNorth('EDUC');
    postbox.collect();
    const answer = await council.post<Written>('Adam', '/teams/north/move-to-service', { service: 'Far' });
    expect(answer).toMatchObject({ status: 202, body: { advice: [{ code: 'waits-for-a-second-person' }] } });
    await council.caughtUp();
    expect(await readBy('Fay', reference)).toBe(404);
    expect(await listed(answer.body.reference)).toMatchObject({
      kind: 'team',
      team: 'north',
      title: 'Locality North belongs to the service Far',
      gives: ['cases of the team read by service-manager, Far'],
    });
    const told = postbox.collect();
    for (const person of ['tom', 'sven', 'hana', 'fay', 'anton'])
      expect(told.some((each) => each.startsWith(`${person}: a change of a team`))).toBe(true);
    expect(await settle('Adam', answer.body.reference, 'agree')).toMatchObject({ status: 403 });
    expect((await settle('Mona', answer.body.reference, 'agree')).status).toBe(200);
    expect(await readBy('Fay', reference)).toBe(200);
    expect(postbox.collect()).toEqual(
      expect.arrayContaining([
        'sven: a change of a team by which other managers read its cases is agreed',
        'fay: a change of a team by which other managers read its cases is agreed',
      ]),
    );
    const back = await council.post<Written>('Adam', '/teams/north/move-to-service', { service: 'Localities' });
    expect((await settle('Mona', back.body.reference, 'agree')).status).toBe(200);
    expect(await readBy('Fay', reference)).toBe(404);
  });

  it('is moved or ended by no program', async () => {
    const program = await tokenFor({ kind: 'program', program: 'feed-of-teams', role: 'administrator' });
    for (const [act, body] of [
      ['move-to-service', { service: 'Far' }],
      ['end', { on: '2023-04-02', succeededBy: [other] }],
    ] as const)
      expect(await council.post('', `/teams/north/${act}`, body, program)).toMatchObject({
        status: 403,
        body: { code: 'a-person-proposes' },
      });
  });

  it('leaves its service, or ends with nobody to take over, by the word of one person: nobody reads more by it', async () => {
    const lone = (await council.done('Adam', '/teams', { code: 'LONE', name: 'Lone Team', service: 'Far' })).reference;
    expect((await council.post('Adam', `/teams/${lone}/move-to-service`, { service: null })).status).toBe(200);
    expect((await council.post('Adam', `/teams/${lone}/end`, { on: '2023-04-30' })).status).toBe(200);
    const successor = await council.post<Written>('Adam', `/teams/${lone}/end`, {
      on: '2023-04-30',
      succeededBy: [other, 'north'],
    });
    expect(successor.status).toBe(202);
    expect(await listed(successor.body.reference)).toMatchObject({
      title: 'Lone Team ends, and Far Team and Locality North take over',
    });
  });

  it('hands its cases to the one that takes over once a second person agrees', async () => {
    const reference = await raisedInTheNorth('LEGAL');
    const end = { on: '2023-04-02', succeededBy: [other] };
    const answer = await council.post<Written>('Adam', '/teams/north/end', end);
    expect(answer.status).toBe(202);
    await council.caughtUp();
    expect(await readBy('Frank', reference)).toBe(404);
    expect((await settle('Quentin', answer.body.reference, 'agree')).status).toBe(200);
    expect(await readBy('Frank', reference)).toBe(200);
  });
});

describe('a proposal', () => {
  it('lapses visibly after thirty days, and can be made again', async () => {
    await somebody('Lena');
    const post = await vacancy('iro');
    const { reference } = (await take('Adam', post, 'lena')).body;
    const begun = council.clock.now();
    council.at('2023-05-04T09:00:00.000Z');
    expect(await listed(reference)).toMatchObject({ standing: 'lapsed' });
    expect(await settle('Mona', reference, 'agree')).toMatchObject({ status: 409, body: { code: 'proposal-lapsed' } });
    expect((await take('Adam', post, 'lena')).status).toBe(202);
    council.at(begun);
  });

  it('is not agreed to once its proposer holds no post from which it may be proposed', async () => {
    await somebody('Lars');
    await council.appoint('Ada', ['administrator', null, null]);
    const post = await vacancy('iro');
    const { reference } = (await take('Ada', post, 'lars')).body;
    const begun = council.clock.now();
    const { body } = await council.get<Posts>('Mona', '/posts');
    const own = body.items.find(({ person }) => person === 'ada')!.postId;
    await council.done('Adam', `/posts/${own}/leave`, { person: 'ada', on: begun.slice(0, 10) });
    council.at('2023-04-20T09:00:00.000Z');
    expect(await settle('Mona', reference, 'agree')).toMatchObject({ status: 409, body: { code: 'proposer-gone' } });
    expect((await holderOf(post)).person).toBeNull();
    expect((await settle('Mona', reference, 'refuse')).status).toBe(200);
    council.at(begun);
  });

  it('is shown to nobody who neither proposes nor agrees', async () => {
    for (const person of ['Tom', 'Iris', 'Beth', 'Percy', 'Ines'])
      expect((await council.get(person, '/roles/proposals')).status).toBe(403);
    expect((await council.get('Dora', '/roles/proposals')).status).toBe(200);
    expect(await settle('Mona', 'PRP-0000-0000', 'agree')).toMatchObject({ status: 404 });
  });
});
