import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';

/*
 * Changes around a dispute while a stage of it runs (domain brief 4.6), as the pages of those concerned show it: another manager,
 * other rules, an eighteenth birthday. It begins on Monday 3 April 2023.
 */

let council: Council;
let reference: string;
beforeEach(async () => {
  council = await Council.begin();
  ({ reference } = await council.done('Iris', '/disputes', aConcern()));
});
afterEach(() => council.end());

const page = async (person: string, url: string) => {
  await council.caughtUp();
  const { statusCode, body } = await council.app.inject({
    url,
    headers: { cookie: cookieOf(person), accept: 'text/html' },
  });
  return { statusCode, text: body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
};
const dispute = (person: string) => page(person, `/disputes/${reference}`);
const work = async (person: string): Promise<string> => (await page(person, '/my-work')).text;

describe('Another manager while the stage runs', () => {
  beforeEach(async () => {
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-03' });
    await council.doneByTwo('Adam', '/posts/tom-post/take', { person: 'walter', from: '2023-04-05' });
  });

  it('has it on their page of work and may answer; the one before finds nothing there', async () => {
    council.at('2023-04-05T09:00:00.000Z');
    expect(await work('Walter')).toContain(reference);
    expect((await page('Walter', `/disputes/${reference}/answer`)).statusCode).toBe(200);
    // A person who holds no post any more has no page of work either.
    for (const left of [await dispute('Tom'), await page('Tom', '/my-work')]) {
      expect(left.statusCode).not.toBe(200);
      expect(left.text).not.toContain('Permanence planning');
    }
    expect((await dispute('Iris')).text).toContain('Walter, team manager');
  });

  it('and nobody between the two: it is in the work of the manager above, and the IRO reads that nobody holds the posts', async () => {
    await council.done('Adam', '/posts/alma-post/leave', { person: 'alma', on: '2023-04-03' });
    council.at('2023-04-04T09:00:00.000Z');
    const { text } = await dispute('Iris');
    expect(text).not.toContain('Tom, team manager');
    expect(text).toMatch(/vacant|nobody holds/i);
    expect(await work('Sven')).toContain(reference);
  });
});

describe('Other rules while the stage runs', () => {
  it('leave the date on its page as it was, and the next stage is shown with theirs', async () => {
    const due = /due on ([A-Z]\w+ \d+ \w+ 2023)|by ([A-Z]\w+ \d+ \w+ 2023)/i;
    const before = due.exec((await dispute('Tom')).text)?.[0];
    const yaml = readFileSync(new URL('../../protocols/leicestershire.yaml', import.meta.url), 'utf8');
    await council.doneByTwo('Adam', '/protocol', { yaml, from: '2023-04-04' });
    council.at('2023-04-04T09:00:00.000Z');
    expect(before).toBeDefined();
    expect((await dispute('Tom')).text).toContain(before);
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'There is no date.' });
    const { body } = await council.get<{ rounds: { stageName: string }[] }>('Iris', `/disputes/${reference}`);
    expect((await dispute('Iris')).text).toContain(body.rounds.at(-1)!.stageName);
  });
});

describe('An eighteenth birthday while the stage runs', () => {
  beforeEach(() => council.at('2033-05-05T09:00:00.000Z'));

  it('is in the work of the IRO, whose page offers to end it or to continue it', async () => {
    expect(await work('Iris')).toContain(`Decide what becomes of it after care : ${reference}`);
    const { text } = await dispute('Iris');
    expect(text).toContain('Continue after care');
    expect(text).toContain('End it for another reason');
    expect(text).not.toContain('Refer to Cafcass');
    expect(text).toMatch(/ turned 18 on \d+ \w+ \d{4}: it cannot be referred to Cafcass any more/);
    const { body } = await council.get<{ allowedActs: string[] }>('Iris', `/disputes/${reference}`);
    expect(body.allowedActs).toEqual(expect.arrayContaining(['continue-after-care', 'end-otherwise']));
    expect(body.allowedActs).not.toContain('refer-to-cafcass');
  });

  it('ends the route to Cafcass, and says so to the IRO who asks', async () => {
    const referral = { grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2033-05-05' };
    const answer = await council.post<{ detail: string }>('Iris', `/disputes/${reference}/refer-to-cafcass`, referral);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.detail).toMatch(/18/);
  });
});
