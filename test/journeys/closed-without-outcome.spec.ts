import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { ImportedDisputeFacts } from '../../src/disputes/events.js';
import { referenceFor } from '../../src/platform/ids.js';
import { Controls } from '../support/controls.js';
import { cookieOf } from '../support/page-sessions.js';
import { Council } from './council.js';

/*
 * A row of a register with a closing day and no outcome. Figures count it apart; wherever people read of it, they read the same.
 */

const SAID = /closed, outcome not recorded/i;

describe('A dispute that a register closes without an outcome', () => {
  let council: Council;
  const references: string[] = [];

  beforeAll(async () => {
    council = await Council.begin();
    references.push(await imported(1, null), await imported(2, 'ENDED-CARE'), await imported(3, 'RES-FULL'));
    await council.caughtUp();
  });
  afterAll(() => council.end());

  const imported = async (number: number, outcome: ImportedDisputeFacts['outcome']): Promise<string> => {
    const reference = referenceFor('DRP', `row-${number}`);
    const ofTheCouncil = { children: ['C1'], iro: 'iris', team: 'north', raisedOn: '2023-03-01', theme: 'DD-CARE' };
    const facts = { ...Controls.importedFacts, ...ofTheCouncil, resolvedOn: '2023-03-20', outcome };
    const row = {
      importId: 'i1',
      reference,
      ownReference: `I22/${number}`,
      source: { file: 'register.csv', row: number },
    };
    await council.app.get(CommandBus).execute(
      new ActOnDispute(
        reference,
        { type: 'import-row', ...row, facts },
        {
          commandId: `row-${number}`,
          actor: { person: 'command-line', post: null, role: null },
          occurredAt: council.clock.now(),
        },
      ),
    );
    return reference;
  };
  const page = async (url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf('Iris'), accept: 'text/html' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.body;
  };
  /** A link to one of several says of which to those who cannot see the page; that is no second time. */
  const timesIn = (text: string): number =>
    text.replace(/<span class="govuk-visually-hidden">[^<]*/g, '').match(new RegExp(SAID, 'gi'))?.length ?? 0;

  it('is said to be that in the list, in its CSV and in the child’s history, and no other is', async () => {
    const child = /href="(\/children\/[^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*C1/.exec(await page('/children'))?.[1] ?? '';
    for (const url of ['/disputes', '/disputes/csv', child]) expect([url, timesIn(await page(url))]).toEqual([url, 1]);
    expect(await page('/disputes')).toContain('Closed, outcome not recorded, 20 Mar');
    expect(await page('/disputes')).not.toContain('Ended otherwise, 20 Mar');
  });

  it('is said to be that on its page and in the copy for the record', async () => {
    const [without, , resolved] = references;
    for (const url of ['', '/print']) {
      expect(await page(`/disputes/${without}${url}`)).toMatch(SAID);
      expect(await page(`/disputes/${resolved}${url}`)).not.toMatch(SAID);
    }
  });
});
