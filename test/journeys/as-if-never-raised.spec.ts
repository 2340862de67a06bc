import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READINGS } from '../access/readings.js';
import { chosenBySeed } from '../faults/cases.js';
import { fullerHouse } from '../support/fuller-house.js';
import { IS_NIGHT } from '../together/specs.js';
import { aConcern, Council, PEOPLE } from './council.js';

/*
 * Promises A2 and A4: to a person who may not know of a dispute, every answer is to the letter what it would be if the dispute had never been
 * raised. Two councils do the same, one of them with disputes that are restricted to others, and every answer of both is compared.
 * Commands have the same ids in both, so that the references are the same. By day each person asks some of the addresses, chosen by the seed.
 */

/** The number of writes to a record says that something was recorded, and not what: see docs/decisions/0032. */
const NOT_COMPARED = ['revision', 'takenBackBy', 'correlationId', 'position'];

const SENIOR_SEATS = ['assistant-director', 'director', 'team-manager'];
const reason = 'It is about a colleague.';

/** References of what both councils have. */
interface Both {
  readonly disputes: readonly string[];
  readonly check: string;
  readonly recommendations: string;
  readonly meeting: string;
}

/** @param withHidden with the disputes that are hidden from everybody but Iris */
const storyOf = async (council: Council, withHidden: boolean): Promise<Both> => {
  let commands = 0;
  const done = async (person: string, url: string, body: object, id = `shared-${commands++}`) =>
    (await council.done(person, url, body, { 'idempotency-key': id })).reference;
  const hide = async (reference: string): Promise<void> =>
    void (await done(
      'Iris',
      `/disputes/${reference}/restrict`,
      { readers: [], answeredBy: 'agnes', reason },
      `hide-${reference}`,
    ));
  const raise = (over: object, id?: string) => done('Iris', '/disputes', aConcern(over), id);
  const hidden = async (over: object, id: string): Promise<string> => {
    const reference = await raise(over, id);
    await hide(reference);
    return reference;
  };

  await done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter' });
  await done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-28' });
  const earlier = withHidden ? await hidden({}, 'hidden-1') : null;
  const again = earlier === null ? [] : [{ kind: 're-raises', to: earlier }];
  const raisedAgain = await raise({ links: again });
  const linked = await raise({ theme: 'HEALTH', links: [{ kind: 'complaint', to: 'The letter of Mrs Smith' }] });
  if (earlier !== null) {
    await done('Iris', `/disputes/${linked}/link`, { kind: 'same-matter', to: earlier }, 'hidden-2');
    await done('Iris', `/disputes/${linked}/link`, { kind: 're-raises', to: earlier }, 'hidden-3');
  }
  const voided = await raise({ theme: 'EDUC' });
  await done('Iris', `/disputes/${voided}/void`, {
    ...(earlier === null
      ? { because: 'raised-in-error', duplicateOf: null }
      : { because: 'duplicate', duplicateOf: earlier }),
    reason: 'It was sent twice.',
  });

  const check = await done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' });
  await done('Iris', `/reviews/${check}/check-standard`, {
    standard: 'permanence',
    answer: 'not-met',
    note: 'Not yet.',
  });
  const recommendations = await done('Iris', '/recommendations', {
    ...{ child: 'C1', reviewedOn: '2023-03-29' },
    recommendations: [{ what: 'Begin life story work.' }],
  });
  await done('Tom', `/recommendations/${recommendations}/disagree`, { reason: 'It is too early.' });
  if (withHidden) {
    const standard = 'permanence';
    await hide(await done('Iris', `/reviews/${check}/raise`, { standard, ...aConcern({ theme: 'PLAN' }) }, 'hidden-4'));
    await hide(
      await done('Iris', `/recommendations/${recommendations}/raise`, aConcern({ theme: 'LIFE' }), 'hidden-5'),
    );
    const informal = await raise({ kind: 'informal', theme: 'VISIT' }, 'hidden-6');
    await hide(await done('Iris', `/disputes/${informal}/formalise`, { reason }, 'hidden-7'));
  }
  const meeting = await done('Mona', '/challenge/meetings', {
    ...{ kind: 'challenge', name: 'Challenge', heldOn: '2023-04-20', startsAt: '10:00', posts: SENIOR_SEATS },
  });
  const items = [raisedAgain, linked].map((dispute) => ({ dispute, note: 'Look.' }));
  await done('Mona', `/challenge/meetings/${meeting}/add-items`, { items });
  await council.caughtUp();
  return { disputes: [raisedAgain, linked, voided], check, recommendations, meeting };
};

const addressesOf = ({ disputes, check, recommendations, meeting }: Both): string[] => [
  ...[...READINGS]
    .filter(([request]) => !request.includes(':') || request.startsWith('GET /reports'))
    .map(([, { path }]) => path({ id: '', child: 'C1', words: '', holder: '', asked: '' })),
  ...disputes.flatMap((each) => [`/disputes/${each}`, `/disputes/${each}/events`]),
  ...[`/reviews/${check}`, `/recommendations/${recommendations}`, '/children/C1', '/children/C1/history?limit=200'],
  ...['', '/pack', '/pack/markdown'].map((part) => `/challenge/meetings/${meeting}${part}`),
];

describe('A dispute that is restricted to others', () => {
  const councils: Council[] = [];
  let both: Both;
  let informed: Both;
  beforeAll(async () => {
    for (const withHidden of [false, true]) {
      const council = await Council.begin('house', { adapted: fullerHouse });
      councils.push(council);
      const told = await storyOf(council, withHidden);
      if (withHidden) informed = told;
      else both = told;
    }
  });
  afterAll(() => Promise.all(councils.map((council) => council.end())));

  const told = async (council: Council, person: string, address: string): Promise<unknown> => {
    const { status, text } = await council.get(person, address);
    if (!text.startsWith('{')) return [status, text];
    return [status, JSON.parse(text, (key, value: unknown) => (NOT_COMPARED.includes(key) ? undefined : value))];
  };

  it('is told to be there to the one who holds it', async () => {
    expect(informed).toEqual(both);
    const [without, withHidden] = councils;
    const differs = [];
    for (const address of addressesOf(both)) {
      const [one, other] = [await told(without!, 'Iris', address), await told(withHidden!, 'Iris', address)];
      if (JSON.stringify(one) !== JSON.stringify(other)) differs.push(address);
    }
    expect(differs.length).toBeGreaterThan(15);
  });

  // The performance analyst counts what is restricted, without a child and without a word.
  const others = Object.keys(PEOPLE).filter((person) => !['Iris', 'Agnes', 'Percy'].includes(person));
  it.each(others)('is nowhere in what %s is told', async (person) => {
    const [without, withHidden] = councils;
    const addresses = addressesOf(both);
    const asked = IS_NIGHT ? addresses.length : Math.ceil(addresses.length / 3);
    for (const address of chosenBySeed(addresses, asked, (each) => `${person} ${each}`)) {
      const [one, other] = [await told(without!, person, address), await told(withHidden!, person, address)];
      expect([address, other]).toEqual([address, one]);
    }
  });
});
