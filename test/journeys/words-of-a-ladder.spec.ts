import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { Postbox } from '../notices/postbox.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council } from './council.js';

/* What a council named stays as it wrote it, and what it calls otherwise on a ladder is called so wherever a dispute of it is spoken of. */

const NEAR = readFileSync(new URL('protocols/near-the-program.yaml', import.meta.url), 'utf8');

describe('A council whose names are made of the words of the program', () => {
  let council: Council;
  let folder: string;
  let [alert, flag] = ['', ''];
  const postbox = new Postbox();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footprint-ladder-words-'));
    council = await Council.begin('house', {
      adapted: () => NEAR,
      dataDir: join(folder, 'data'),
      notices: postbox,
    });
    const raise = async (theme: string): Promise<string> =>
      (await council.done('Iris', '/disputes', aConcern({ theme }))).reference;
    [alert, flag] = [await raise('PLAN'), await raise('DD-PERM')];
    await council.caughtUp();
  });
  afterAll(async () => {
    await council.end();
    await rm(folder, { recursive: true, force: true });
  });

  const read = async (reference: string): Promise<DisputeDto> =>
    (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
  const page = async (url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf('iris'), accept: 'text/html' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.body
      .slice(answer.body.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  const printed = async (...command: string[]): Promise<string> => {
    const lines: string[] = [];
    const print = (text: string): void => void lines.push(text);
    const code = await run(['--data-dir', join(folder, 'data'), ...command], { environment: {}, print, say: print });
    expect([command.join(' '), code]).toEqual([command.join(' '), 0]);
    return lines.join('');
  };

  it('says of each dispute what its ladder calls it, in answers and on its page', async () => {
    expect((await read(alert)).rounds[0]!.deadline!.rule).toBe('5 working days, tier 1');
    expect((await read(flag)).rounds[0]!.deadline!.rule).toBe('5 working days, rung 1 of drift');
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${flag}/events`);
    expect(body.entries.map(({ sentence }) => sentence).join('\n')).not.toMatch(/\b(?:alert|tier)\b/);
    const [ofAlert, ofFlag] = [await page(`/disputes/${alert}`), await page(`/disputes/${flag}`)];
    expect(ofAlert).toMatch(/\balert\b/);
    expect(ofAlert).not.toMatch(/\bflag\b/);
    expect(ofFlag).toMatch(/\bflag\b/);
    expect(ofFlag).not.toMatch(/\balert\b|\btier\b/);
  });

  it('tells people of it by the word of its ladder', () => {
    const letters = postbox.sent.map(({ subject, text }) => `${subject}\n${text}`);
    expect(letters.filter((letter) => letter.includes(flag.slice(4))).join()).not.toMatch(/\balert\b/);
    expect(letters.find((letter) => letter.includes(alert.slice(4)))).toMatch(/\balert\b/);
  });

  it('counts it under the word of its ladder', async () => {
    expect(await printed('report', 'how-far', '--year', '2023/24')).toMatch(/Red, ladder drift: 1 raised/);
  });

  it('shows on the board the title of a post that nobody holds', async () => {
    const board = await printed('report', 'escalations');
    expect(board).toContain('Formal stage lead (vacancy)');
    expect(board).not.toContain('stage-lead');
  });

  it('leaves its names as it wrote them', async () => {
    expect((await read(alert)).rounds[0]).toMatchObject({ stageName: 'Informal' });
    const shown = await printed('protocol', 'show');
    for (const name of [
      'Alerts and formal disputes',
      'Formal stage lead',
      'Dispute meeting',
      'Formal disputes of drift',
    ])
      expect(shown).toContain(name);
    expect(shown).toContain('Code in reports: “stage-1”');
    expect(shown).not.toMatch(/tier lead|alert meeting/i);
  });

  it('says the short word where the council has it, and not the longer one of the program', async () => {
    const annual = await printed('report', 'annual', '2023/24');
    expect(annual).toMatch(/^Acknowledgements/m);
    expect(annual).not.toMatch(/practice acknowledgement|challenge meeting/i);
  });

  it('compares rules with each side in its own words', async () => {
    const file = join(folder, 'other.yaml');
    const other = NEAR.replace('dispute: alert', 'dispute: query').replace('stage: tier', 'stage: level');
    await writeFile(file, other.replace('clock: 5 working-days', 'clock: meeting\n  needs: meeting-decision'));
    const compared = await printed('protocol', 'compare', file);
    expect(compared).toMatch(/words\.dispute\n {2}version 1: Word for “dispute”: alert\n {2}the file: .*: query\n/);
    expect(compared).toMatch(/Asks for: an answer\n {2}the file: Asks for: what a meeting decides\n/);
    expect(compared).not.toMatch(/challenge meeting|stage 1/);
  });

  it('has one word for a stage in a notice, in a digest and in the list of notices: that of its ladder', async () => {
    await council.done('Dora', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    postbox.collect();
    const referral = { grounds: 'The plan is four months late.', legalAdviceTaken: true, told: ['child'] };
    await council.done('Iris', `/disputes/${flag}/refer-to-cafcass`, { ...referral, sentOn: '2023-04-03' });
    const letters = postbox.sent.map(({ text }) => text).join('\n');
    expect(letters).toContain('asked at the rung that runs');
    expect(letters).not.toMatch(/\btier\b|\balert\b/);
    const { items } = (await council.get<{ items: { about: string; text: string }[] }>('Mona', '/notices')).body;
    const told = items.filter(({ about }) => about === flag).map(({ text }) => text);
    expect(told.join('\n')).toContain('asked at the rung that runs');
    expect(told.join('\n')).not.toMatch(/\btier\b|\balert\b/);
  });
});
