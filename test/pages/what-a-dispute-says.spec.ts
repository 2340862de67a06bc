import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';

/** The text and the buttons of the page of a dispute, for each of those who are concerned. */
describe('the page of a dispute', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const open = async (person: string, url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { accept: 'text/html', cookie: cookieOf(person) } });
    expect(answer.statusCode).toBe(200);
    return answer.body.replace(/\s+/g, ' ');
  };
  /** The buttons that stand before the groups of the other acts. */
  const buttons = (html: string): string[] =>
    [...html.matchAll(/<a href="[^"]*" role="button"[^>]*class="govuk-button[^>]*> *([^<]*?) *<\/a>/g)].map(
      ([, text]) => text!,
    );

  it('says whom its IRO spoke to before it was raised, when, and what came of it', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const page = await open('Tom', `/disputes/${reference}`);
    expect(page).toContain('<strong>Spoke to Tom</strong>, 3 April 2023: He asked me to write it down.');
  });

  it('begins its trail at a page that its reader has: their work, or where they begin', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const trailOf = async (person: string): Promise<string> =>
      /govuk-breadcrumbs__link" href="([^"]*)"/.exec(await open(person, `/disputes/${reference}`))![1]!;
    expect(await trailOf('Iris')).toBe('/my-work');
    const start = await trailOf('Ines');
    expect(start).not.toBe('/my-work');
    expect(await open('Ines', start)).toContain('<h1');
  });

  it('offers to give more time beside refusing it, and shows what is asked for and what is possible', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    expect(await open('Tom', `/disputes/${reference}/ask-for-extension`)).toMatch(
      /Answer due now<\/dt><dd>\w+ \d+ April 2023.*Latest day that the protocol allows<\/dt><dd>\w+ \d+ \w+ 2023/,
    );
    const { rounds } = (
      await council.get<{ rounds: { deadline: { dueOn: string } }[] }>('Iris', `/disputes/${reference}`)
    ).body;
    const asked = { askedFor: nextWorkingDay(rounds[0]!.deadline.dueOn), reason: 'Panel meets that day.' };
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, asked);
    expect(buttons(await open('Iris', `/disputes/${reference}`))).toEqual(['Give more time', 'Refuse more time']);
    expect(await open('Iris', `/disputes/${reference}/refuse-extension`)).toContain('Asked for</dt>');
  });

  it('offers the answer first to those whom it waits for, and not to those of a stage that is over', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    expect(buttons(await open('Tom', `/disputes/${reference}`))[0]).toBe('Answer');
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'It cannot wait.' });
    const page = await open('Tom', `/disputes/${reference}`);
    expect(buttons(page)).not.toContain('Answer');
    expect(buttons(page)).toContain('Answer the earlier stage, late');
    expect(buttons(await open('Sven', `/disputes/${reference}`))[0]).toBe('Answer');
  });

  it('asks its IRO for nothing before an answer is late, with what they may do beside it, and speaks to them as you', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const green = (html: string): string[] =>
      [...html.matchAll(/<a href="[^"]*" role="button"[^>]*class="govuk-button"[^>]*> *([^<]*?) *<\/a>/g)].map(
        ([, text]) => text!,
      );
    const page = await open('Iris', `/disputes/${reference}`);
    expect(green(page)).toEqual([]);
    expect(buttons(page)).toEqual(['Chase', 'Escalate']);
    expect(page).toContain('If no answer comes, you decide what happens.');
    expect(await open('Tom', `/disputes/${reference}`)).toContain('If no answer comes, Iris decides what happens.');
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const answered = await open('Iris', `/disputes/${reference}`);
    expect(answered).toContain('<strong>You</strong> say whether the answer is enough');
    expect(await open('Tom', `/disputes/${reference}`)).toContain('<strong>Iris, IRO</strong> says whether');
  });

  it('says in its forms that it is restricted', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom'], reason: 'A member of staff.' });
    expect(await open('Tom', `/disputes/${reference}/answer`)).toMatch(/DRP-[\w-]+ · [^<]*restricted/);
  });

  it('makes chasing the first act once the answer is late', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    council.clock.set('2023-04-28T09:00:00.000Z');
    await council.caughtUp();
    expect(buttons(await open('Iris', `/disputes/${reference}`))[0]).toBe('Chase');
  });
});

const nextWorkingDay = (day: string): string => {
  const date = new Date(day);
  do date.setUTCDate(date.getUTCDate() + 1);
  while (date.getUTCDay() % 6 === 0);
  return date.toISOString().slice(0, 10);
};
