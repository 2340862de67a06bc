import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../faults/cases.js';
import { Council } from '../journeys/council.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { Counting } from '../support/hand.js';

describe('The effort of the tasks of one dispute, from My work on', () => {
  let inBrowser: CouncilInBrowser;
  let reference = '';
  const counting = new Counting(() => inBrowser, '/my-work');
  const counted: Counting['counted'] = (...task) => counting.counted(...task);
  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
  });
  afterAll(async () => {
    report('What tasks take, in milliseconds of the server', Object.fromEntries(counting.done));
    await inBrowser.end();
  });

  it('raises a dispute', () =>
    counted('Raise a dispute', 'Iris', async (hand) => {
      await hand.press(hand.button('Raise a dispute'));
      await hand.fill('Record number or initials of the child', 'C1');
      await hand.tick('Formally: it goes up the stages of the protocol');
      await hand.press(hand.button('Continue'));
      await hand.pick('Permanence planning');
      await hand.fill('What is happening?', 'There is no permanence plan.');
      await hand.press(hand.button('Continue'));
      await hand.fill('What', 'Agree the permanence plan at panel.');
      await hand.fill('Who (optional)', 'Tom');
      await hand.fill('By when (optional)', '21 4 2023');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
      reference = /DRP-[\w-]+/.exec(hand.page.url())![0];
    }));

  it('answers what is due first', () =>
    counted('Answer it as the team manager, partly', 'Tom', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Answer.*${reference}`)));
      await hand.tick('Partly agree');
      await hand.fill('Your reasons', 'The assessment came late.');
      await hand.tick('Change');
      await hand.fill('Why (if you change or decline it)', 'Panel meets in May.');
      await hand.fill('What', 'Take the plan to panel');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send your answer'));
    }));

  it('says that the answer is not enough', () =>
    counted('Say that it is not enough, and send it up', 'Iris', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Say if you are satisfied.*${reference}`)));
      await hand.tick('Not satisfied');
      await hand.fill('Why?', 'There is no day that she can be told.');
      await hand.tick(/Yes: it goes up to stage 2/);
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
    }));

  it('answers a stage above', () =>
    counted('Answer it as the service manager, all that was asked for', 'Sven', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Answer.*${reference}`)));
      await hand.press(hand.button('Accept all that was asked for, and copy it below'));
      await hand.fill('Your reasons', 'You are right.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send your answer'));
    }));

  it('says that it is enough, and resolves', () =>
    counted('Say that it is enough, and resolve it', 'Iris', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Say if you are satisfied.*${reference}`)));
      await hand.tick('Satisfied');
      await hand.fill('Why?', 'There is a day now.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
      await hand.press(hand.button('Resolve'));
      await hand.tick('Resolved, with actions for afterwards');
      await hand.tick('The plan is moving');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Resolve'));
    }));

  it('acknowledges somebody', () =>
    counted('Acknowledge somebody', 'Iris', async (hand) => {
      await hand.press(hand.button('Acknowledge good practice'));
      await hand.fill('Record number or initials of the child', 'C1');
      await hand.fill('Name (optional)', 'Walter');
      await hand.pick('Direct work');
      await hand.fill('What did they do well?', 'He kept every visit.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.page.getByRole('button', { name: /^Send the / }));
    }));

  it('prints the copy for the child’s file', () =>
    counted('Open the record copy to print', 'Iris', async (hand) => {
      await hand.press(hand.link('Ended'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
      await hand.press(hand.link('Record copy to print, for the child’s file'));
      expect(await hand.page.getByRole('main').innerText()).toContain('OFFICIAL-SENSITIVE');
    }));

  it('finds all of it again from the child', () =>
    counted('Find it again from the child', 'Iris', async (hand) => {
      await hand.press(hand.link('Children').first());
      await hand.fill('Find by record number or initials', 'C1');
      await hand.press(hand.button('Find'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
    }));

  it('sees who has looked at it', () =>
    counted('See who has looked at it', 'Iris', async (hand) => {
      await hand.press(hand.link('Ended'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
      await hand.press(hand.link('Who opened it'));
      expect(await hand.page.getByRole('main').innerText()).toContain('Tom');
    }));

  it('is written down for no task that is not counted here', () => {
    counting.isWhole();
  });
});
