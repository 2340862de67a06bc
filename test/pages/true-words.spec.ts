import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChildAddresses } from '../../src/directory/children/child-addresses.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';

/*
 * The words of the pages about a child who has died or left care, of who answers, and of what is in the way of an act. From Monday 3 April 2023.
 */

describe('The pages say', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house');
  });
  afterAll(() => council.end());

  const page = async (person: string, url: string): Promise<string> =>
    (await council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } })).body;
  const childPage = (child: string): string => council.app.get(ChildAddresses).pathOf(child);
  const raise = async (over: object): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const act = (person: string, reference: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);

  it('who was named to answer in place of those left out', async () => {
    const reference = await raise({ theme: 'RISK' });
    const restricted = { readers: ['sven'], answeredBy: 'sven', reason: 'A colleague of theirs.' };
    await act('Iris', reference, 'restrict', restricted);
    const said = await page('Iris', `/disputes/${reference}`);
    expect(said).toContain('<strong>Sven</strong> answers');
    expect(said).not.toContain('Nobody who may read it holds this post');
  });

  it('an act that a list of readers is in the way of, and, once it is sent, what to do first', async () => {
    const reference = await raise({ theme: 'VISIT' });
    await act('Iris', reference, 'restrict', { readers: ['tom'], reason: 'A colleague of theirs.' });
    await act('Tom', reference, 'answer', anAnswer({ agreement: 'disagree', actions: [] }));
    await act('Iris', reference, 'judge', { verdict: 'not', reason: 'It does not say when.' });
    expect(await page('Iris', `/disputes/${reference}`)).toContain(`/disputes/${reference}/escalate"`);
    const sent = await council.post<{ detail: string }>('Iris', `/disputes/${reference}/escalate`, {
      reason: 'It waits.',
    });
    expect(sent.body.detail).toContain('First lift the restriction, or restrict it anew');
  });

  it('that nothing is still to be done, where it was resolved with actions that are done', async () => {
    const reference = await raise({ theme: 'EDUC' });
    await act('Tom', reference, 'answer', anAnswer());
    await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await act('Iris', reference, 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    await act('Tom', reference, 'mark-action-done', {
      actionId: 'A1',
      evidence: 'It is signed.',
      doneOn: '2023-04-03',
    });
    const said = await page('Iris', `/disputes/${reference}`);
    expect(said).toContain('resolved, with actions for afterwards');
    expect(said).not.toContain('still to be done');
  });

  it('that a child has left care, and how that is put on record', async () => {
    const reference = await raise({ children: ['C2'], theme: 'PATH' });
    const ending = { outcome: 'ENDED-CARE', reason: 'He is home.', impact: ['not-known'] };
    const early = await council.post<{ detail: string }>('Iris', `/disputes/${reference}/end-otherwise`, ending);
    expect(early.body.detail).toContain('an IRO manager or business support records that first');
    await council.done('Mona', '/children/C2/leave-care', { on: '2023-04-03', because: 'returned-home' });
    expect(await page('Iris', `/disputes/${reference}`)).toMatch(/left care on 3 April 2023\./);
    const child = await page('Mona', childPage('C2'));
    expect(child).toContain('Correct when they left care');
    expect(child).not.toContain('Record that they left care');
  });

  it('to whoever records an adoption that it restricts nothing, and whom to ask; and of no other end of care', async () => {
    const left = (because: string) =>
      council.post<{ advice: { code: string }[] }>('Mona', '/children/C1/leave-care', { on: '2023-04-02', because });
    expect((await left('returned-home')).body.advice).toEqual([]);
    expect((await left('adopted')).body.advice).toMatchObject([{ code: 'restrict-after-adoption' }]);
  });

  it('that a child has no IRO, and to allocate the child first', async () => {
    const given = { childId: 'N3', initials: 'N.T.', population: 'looked-after', bornOn: null };
    await council.done('Mona', '/children', given);
    await council.done('Mona', '/children/N3/allocate', { team: 'north' });
    expect(await page('Mona', childPage('N3'))).toContain('no IRO');
    expect(await page('Mona', childPage('C1'))).not.toContain('no IRO');
    const raised = await council.post('Mona', '/disputes', aConcern({ children: ['N3'] }));
    expect(raised.text).toContain('Allocate the child to an IRO first');
  });

  it('nothing to begin or to record of a child who has died, but what corrects it', async () => {
    await council.done('Mona', '/children/C3/record-death', { on: '2023-04-01' });
    const child = await page('Mona', childPage('C3'));
    for (const offered of ['Raise a dispute', 'Acknowledge good practice', '>Allocate<', 'Record that they'])
      expect(child).not.toContain(offered);
    expect(child).toContain('Correct the day of their death');
    expect(child).toContain('Take back the record of their death');
  });

  it('of an entry that was taken back that it is marked, and not its number', async () => {
    const reference = await raise({ theme: 'LIFE' });
    await act('Iris', reference, 'add-note', { text: 'Of another child.' });
    const { body } = await council.get<{ entries: { revision: number; what: string; sentence: string }[] }>(
      'Iris',
      `/disputes/${reference}/events`,
    );
    const { revision: entry } = body.entries.find(({ what }) => what === 'NoteAdded')!;
    await act('Iris', reference, 'take-back-entry', { entry, reason: 'It is of another child.' });
    expect(await page('Iris', `/disputes/${reference}`)).toContain('took back an entry that is marked as a mistake: “');
  });
});
