import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../faults/cases.js';
import { aConcern, Council } from '../journeys/council.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { Counting } from '../support/hand.js';

const REGISTER = [
  'Ref,Child ID,IRO,Team,Type,Date raised,Theme,Outcome,Date resolved',
  'R1,1000592,Iris,Locality North,Formal,2022-05-03,Drift & Delay,Resolved,2022-06-01',
  'R2,1000593,Iris,Locality North,Informal,2022-07-04,Statutory visits,Resolved,2022-08-01',
].join('\n');

describe('The effort of the tasks of leaders, and of those who keep the council’s settings', () => {
  let inBrowser: CouncilInBrowser;
  let reference = '';
  const counting = new Counting(() => inBrowser, '/', 'Leading, and settings');
  const counted: Counting['counted'] = (...task) => counting.counted(...task);
  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    const { council } = inBrowser;
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', good);
    await council.done('Adam', '/posts', { postId: 'vacant', kind: 'head-of-service', title: 'Head of fostering' });
    council.at('2023-04-14T09:00:00.000Z');
  });
  afterAll(async () => {
    report('What tasks of leaders take, in milliseconds of the server', Object.fromEntries(counting.done));
    await inBrowser.end();
  });

  it('sees what waits longest', () =>
    counted('See what waits longest past its promised date, with whom, and where it stands', 'Anton', async (hand) => {
      const waiting = hand.page.getByRole('region', { name: 'Waiting past the promised date', exact: true });
      expect(await waiting.innerText()).toContain('Tom');
      await hand.press(waiting.getByRole('link').first());
      expect(await mainOf(hand.page)).toContain('You can see where this is, not what was written.');
    }));

  it('sees whether it is more than usual', () =>
    counted('See whether drift and delay of a team is within its usual range', 'Anton', async (hand) => {
      await hand.press(hand.link('Themes').first());
      await hand.unfold(hand.page.getByText('Filter', { exact: true }));
      await hand.choose('Theme', 'DD');
      await hand.choose('Team', 'north');
      await hand.press(hand.button('Apply filters'));
      expect(await mainOf(hand.page)).toContain('Month by month');
    }));

  it('opens what a number counts', () =>
    counted('Open a case that a number of the themes counts', 'Anton', async (hand) => {
      await hand.press(hand.link('Themes').first());
      await hand.press(hand.page.locator('table.app-heat tfoot').getByRole('link').first());
      await hand.press(hand.link(reference).first());
    }));

  it('says well done', () =>
    counted('Say well done to an acknowledgement', 'Dora', async (hand) => {
      await hand.press(hand.link(/^Practice acknowledgements$/).first());
      await hand.press(hand.page.getByRole('main').getByRole('link', { name: /^PA-/ }).first());
      await hand.press(hand.button('Say well done'));
    }));

  it('enters a closing day', () =>
    counted('Enter a closing day, having seen which dates it moves', 'Mona', async (hand) => {
      await hand.press(hand.link(/^Council$/).first());
      await hand.press(hand.link('Calendar').first());
      await hand.press(hand.button('Set the closing days'));
      await hand.fill('Day', '29');
      await hand.fill('Month', '12');
      await hand.fill('Year', '2023');
      await hand.fill('Why is the council closed?', 'Between the years.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Record the closing days'));
    }));

  it('reads a register in', () =>
    counted('Read in a register whose words are known', 'Beth', async (hand) => {
      await hand.press(hand.link('Registers').first());
      await hand.press(hand.button('Read in a register'));
      const file = { name: 'disputes.csv', mimeType: 'text/csv', buffer: Buffer.from(REGISTER) };
      await hand.bring('Files of the register', file);
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Try it'));
      await hand.press(hand.button('Read in 2 records'));
    }));

  it('gives a vacant post', () =>
    counted('Propose who takes a vacant post', 'Adam', async (hand) => {
      await hand.press(hand.link('Directory').first());
      await hand.press(hand.link('Vacancies'));
      await hand.press(hand.link(/^Say who takes it\s*: Head of fostering/));
      await hand.fill('Who takes it?', 'Walter');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Propose it'));
    }));

  it('is written down for no task that is not counted here', () => {
    counting.isWhole();
  });
});
