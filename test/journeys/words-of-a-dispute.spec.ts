import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/*
 * A word is planted in each text of a dispute, and looked for in its page and its history from every role: it must be there for
 * exactly the readers to whom the access table gives it.
 */

/** `dispute.read`, of a dispute about a child of Locality North that its team manager must answer. */
const FULL = ['Iris', 'Mona', 'Quentin', 'Queenie', 'Alma', 'Tom', 'Sven', 'Hana', 'Edith', 'Dora', 'Ines'];
/** `dispute.read-cafcass`. */
const CAFCASS = ['Iris', 'Mona', 'Dora'];

const PLANTED: Readonly<Record<string, readonly string[]>> = {
  aardvark: FULL, // spoken to before raising
  badger: FULL, // what came of that
  cassowary: FULL, // a conversation since
  dormouse: FULL, // the child's view at raising
  echidna: FULL, // the child's view since
  flamingo: FULL, // a note
  gecko: FULL, // where a copy was filed
  heron: FULL, // the reason of a verdict that is not satisfied
  iguana: FULL, // the reason of a verdict that is satisfied
  jackal: FULL, // the reason of the IRO's own view
  kestrel: FULL, // what changed for the child, before it was opened again
  lemur: FULL, // the reason of a reopening
  manatee: FULL, // the reason of a withdrawal
  narwhal: CAFCASS, // the grounds of a referral
  ocelot: CAFCASS, // the first reply of Cafcass
  pangolin: CAFCASS, // its second reply
  quagga: FULL, // what another agency replied
  raccoon: FULL, // the evidence of an action
};

describe('A text that was written in a dispute', () => {
  let council: Council;
  let reference: string;
  /** About a child of Locality South, and linked to by the first. */
  let south: string;
  /** About another child of Locality North, and linking to the first. */
  let north: string;

  beforeAll(async () => {
    council = await Council.begin();
    const day = '2023-04-03';
    const concern = aConcern({
      spokeFirst: { spokeTo: 'Tom aardvark', spokeOn: day, result: 'He asked for a badger.' },
      childView: { view: 'I like the dormouse.', told: true },
    });
    reference = (await council.done('Iris', '/disputes', concern)).reference;
    south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    north = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }))).reference;
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);

    await act('Iris', 'record-conversation', { spokeTo: 'The carer', spokeOn: day, result: 'About a cassowary.' });
    await act('Iris', 'record-child-view', { view: 'I like the echidna.', advocateOffered: true });
    await act('Iris', 'add-note', { text: 'The flamingo rang.' });
    await act('Beth', 'note-filing', { child: 'C1', where: 'Under gecko', filedOn: day });
    await act('Iris', 'refer-to-cafcass', {
      grounds: 'Because of the narwhal.',
      legalAdviceTaken: false,
      told: ['iro-manager'],
      sentOn: day,
    });
    const replied = (reply: string, summary: string) => ({ repliedOn: day, reply, summary });
    await act('Iris', 'record-cafcass-reply', replied('asks-for-more', 'Which ocelot?'));
    await act('Iris', 'record-cafcass-reply', replied('declines', 'Not for a pangolin.'));
    await act('Iris', 'take-to-agency', { agency: 'The health board', sentOn: day });
    await act('Iris', 'record-agency-reply', { repliedOn: day, summary: 'The quagga is on its way.' });
    await act('Mona', 'link', { kind: 'same-matter', to: south });
    await council.done('Mona', `/disputes/${north}/link`, { kind: 'same-matter', to: reference });

    await act('Tom', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'An iguana it is.' });
    await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'], impactNote: 'The kestrel flew.' });
    await act('Iris', 'mark-action-done', { actionId: 'A1', evidence: 'I saw the raccoon.', doneOn: day });
    await act('Iris', 'reopen', { reason: 'The lemur is back.' });
    await act('Tom', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'not', reason: 'There is no heron.' });
    await act('Iris', 'record-iro-view', { view: 'partly', reason: 'Still a jackal.' });
    await act('Iris', 'withdraw', { reason: 'The manatee swam.' });
  });
  afterAll(() => council.end());

  const page = (person: string, of = reference) => council.get<DisputeDto>(person, `/disputes/${of}`);
  const history = (person: string) => council.get<HistoryDto>(person, `/disputes/${reference}/events`);

  it.each(Object.keys(PEOPLE))('is shown to %s exactly where the access table says so', async (person) => {
    const shown = { page: (await page(person)).text, history: (await history(person)).text };
    const expected = Object.keys(PLANTED).filter((word) => PLANTED[word]!.includes(person));
    for (const text of Object.values(shown))
      expect(Object.keys(PLANTED).filter((word) => text.includes(word))).toEqual(expected);
  });

  it('stands in the fields of the page', async () => {
    const { body } = await page('Iris');
    expect(body).toMatchObject({
      conversations: [
        { spokeTo: 'Tom aardvark', spokeOn: '2023-04-03', result: 'He asked for a badger.' },
        { spokeTo: 'The carer', result: 'About a cassowary.' },
      ],
      childViews: [
        { recordedOn: '2023-04-03', view: 'I like the dormouse.', told: true, advocateOffered: null },
        { view: 'I like the echidna.', told: null, advocateOffered: true },
      ],
      notes: [{ writtenOn: '2023-04-03', writtenBy: { person: { name: 'Iris' } }, text: 'The flamingo rang.' }],
      filings: [{ child: { id: 'C1' }, where: 'Under gecko', filedOn: '2023-04-03' }],
      cafcass: [
        {
          grounds: 'Because of the narwhal.',
          reply: 'declines',
          replies: [
            { reply: 'asks-for-more', summary: 'Which ocelot?' },
            { reply: 'declines', summary: 'Not for a pangolin.' },
          ],
        },
      ],
      agencies: [{ summary: 'The quagga is on its way.' }],
      actions: [{ evidence: 'I saw the raccoon.' }],
      rounds: [
        { verdicts: [{ role: 'iro', verdict: 'satisfied', reason: 'An iguana it is.', judgedOn: '2023-04-03' }] },
        { verdicts: [{ role: 'iro', verdict: 'not', reason: 'There is no heron.' }] },
      ],
      iroView: 'partly',
      iroViewReason: 'Still a jackal.',
      reopenings: [
        {
          reason: 'The lemur is back.',
          ended: { how: 'resolved', outcome: 'RES-ACT', impactNote: 'The kestrel flew.' },
        },
      ],
      ending: { how: 'withdrawn', reason: 'The manatee swam.' },
    });
  });

  it('leaves the person who chases it the days and the decisions', async () => {
    const { body } = await page('Beth');
    expect(body).toMatchObject({
      filings: [{ child: { id: 'C1' }, filedOn: '2023-04-03' }],
      cafcass: [{ replies: [{ reply: 'asks-for-more' }, { reply: 'declines' }] }],
      reopenings: [{ reopenedOn: '2023-04-03', ended: { how: 'resolved', impact: ['plan-moving'] } }],
    });
    expect((await page('Percy')).body).not.toHaveProperty('filings');
  });

  it('names the other end of a link to those, and only to those, who may open it', async () => {
    for (const person of Object.keys(PEOPLE).filter((each) => each !== 'Percy')) {
      const opens = async (of: string) => (await page(person, of)).status === 200;
      if (await opens(reference)) {
        const { body } = await page(person);
        expect([person, body.links]).toEqual([
          person,
          (await opens(south)) ? [{ kind: 'same-matter', to: south }] : [],
        ]);
        const from = (await opens(north)) ? [{ kind: 'same-matter', from: north }] : [];
        expect([person, body.linkedFrom]).toEqual([person, from]);
        expect((await history(person)).text.includes(south)).toBe((await opens(south)) && FULL.includes(person));
      }
      if (await opens(south)) {
        const from = (await opens(reference)) ? [{ kind: 'same-matter', from: reference }] : [];
        expect([person, (await page(person, south)).body.linkedFrom]).toEqual([person, from]);
      }
    }
    expect((await page('Ivan', south)).text).not.toContain(reference);
    expect((await page('Tom')).text).not.toContain(south);
    // A reader who counts sees no other record, as they see no child.
    expect((await page('Percy')).text).not.toMatch(new RegExp(`${south}|${north}`));
  });

  it('forgets a link from a dispute that was restricted to others', async () => {
    await council.done('Mona', `/disputes/${north}/restrict`, { readers: ['tom'], reason: 'A colleague adopts her.' });
    expect((await page('Tom')).body.linkedFrom).toHaveLength(1);
    expect((await page('Mona')).body.linkedFrom).toEqual([]);
    await council.done('Iris', `/disputes/${north}/lift-restriction`, { reason: 'It is over.' });
    expect((await page('Mona')).body.linkedFrom).toHaveLength(1);
  });

  it('is told as a story whose sentences say no more than each reader may see', async () => {
    const told = async (person: string) => (await history(person)).body.entries.map(({ sentence }) => sentence);
    const byTheIro = await told('Iris');
    expect(byTheIro).toEqual(
      expect.arrayContaining([
        'Iris (the IRO) raised a formal dispute, addressed to the team manager or the assistant team manager.',
        'Tom (the team manager) agreed with the dispute.',
        'Iris (the IRO) did not accept the answer.',
        'Cafcass replied on Monday 3 April 2023: it declines.',
        'Iris (the IRO) took the concern to The health board on Monday 3 April 2023.',
        'Iris (the IRO) resolved the dispute, with agreed actions to be done.',
        'Iris (the IRO) withdrew the dispute.',
        'Iris (the IRO) reopened the dispute.',
      ]),
    );
    expect(await told('Mona')).toContain(
      `Mona (an IRO manager) linked the dispute to another about the same matter, ${south}.`,
    );
    // She may not know of the other one, and reads nothing of a link; who chases knows of both.
    expect(byTheIro.filter((sentence) => sentence.includes('linked'))).toEqual([]);
    const byWhoChases = await told('Beth');
    expect(byWhoChases).toHaveLength(byTheIro.length + 1);
    expect(byWhoChases).toEqual(
      expect.arrayContaining([
        'Iris (the IRO) raised a formal dispute.',
        'Tom (the team manager) answered the dispute.',
        'Cafcass replied.',
        'Iris (the IRO) took the concern to another agency.',
      ]),
    );
  });
});
