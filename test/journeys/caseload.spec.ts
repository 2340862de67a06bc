import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcknowledgementDto } from '../../src/acknowledgements/read/read.dto.js';
import type { CaseloadHandedOverDto } from '../../src/caseload/hand-over.dto.js';
import type { ChildDto } from '../../src/directory/children/children.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { sendingTo } from '../../src/cli/over-the-api.js';
import { run } from '../../src/cli/run.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, Council } from './council.js';

type Problem = { code: string };

const today = '2023-04-03';
const reason = 'She leaves the service on Friday.';
const spoke = { spokeTo: 'Tom', spokeOn: today, result: 'He will look into it.' };
const thanked = { people: [{ person: 'tom' }], theme: 'PA-DIRECT', whatTheyDid: 'Her life story.' };

/** Everything that Iris can have about two children, and one of it restricted from her manager. */
const settled = async (council: Council) => {
  const made = async (url: string, body: object) => (await council.done('Iris', url, body)).reference;
  const both = async (begin: (child: string) => Promise<string>) => [await begin('C1'), await begin('C2')] as const;
  const disputes = await both((child) => made('/disputes', aConcern({ children: [child] })));
  const conversations = await both((child) => made('/conversations', { ...spoke, children: [child] }));
  const checks = await both((child) => made('/reviews', { kind: 'midway', child, heldOn: today }));
  const recommendations = await both(async (child) => {
    const recommended = { child, reviewedOn: today, recommendations: [{ what: 'Begin life story work' }] };
    const reference = await made('/recommendations', recommended);
    await council.done('Tom', `/recommendations/${reference}/disagree`, { reason });
    return reference;
  });
  const acknowledgements = await both((child) => made('/acknowledgements', { ...thanked, children: [child] }));
  return { disputes, conversations, checks, recommendations, acknowledgements };
};

/** Ended, and Cafcass has the referral: whoever has the child is asked how it stands. */
const withCafcass = async (council: Council): Promise<string> => {
  const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
  const referral = { grounds: 'No plan.', legalAdviceTaken: false, told: ['child'], sentOn: today };
  await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, referral);
  await council.done('Iris', `/disputes/${reference}/withdraw`, { reason });
  return reference;
};

const handOver = (council: Council, body: object, person = 'Mona', headers = {}) =>
  council.post<CaseloadHandedOverDto & Problem>(person, '/people/iris/hand-over-caseload', body, headers);
const heldBy = async (council: Council, reference: string) =>
  (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body.heldBy?.id;
const iroOf = async (council: Council, child: string) =>
  (await council.get<ChildDto>('Mona', `/children/${child}`)).body.iro;

describe('a caseload', () => {
  let council: Council;
  let hers: Awaited<ReturnType<typeof settled>>;
  let answer: Awaited<ReturnType<typeof handOver>>;
  const once = { 'idempotency-key': 'caseload-once' };
  const whole = { shares: [{ toIro: 'Ivan' }], reason };
  const postbox = new Postbox();
  let told: readonly string[];
  let toTheTaker: string;
  let ended: string;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { notices: postbox });
    hers = await settled(council);
    ended = await withCafcass(council);
    await council.caughtUp();
    postbox.collect();
    answer = await handOver(council, whole, 'Mona', once);
    await council.caughtUp();
    toTheTaker = postbox.sent.find(({ person, subject }) => person === 'ivan' && subject.startsWith('CLH-'))!.text;
    told = postbox.collect();
  });
  afterAll(() => council.end());

  it('is told to the person who took it, to the IRO who had it, and to the managers of the children', () => {
    const of = (words: string) => told.filter((each) => each.endsWith(words)).map((each) => each.split(':')[0]);
    expect(of('children are handed over to you, with what is open')).toEqual(['ivan']);
    expect(of('children have another IRO').sort()).toEqual(['iris', 'tom']);
    expect(toTheTaker).toContain(`${answer.body.handedOver.length} things are handed over to you`);
    expect(toTheTaker).toContain('/my-work');
    // Once, with how much; not again for each dispute.
    expect(of(' has been handed over to you')).toEqual([]);
  });

  it('changes hands in one act: children, disputes, conversations, checks, recommendations, acknowledgements', async () => {
    expect(answer.status).toBe(200);
    const { handedOver, refused } = answer.body;
    expect(refused).toEqual([]);
    const all = [...['C1', 'C2'], ...Object.values(hers).flat(), ended];
    expect(handedOver.map(({ id }) => id).sort()).toEqual(all.sort());
    expect(new Set(handedOver.map(({ toIro }) => toIro))).toEqual(new Set(['ivan']));
    expect([await iroOf(council, 'C1'), await iroOf(council, 'C2')]).toEqual(['ivan', 'ivan']);
    for (const reference of [...hers.disputes, ...hers.conversations])
      expect((await council.get('Ivan', `/disputes/${reference}`)).status).toBe(200);
    for (const reference of [...hers.disputes, ...hers.conversations])
      expect(await heldBy(council, reference)).toBe('ivan');
  });

  it('is then the work of the person who took it, and nobody else’s', async () => {
    const work = async (person: string) =>
      (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ reference }) => reference);
    expect(await work('Ivan')).toEqual(expect.arrayContaining([...hers.recommendations, ended]));
    expect(await work('Iris')).toEqual([]);
    for (const reference of hers.checks) {
      expect((await council.get('Ivan', `/reviews/${reference}`)).status).toBe(200);
      expect((await council.get('Iris', `/reviews/${reference}`)).status).toBe(404);
    }
  });

  it('leaves it on record who raised and gave what, and lets the person who took it put it right', async () => {
    const { body } = await council.get<DisputeDto>('Mona', `/disputes/${hers.disputes[0]}`);
    expect(body.raisedBy?.id).toBe('iris');
    const [first] = hers.acknowledgements;
    const corrected = { ...thanked, children: ['C1'], theme: 'PA-LIFE', reason };
    await council.done('Ivan', `/acknowledgements/${first}/correct`, corrected);
    const acknowledged = await council.get<AcknowledgementDto>('Mona', `/acknowledgements/${first}`);
    expect(acknowledged.body).toMatchObject({ givenBy: { id: 'iris' }, theme: 'PA-LIFE' });
  });

  it('is handed over once: the same command is answered the same, and another finds nothing', async () => {
    const before = await council.events();
    const again = await handOver(council, whole, 'Mona', once);
    expect(again.body).toEqual({ ...answer.body, repeated: true });
    expect(await handOver(council, whole)).toMatchObject({ status: 409, body: { code: 'nothing-to-hand-over' } });
    expect(await council.events()).toBe(before);
  });
});

describe('a caseload, in part or to several', () => {
  let council: Council;
  let hers: Awaited<ReturnType<typeof settled>>;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    await council.appoint('Nora', ['iro', null, null]);
    hers = await settled(council);
  });
  afterAll(() => council.end());

  it('is for the IRO manager alone', async () => {
    const body = { shares: [{ toIro: 'ivan' }], reason };
    for (const person of ['Iris', 'Ivan', 'Quentin', 'Beth', 'Tom', 'Adam'])
      expect([person, (await handOver(council, body, person)).status]).toEqual([person, 403]);
  });

  it('may be one dispute alone, whose child stays', async () => {
    const [first, second] = hers.disputes;
    const { body } = await handOver(council, { shares: [{ toIro: 'nora', disputes: [first] }], reason });
    expect(body.handedOver).toEqual([{ kind: 'dispute', id: first, toIro: 'nora' }]);
    await council.caughtUp();
    expect([await heldBy(council, first), await heldBy(council, second)]).toEqual(['nora', 'iris']);
    expect(await iroOf(council, 'C1')).toBe('iris');
  });

  it('leaves out each record that is not of it, and names it', async () => {
    const shares = [{ toIro: 'ivan', children: ['C1', 'C3'], disputes: ['DRP-0000-0000'] }];
    const { body } = await handOver(council, { shares, reason });
    await council.caughtUp();
    expect(body.refused.map(({ id, code }) => [id, code])).toEqual([
      ['C3', 'not-in-the-caseload'],
      ['DRP-0000-0000', 'not-in-the-caseload'],
    ]);
    expect([await iroOf(council, 'C1'), await iroOf(council, 'C2')]).toEqual(['ivan', 'iris']);
    const moved = [hers.conversations[0], hers.checks[0], hers.recommendations[0], hers.acknowledgements[0]];
    expect(body.handedOver.map(({ id }) => id).sort()).toEqual(['C1', ...moved].sort());
  });

  it('needs somebody who takes it, and one share at most without a list', async () => {
    expect((await handOver(council, { shares: [], reason })).status).toBe(400);
    expect((await handOver(council, { shares: [{ toIro: 'ivan' }, { toIro: 'carol' }], reason })).status).toBe(400);
    expect((await handOver(council, { shares: [{ toIro: 'tom' }], reason })).status).toBe(400);
    const toHerself = await handOver(council, { shares: [{ toIro: 'iris' }], reason });
    expect(toHerself).toMatchObject({ status: 409, body: { code: 'same-iro' } });
    const partToHerself = await handOver(council, { shares: [{ toIro: 'iris', children: ['C3'] }], reason });
    expect(partToHerself).toMatchObject({ status: 409, body: { code: 'same-iro' } });
    const twice = [
      { toIro: 'ivan', children: ['C1'] },
      { toIro: 'carol', children: ['C2', 'C1'] },
    ];
    expect(await handOver(council, { shares: twice, reason })).toMatchObject({ body: { code: 'named-twice' } });
  });
});

describe('a part of a caseload that cannot change hands', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    await council.done('Adam', '/posts', { postId: 'ivan-too', kind: 'social-worker', title: 'Worker', team: 'north' });
    await council.doneByTwo('Adam', '/posts/ivan-too/take', { person: 'ivan', from: today });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'ivan', from: today });
  });
  afterAll(() => council.end());

  it('does not stop the others: the child whose social worker the new IRO is, and what is open about it', async () => {
    const hers = await settled(council);
    const { body } = await handOver(council, { shares: [{ toIro: 'ivan' }], reason });
    await council.caughtUp();
    const refused = new Map(body.refused.map(({ id, code }) => [id, code]));
    expect(refused.get('C1')).toBe('iro-is-the-worker');
    expect(refused.get(hers.disputes[0])).toBe('iro-is-the-worker');
    expect(refused.get(hers.checks[0])).toBe('child-stays');
    expect([await iroOf(council, 'C1'), await iroOf(council, 'C2')]).toEqual(['iris', 'ivan']);
    expect(await heldBy(council, hers.disputes[1])).toBe('ivan');
  });

  it('is refused by the directory too, both ways', async () => {
    const allocated = await council.post<Problem>('Mona', '/children/C1/allocate', { iro: 'ivan', from: today });
    expect(allocated).toMatchObject({ status: 409, body: { code: 'iro-is-the-worker' } });
    const worker = { socialWorker: 'ivan', from: today };
    const named = await council.post<Problem>('Mona', '/children/C2/name-social-worker', worker);
    expect(named).toMatchObject({ status: 409, body: { code: 'iro-is-the-worker' } });
  });
});

describe('a caseload given to a conference chair', () => {
  it('leaves looked-after children, and what is open about them, with an IRO, and gives the others', async () => {
    const council = await Council.begin('../test/journeys/protocols/silence-agrees');
    await council.done('Mona', '/children/C4/allocate', { iro: 'iris', from: today });
    const looked = (await council.done('Iris', '/disputes', aConcern())).reference;
    const { body } = await handOver(council, { shares: [{ toIro: 'carol' }], reason });
    const refused = new Map(body.refused.map(({ id, code }) => [id, code]));
    expect([...refused.keys()].sort()).toEqual(['C1', 'C2', looked].sort());
    expect(new Set(refused.values())).toEqual(new Set(['looked-after-has-an-iro']));
    expect(body.handedOver).toEqual([{ kind: 'child', id: 'C4', toIro: 'carol' }]);
    await council.end();
  });
});

describe('a conference chair in the place of an IRO', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());
  const needsAnIro = { status: 409, body: { code: 'looked-after-has-an-iro' } };

  it('is given no looked-after child, and no dispute about one', async () => {
    const toCarol = { iro: 'carol', from: today };
    expect(await council.post('Mona', '/children/C1/allocate', toCarol)).toMatchObject(needsAnIro);
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const over = { toIro: 'carol', reason };
    expect(await council.post('Mona', `/disputes/${reference}/hand-over`, over)).toMatchObject(needsAnIro);
    const raised = aConcern({ iro: 'carol', theme: 'VISIT' });
    expect(await council.post('Mona', '/disputes', raised)).toMatchObject(needsAnIro);
  });

  it('gives a child to an IRO before the record says that the child is looked after', async () => {
    const lookedAfter = { initials: 'C4', population: 'looked-after' };
    const refused = await council.post<Problem & { detail: string }>('Mona', '/children/C4/complete', lookedAfter);
    expect(refused).toMatchObject(needsAnIro);
    expect(refused.body.detail).toContain('First allocate the child to an IRO.');
    const { reference } = await council.done('Carol', '/disputes', aConcern({ children: ['C4'] }));
    await council.done('Mona', '/children/C4/allocate', { iro: 'ivan', from: today });
    await council.done('Mona', '/children/C4/complete', lookedAfter);
    const referral = { grounds: 'No plan.', legalAdviceTaken: false, told: ['child'], sentOn: today };
    await council.done('Ivan', `/disputes/${reference}/refer-to-cafcass`, referral);
  });
});

describe('a restricted record of a caseload', () => {
  it('stays, and is said without a word of it to the person who hands over and may not read it', async () => {
    const council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'LEGAL' }));
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['iris'], answeredBy: 'tess', reason });
    await council.done('Mona', '/children/C1/allocate', { iro: null, from: today });
    const answer = await handOver(council, { shares: [{ toIro: 'ivan' }], reason });
    expect(answer.body.handedOver).toEqual([{ kind: 'child', id: 'C2', toIro: 'ivan' }]);
    expect(answer.body.refused).toEqual([expect.objectContaining({ id: null, code: 'restricted' })]);
    expect(answer.text).not.toContain(reference);
    expect((await council.get('Iris', `/disputes/${reference}`)).status).toBe(200);
    expect((await council.get('Ivan', `/disputes/${reference}`)).status).toBe(404);
    await council.end();
  });
});

describe('a caseload handed over on the command line', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    await council.appoint('Nora', ['iro', null, null]);
  });
  afterAll(() => council.end());

  const typed = async (person: string | null, ...words: string[]) => {
    const token = person === null ? undefined : (await council.authorization(person)).replace('Bearer ', '');
    let [out, said] = ['', ''];
    const code = await run(['caseload', 'hand-over', ...words, '--reason', reason], {
      environment: { FOOTPRINT_TOKEN: token },
      print: (text) => void (out += text),
      say: (text) => void (said += text),
      api: sendingTo(council.app),
    });
    await council.caughtUp();
    return { code, out, said };
  };

  it('is an act of the IRO manager, who signs in for it', async () => {
    expect(await typed(null, 'Iris', '--to', 'Ivan')).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('put their token into FOOTPRINT_TOKEN') },
    });
    expect(await typed('Iris', 'Iris', '--to', 'Ivan')).toMatchObject({ code: 1, out: '' });
    expect((await typed('Mona', 'Iris')).code).toBe(2);
    expect(await iroOf(council, 'C1')).toBe('iris');
  });

  it('says of a name that does not fit what would, as the API does', async () => {
    const { code, said } = await typed('Mona', 'Iris', '--to', 'Tom');
    expect([code, said]).toEqual([1, expect.stringContaining('is not the id or the name of somebody who is an IRO')]);
  });

  it('is shared among several, by name, and says what stays', async () => {
    const hers = await settled(council);
    const dispute = hers.disputes[1];
    const { code, out } = await typed('Mona', 'IRIS', '--to', 'Ivan', '--share', `Nora=C3, ${dispute}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ children and records changed hands\.\n1 stays:\nC3: /);
    expect([await iroOf(council, 'C1'), await iroOf(council, 'C2')]).toEqual(['ivan', 'ivan']);
    expect([await heldBy(council, hers.disputes[0]), await heldBy(council, dispute)]).toEqual(['ivan', 'nora']);
  });
});
