import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council, type Written } from './council.js';

/*
 * Monday 3 April 2023. Ten working days from the review of Thursday 30 March, over Easter, are over at the end of Monday 17 April; counted
 * from the raising it would be Wednesday 19 April.
 */
const REVIEWED_ON = '2023-03-30';
const DUE_ON = '2023-04-17';

describe('A dispute that is raised out of a review, where the protocol counts the time to answer from it', () => {
  let council: Council;
  const theDate = async ({ reference, advice }: Written): Promise<unknown> => {
    expect(advice.map(({ message }) => message).join(' ')).not.toContain('counted from today');
    return (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body.rounds.at(-1)?.deadline?.dueOn;
  };

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/walked/from-the-review', {
      adapted: (protocol) => `${protocol}recommendations:\n  answered-by: team-manager\n  clock: 5 working-days\n`,
    });
  });
  afterAll(() => council.end());

  it('is counted from the day of the review whose recommendations a manager disagrees with', async () => {
    const recommendations = [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }];
    const sent = { child: 'C1', reviewedOn: REVIEWED_ON, recommendations };
    const { reference } = await council.done('Iris', '/recommendations', sent);
    await council.done('Tom', `/recommendations/${reference}/disagree`, { reason: 'There is no budget for it.' });
    const raised = await council.done('Iris', `/recommendations/${reference}/raise`, aConcern());
    expect(await theDate(raised)).toBe(DUE_ON);
  });

  it('and from the day of the check in which a standard is not met', async () => {
    const begun = { kind: 'preparation', child: 'C2', heldOn: REVIEWED_ON };
    const { reference } = await council.done('Iris', '/reviews', begun);
    const standard = 'permanence';
    const notMet = { standard, answer: 'not-met', note: 'There is no plan yet.' };
    await council.done('Iris', `/reviews/${reference}/check-standard`, notMet);
    const body = { ...aConcern({ children: ['C2'] }), standard };
    expect(await theDate(await council.done('Iris', `/reviews/${reference}/raise`, body))).toBe(DUE_ON);
  });

  it('and from the raising where the check prepares a review that is to come', async () => {
    const begun = { kind: 'preparation', child: 'C1', heldOn: '2023-04-20' };
    const { reference } = await council.done('Iris', '/reviews', begun);
    const standard = 'permanence';
    await council.done('Iris', `/reviews/${reference}/check-standard`, { standard, answer: 'not-met', note: 'None.' });
    const raised = await council.done('Iris', `/reviews/${reference}/raise`, { ...aConcern(), standard });
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${raised.reference}`);
    expect(body.rounds.at(-1)?.deadline?.dueOn).toBe('2023-04-19');
  });

  it('begins, on its page, with what was seen at the standard, and its check is headed by its day and its child', async () => {
    const { reference } = await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: REVIEWED_ON });
    const standard = 'permanence';
    const note = 'Two decisions are still open.';
    await council.done('Iris', `/reviews/${reference}/check-standard`, { standard, answer: 'not-met', note });
    const page = async (url: string): Promise<string> =>
      (await council.app.inject({ url, headers: { accept: 'text/html', cookie: cookieOf('Iris') } })).body;
    expect(await page(`/reviews/${reference}/raise?standard=${standard}`)).toContain(note);
    expect(await page(`/reviews/${reference}`)).toMatch(
      /<h1[^>]*>Check midway between two reviews, 30 Mar 2023 · C1<\/h1>\s*<p class="app-about"><span><a class="govuk-link" href="\/children\//,
    );
  });
});
