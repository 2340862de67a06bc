import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { inOrderOfSeed } from '../faults/cases.js';
import { Postbox } from '../notices/postbox.js';
import { cookieOf } from '../support/page-sessions.js';
import { routesOf } from '../support/routes.js';
import { IS_NIGHT } from '../together/specs.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * A council that calls everything otherwise: whatever leaves the program for people has none of the program's own words for it. Codes,
 * names of fields, of files, of commands and of paths stay, for programs go by them; so does what people typed, which here has no such
 * word in it. By day each address is asked by one person who may read it, chosen by the seed; in the night by all of them.
 */

const OTHERWISE = readFileSync(new URL('protocols/in-other-words.yaml', import.meta.url), 'utf8');

const OF_THE_PROGRAM = /\b(?:disputes?|(?:in)?formal|stages?|acknowledgements?|meetings?)\b|\bDRP-/i;

/** Names by which programs go: commands and files in quotation marks, addresses, names of files and of headers, codes of figures and of stages. */
const withoutNames = (text: string): string =>
  text
    .replace(/"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/g, '')
    .replace(/(?<!\S)[^\s/]*\/\S*/g, '')
    .replace(/\b[\w-]+\.(?:csv|yaml|json)\b/g, '')
    .replace(/\([\w.]*\.[\w.]+\)|\([a-z]\w*\)(?=:)|--covers \S+/gm, '');

const wordsLeftIn = (text: string): string[] =>
  text.split('\n').filter((line) => OF_THE_PROGRAM.test(withoutNames(line)));

/** Sentences in an answer for programs: what has a space in it is for people, and all else is a code, a reference or a date. */
const sentencesIn = (answer: unknown, path = ''): string[] => {
  if (typeof answer === 'string') return answer.includes(' ') ? [`${path}: ${answer}`] : [];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => sentencesIn(value, `${path}.${name}`));
};
const leftInAnswer = (answer: unknown): string[] =>
  sentencesIn(answer).filter((line) => OF_THE_PROGRAM.test(withoutNames(line.slice(line.indexOf(': ')))));

/** The text that somebody reads on a page. */
const readOn = (html: string): string =>
  html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<input[^>]*type="hidden"[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\n\s*\n/g, '\n');

describe('A council that calls everything otherwise', () => {
  let council: Council;
  let folder: string;
  const postbox = new Postbox();
  const named = { informal: '', formal: '', ended: '', praise: '', meeting: '', series: '' };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footprint-words-'));
    council = await Council.begin('house', {
      adapted: () => OTHERWISE,
      dataDir: join(folder, 'data'),
      notices: postbox,
    });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter', from: '2023-04-03' });
    const series = {
      ...{
        kind: 'challenge',
        name: 'Directors',
        startsAt: '14:00',
        place: 'County Hall',
        stages: [],
        from: '2023-04-03',
      },
      ...{ recurrence: { week: 'second', weekday: 'wednesday' }, posts: ['assistant-director', 'iro-manager'] },
    };
    named.series = (await council.done('Mona', '/challenge/series', series)).reference;
    const { body } = await council.get<{ items: { series: string; next: { meeting: string } }[] }>(
      'Mona',
      '/challenge/series',
    );
    named.meeting = body.items[0]!.next.meeting;
    const raise = async (over: object): Promise<string> =>
      (await council.done('Iris', '/disputes', aConcern(over))).reference;
    named.informal = await raise({ kind: 'informal', children: ['C2'] });
    named.formal = await raise({});
    named.ended = await raise({ theme: 'PLAN' });
    const act = (who: string, what: string, act: string, content: object) =>
      council.done(who, `/disputes/${what}/${act}`, content);
    await act('Tom', named.formal, 'answer', anAnswer());
    await act('Iris', named.formal, 'judge', { verdict: 'not', reason: 'There is no date.' });
    await act('Iris', named.formal, 'escalate', { reason: 'It is not settled.' });
    await act('Sven', named.formal, 'ask-to-send-back', { toStage: 1, reason: 'Tom has not tried.' });
    await act('Iris', named.formal, 'link', { kind: 'same-matter', to: named.ended });
    await act('Tom', named.ended, 'ask-for-extension', { askedFor: '2023-04-18', reason: 'She is on leave.' });
    await act('Tom', named.ended, 'answer', anAnswer());
    await act('Iris', named.ended, 'judge', { verdict: 'satisfied', reason: 'It is done.' });
    await act('Mona', named.formal, 'correct-theme', { theme: 'PLAN', reason: 'It is about the plan.' });
    named.praise = (
      await council.done('Iris', '/acknowledgements', {
        ...{ children: ['C1'], theme: 'PA-PLAN', team: 'north', people: [{ person: 'walter' }] },
        ...{ whatTheyDid: 'He found her a place near school.', differenceForChild: 'She stayed at her school.' },
      })
    ).reference;
    await council.done('Mona', `/challenge/meetings/${named.meeting}/add-items`, {
      items: [{ dispute: named.formal, note: 'It has waited.' }],
    });
    council.at('2023-04-20T09:00:00.000Z');
    await council.caughtUp();
  });
  afterAll(async () => {
    await council.end();
    await rm(folder, { recursive: true, force: true });
  });

  const pathOf = (path: string): string =>
    path
      .replace(/:year\b/, '2023-24')
      .replace(':series', named.series)
      .replace(':meeting', named.meeting)
      .replace('/acknowledgements/:reference', `/acknowledgements/${named.praise}`)
      .replace(':reference', named.formal)
      .replace('/children/:id', '/children/C1')
      .replace('/teams/:id', '/teams/north')
      .replace('/people/:id', '/people/iris');
  const QUERIES: Readonly<Record<string, string>> = {
    '/api/v1/themes': '?year=2023-24',
    '/api/v1/themes/cases': '?year=2023-24',
    '/api/v1/calendar/what-moves': '?closingDays=2023-05-05',
  };

  it('says so in every answer of the API', async () => {
    const paths = routesOf(council.app)
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/'))
      .map(({ path }) => `${pathOf(path)}${QUERIES[path] ?? ''}`);
    expect(paths.length).toBeGreaterThan(40);
    const left: string[] = [];
    for (const path of paths)
      for (const person of inOrderOfSeed(['Iris', 'Mona', 'Sven', 'Percy'], (each) => `${each} ${path}`)) {
        const { status, headers, body, text } = await council.get(person, path);
        const isText = String(headers['content-type']).startsWith('text/');
        left.push(...(isText ? wordsLeftIn(text) : leftInAnswer(body)).map((line) => `${person} GET ${path} ${line}`));
        if (status === 200 && !IS_NIGHT) break;
      }
    expect([...new Set(left)]).toEqual([]);
  });

  it('says so in every refusal and every advice', async () => {
    const asked: readonly (readonly [who: string, path: string, body: object])[] = [
      ['Iris', '/disputes', aConcern({ children: ['C9'] })],
      ['Iris', '/disputes', aConcern({ theme: 'EDUC' })],
      ['Iris', '/disputes', aConcern({ stage: 9 })],
      ['Iris', '/disputes', aConcern({ stage: 2 })],
      ['Iris', '/disputes', aConcern({ spokeFirst: undefined })],
      ['Percy', '/disputes', aConcern()],
      ['Iris', '/disputes', {}],
      ['Iris', '/acknowledgements', {}],
      ['Mona', '/challenge/series', {}],
      ...[
        'answer',
        'judge',
        'escalate',
        'send-back',
        'resolve',
        'withdraw',
        'void',
        'reopen',
        'formalise',
        'link',
      ].flatMap((act) =>
        ['Iris', 'Tom', 'Percy'].flatMap((who) =>
          [named.formal, named.informal, named.ended].map(
            (reference) => [who, `/disputes/${reference}/${act}`, { reason: 'As it is.', toStage: 9 }] as const,
          ),
        ),
      ),
      ['Mona', `/challenge/meetings/${named.meeting}/close`, {}],
      ['Mona', `/challenge/meetings/${named.meeting}/decide-item`, {}],
      ['Mona', `/disputes/${named.formal}/set-meeting-date`, { meetingOn: '2023-04-27' }],
    ];
    const left: string[] = [];
    for (const [who, path, content] of asked) {
      const { body } = await council.post(who, path, content, { 'idempotency-key': `${who} ${path}` });
      left.push(...leftInAnswer(body).map((line) => `${who} POST ${path} ${line}`));
    }
    expect([...new Set(left)]).toEqual([]);
  });

  it('says so of rules that are tried, and leaves keys and values of the file as they are', async () => {
    const tried = (yaml: string) =>
      council.post<{ remarks: { message: string }[]; changed: { key: string; before: string; after: string }[] }>(
        'Mona',
        '/protocol/try',
        { yaml, from: '2023-05-01' },
      );
    const { body } = await tried(OTHERWISE.replace('    needs: meeting-decision\n', '    counts-as: formal\n'));
    expect(body.remarks.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Step 3 “Panel of directors” waits for the date of a resolution panel .* the resolution panel decides, say `needs: meeting-decision`/,
      ),
    ]);
    expect(body.changed.map(({ key }) => key)).toEqual(['stages[2].needs']);
    expect(body.changed.flatMap(({ before, after }) => wordsLeftIn(`${before}\n${after}`))).toEqual([]);
    const refused = await council.post<{ errors: object[] }>('Mona', '/protocol/try', {
      yaml: OTHERWISE.replace('  - name: Locality\n', '  - name: Locality\n    counts-as: formally\n'),
      from: '2023-05-01',
    });
    expect(refused.body.errors).toEqual([
      { pointer: '/yaml', message: expect.stringMatching(/counts-as is 'formally'; did you mean 'formal'\?$/) },
    ]);
  });

  it('says so on every page', async () => {
    const pages = routesOf(council.app)
      .filter(({ method, path }) => method === 'GET' && isPageAddress(path) && !path.includes('assets'))
      // A file to start from, in the keys and values of every file of rules.
      .filter(({ path }) => path !== '/protocol/starter')
      .map(({ path }) => pathOf(path));
    const left: string[] = [];
    for (const page of [...pages, '/my-work?tab=waiting', '/my-work?tab=closed', '/disputes/ORQ-0000-0000'])
      for (const person of inOrderOfSeed(['iris', 'mona', 'sven', 'tom'], (each) => `${each} ${page}`)) {
        const headers = { cookie: cookieOf(person), accept: 'text/html' };
        const answer = await council.app.inject({ method: 'GET', url: page, headers });
        left.push(...wordsLeftIn(readOn(answer.body)).map((line) => `${page} ${line.trim()}`));
        if (answer.statusCode === 200 && !IS_NIGHT) break;
      }
    expect([...new Set(left)]).toEqual([]);
  });

  it('says so in every notice', () => {
    expect(postbox.sent.length).toBeGreaterThan(5);
    expect(postbox.sent.flatMap(({ subject, text }) => wordsLeftIn(`${subject}\n${text}`))).toEqual([]);
  });

  const printed = async (...command: string[]): Promise<string> => {
    const lines: string[] = [];
    const terminal = {
      environment: {},
      print: (text: string) => void lines.push(text),
      say: (text: string) => void lines.push(text),
    };
    const code = await run(['--data-dir', join(folder, 'data'), ...command], terminal);
    expect([command.join(' '), code, code === 0 ? '' : lines.join('')]).toEqual([command.join(' '), 0, '']);
    return lines.join('');
  };

  it.each([
    ['report annual 2023/24'],
    ['report themes --year 2023/24 --by kind,team'],
    ['report escalations'],
    ['report work Iris'],
    ['report work Sven'],
    ['record child C1'],
    ['disclosure list'],
    ['report timeliness --year 2023/24'],
    ['report how-far --year 2023/24'],
    ['report repeats --year 2023/24'],
    ['report so-what --year 2023/24'],
    ['report voice --year 2023/24'],
    ['report praise --year 2023/24'],
    ['report years --year 2023/24'],
    ['report other-councils --year 2023/24'],
    ['challenge agenda :meeting'],
    ['challenge pack :meeting'],
    ['challenge calendar'],
    ['protocol show'],
    ['protocol list'],
    ['council show'],
    ['register imports'],
  ])('says so on the command line: %s', async (command) => {
    const text = await printed(...command.replace(':meeting', named.meeting).split(' '));
    expect(text.length).toBeGreaterThan(0);
    expect(wordsLeftIn(text)).toEqual([]);
  });

  it('says so in the headings of a register that it exports', async () => {
    const target = join(folder, 'exported');
    expect(wordsLeftIn(await printed('register', 'export', target))).toEqual([]);
    expect(await readdir(target)).toEqual(expect.arrayContaining(['disputes.csv', 'mapping.yaml']));
    for (const file of ['disputes.csv', 'acknowledgements.csv']) {
      const [headings] = (await readFile(join(target, file), 'utf8')).split('\r\n');
      expect(OF_THE_PROGRAM.test(headings!)).toBe(false);
    }
  });

  it('reads a reference by the letters of the council, by those of the program, and by those of another protocol', async () => {
    const [, rest] = /^DRP-(.*)$/.exec(named.formal)!;
    for (const written of [`DRP-${rest}`, `ORQ-${rest}`, `orq ${rest}`, `QAA-${rest}`]) {
      const { status, body } = await council.get('Iris', `/disputes/${encodeURIComponent(written)}`);
      expect([written, status, body.reference]).toEqual([written, 200, named.formal]);
    }
    const linked = await council.post('Iris', `/disputes/${named.informal}/link`, {
      kind: 'same-matter',
      to: `ORQ-${rest}`,
    });
    expect(linked.status).toBeLessThan(300);
    const { body } = await council.get<{ links: unknown[] }>('Iris', `/disputes/${named.informal}`);
    expect(body.links).toEqual([{ kind: 'same-matter', to: named.formal }]);
    const other = await council.get('Iris', `/disputes/CM-${rest}`);
    expect(other.status).toBe(404);
  });

  it('makes one dispute of the same command before and after an adoption', async () => {
    const key = { 'idempotency-key': 'raised-before-and-after' };
    const before = await council.post<{ reference: string }>('Iris', '/disputes', aConcern({ children: ['C2'] }), key);
    const yaml = OTHERWISE.replace('prefix: ORQ', 'prefix: NEW').replace('title: Outcome Resolution', 'title: Anew');
    await council.doneByTwo('Mona', '/protocol', { yaml, from: '2023-04-20' });
    const after = await council.post<{ reference: string; repeated: boolean }>(
      'Iris',
      '/disputes',
      aConcern({ children: ['C2'] }),
      key,
    );
    expect(after.body).toMatchObject({ reference: before.body.reference, repeated: true });
    expect(before.body.reference).toMatch(/^DRP-/);
  });
});
