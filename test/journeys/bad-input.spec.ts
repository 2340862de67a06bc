import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from './council.js';

interface Problem {
  status: number;
  code: string;
  detail: string;
  correlationId: string;
  errors?: { pointer: string; message: string }[];
  moreErrors?: number;
}

describe('input that is not right is refused in words, and nothing is written', () => {
  let council: Council;
  let reference: string;
  let before: number;

  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    before = await council.events();
  });
  afterAll(() => council.end());

  const refused = async (
    url: string,
    body: object | string,
    headers: Record<string, string> = {},
    person = 'Iris',
  ): Promise<Problem> => {
    const answer = await council.post<Problem>(person, url, body, headers);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.correlationId).toBe(answer.headers['correlation-id']);
    expect(answer.body.status).toBe(answer.status);
    expect(await council.events()).toBe(before);
    return answer.body;
  };

  const fields: [what: string, over: object, pointer: string][] = [
    [
      'a name of 10,000 characters',
      { spokeFirst: { spokeTo: 'x'.repeat(10_000), spokeOn: '2023-04-03', result: 'Yes.' } },
      '/spokeFirst/spokeTo',
    ],
    ['a narrative of 8,001 characters', { concern: 'x'.repeat(8001) }, '/concern'],
    ['an empty text', { concern: '' }, '/concern'],
    ['a text of spaces', { concern: ' \n\t ' }, '/concern'],
    ['a control character', { concern: 'a\u0007b' }, '/concern'],
    ['a null character', { concern: 'a\u0000b' }, '/concern'],
    ['a line break in a name', { actionsWanted: [{ what: 'Do it.', who: 'Tom\nSmith' }] }, '/actionsWanted/0/who'],
    ['a lone surrogate', { concern: 'a\ud800b' }, '/concern'],
    ['a date that does not exist', { meetingOn: '2023-02-30' }, '/meetingOn'],
    ['a date in another form', { meetingOn: '01/02/2023' }, '/meetingOn'],
    ['a number for a text', { concern: 12 }, '/concern'],
    ['a text for a number', { stage: '1' }, '/stage'],
    ['a part of a number', { stage: 1.5 }, '/stage'],
    ['a text for a flag', { urgent: 'yes' }, '/urgent'],
    ['a list for an object', { childView: [] }, '/childView'],
    ['an object for a list', { actionsWanted: {} }, '/actionsWanted'],
    ['a text in a list of objects', { actionsWanted: ['do it'] }, '/actionsWanted'],
    ['51 actions', { actionsWanted: Array.from({ length: 51 }, () => ({ what: 'x' })) }, '/actionsWanted'],
    ['no children', { children: [] }, '/children'],
    ['the same child twice', { children: ['C1', 'C1'] }, '/children'],
    ['a child who is not known', { children: ['C1', 'C99'] }, '/children/1'],
    ['a child of another IRO', { children: ['C3'] }, '/children/0'],
    ['a team that is not known', { team: 'east' }, '/team'],
    ['an IRO who is not known', { iro: 'nobody' }, '/iro'],
    ['a theme that is not a code', { theme: 'Drift' }, '/theme'],
    ['a kind that there is not', { kind: 'serious' }, '/kind'],
    ['a link to no dispute', { links: [{ kind: 'same-matter', to: 'DRP-7K4M-2QXH' }] }, '/links/0/to'],
    ['an unknown field', { severity: 3 }, '/severity'],
    ['a theme twice', { secondaryThemes: ['PLAN', 'PLAN'] }, '/secondaryThemes'],
    ['a stage of an informal dispute', { kind: 'informal', stage: 2 }, '/stage'],
    ['an unknown field within', { actionsWanted: [{ what: 'x', priority: 1 }] }, '/actionsWanted/0/priority'],
  ];
  it.each(fields)('%s', async (_what, over, pointer) => {
    const problem = await refused('/disputes', aConcern(over));
    expect(problem).toMatchObject({ status: 400, code: 'not-valid' });
    expect(problem.errors!.map((error) => error.pointer)).toContain(pointer);
    expect(problem.errors![0]!.message.length).toBeGreaterThan(10);
  });

  it.each(['/disputes?', '/acknowledgements?', '/themes?by=team&', '/reports/annual/2022-23?against='])(
    'a year that there is not, of %s',
    async (address) => {
      const url = address.endsWith('=') ? `${address}2022-24` : `${address}year=2022-24`;
      const { status, body } = await council.get<{ code: string }>('Mona', url);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'not-valid' });
    },
  );

  it('a missing field', async () => {
    const { errors } = await refused(`/disputes/${reference}/answer`, {}, {}, 'Tom');
    expect(errors!.map(({ pointer }) => pointer)).toEqual(['/agreement', '/reasons']);
  });

  const bodies: [what: string, body: string, status: number, code: string][] = [
    ['bad JSON', '{"kind": ', 400, 'malformed-request'],
    ['a list', '[]', 400, 'malformed-request'],
    ['a text', '"hello"', 400, 'malformed-request'],
    ['null', 'null', 400, 'malformed-request'],
    ['a body that reaches for the prototype', '{"__proto__": {"admin": true}}', 400, 'malformed-request'],
    ['a field that every object has', '{"toString": 1}', 400, 'malformed-request'],
    ['a body nested 50,000 deep', '{"a":'.repeat(50_000).slice(0, 200_000), 400, 'malformed-request'],
    ['a body nested 5,000 deep and closed', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), 400, 'malformed-request'],
    ['a body over the limit', JSON.stringify({ concern: 'x'.repeat(300_000) }), 413, 'body-too-large'],
  ];
  it.each(bodies)('%s', async (_what, body, status, code) => {
    expect(await refused('/disputes', body)).toMatchObject({ status, code });
  });

  it('2,000 unknown fields, of which it says the first 20 and how many more there are', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 2_000 }, (_, number) => [`x${number}`, 1]));
    const { errors, moreErrors } = await refused('/disputes', aConcern(unknown));
    expect([errors!.length, moreErrors]).toEqual([20, 1_980]);
  });

  it('a protocol of 900 unknown keys, likewise, and one of 9,000, which is too long besides', async () => {
    const unknown = (count: number): string => Array.from({ length: count }, (_, key) => `x${key}: 1`).join('\n');
    const adopt = (yaml: string) => refused('/protocol', { yaml, from: '2024-01-01' }, {}, 'Mona');
    const { code, errors, moreErrors } = await adopt(unknown(900));
    expect([code, errors!.length, moreErrors! > 870]).toEqual(['protocol-invalid', 20, true]);
    expect((await adopt('#\n'.repeat(2_000))).errors![0]!.message).toContain('a protocol has at most 1000 lines');
    const long = await adopt(unknown(9_000));
    expect([long.code, long.errors!.length, long.moreErrors]).toEqual(['protocol-invalid', 20, 8_981]);
  });

  it('more fields than can be checked in a moment', async () => {
    const actionsWanted = Array.from({ length: 5_000 }, () => ({}));
    expect(await refused('/disputes', aConcern({ actionsWanted }))).toMatchObject({
      status: 400,
      code: 'malformed-request',
    });
  });

  it('a body that is not UTF-8', async () => {
    const bytes = Buffer.from(JSON.stringify(aConcern()).replace('permanence', 'perman\u00e9nce'), 'latin1');
    const answer = await council.app.inject({
      method: 'POST',
      url: '/api/v1/disputes',
      headers: { 'content-type': 'application/json', authorization: await council.authorization('Iris') },
      payload: bytes,
    });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code: 'malformed-request' });
    expect(await council.events()).toBe(before);
  });

  it('a body that is not JSON at all', async () => {
    const problem = await refused('/disputes', 'kind=formal', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(problem).toMatchObject({ status: 415, code: 'not-json' });
  });

  it.each([
    ['Idempotency-Key', 'two words'],
    ['Idempotency-Key', 'x'.repeat(101)],
    ['If-Match', '3'],
    ['If-Match', '"3'],
  ])('a header %s: %s', async (name, value) => {
    const problem = await refused(`/disputes/${reference}/answer`, anAnswer(), { [name.toLowerCase()]: value }, 'Tom');
    expect(problem.errors).toEqual([{ pointer: name, message: expect.any(String) as unknown as string }]);
  });

  it.each([
    '/disputes?limit=0',
    '/disputes?limit=many',
    '/disputes?sort=concern',
    '/disputes?cursor=nonsense',
    '/disputes?year=2022/24',
    '/disputes?colour=red',
    '/themes?year=2022-23&by=kind,colour',
    '/teams?on=2023-02-29',
    '/disputes?position=not%20one',
  ])('a question %s', async (url) => {
    const answer = await council.get<Problem>('Mona', url);
    expect(answer.body).toMatchObject({ status: 400, code: 'not-valid' });
  });

  it('a quarter of another year than the one asked for; a year and a quarter as answers show them are taken', async () => {
    const shown = `year=${encodeURIComponent('2022/23')}&quarter=${encodeURIComponent('2022/23 Q1')}`;
    expect((await council.get('Mona', `/themes?${shown}`)).status).toBe(200);
    expect((await council.get('Mona', `/disputes?${shown}`)).status).toBe(200);
    expect((await council.get('Mona', `/reports/annual/${encodeURIComponent('2022/23')}`)).status).toBe(200);
    const other = `year=2022-23&quarter=${encodeURIComponent('2021/22 Q1')}`;
    const refused = await council.get<Problem>('Mona', `/themes?${other}`);
    expect(refused.body).toMatchObject({ code: 'quarter-of-another-year' });
  });

  it.each([
    '/disputes/DRP-7K4M-2QXH',
    '/disputes/nonsense',
    '/acknowledgements/PA-7K4M-2QXH',
    '/children/C99',
    '/nothing',
  ])('an address that leads nowhere: %s', async (url) => {
    expect((await council.get('Mona', url)).status).toBe(404);
  });
  it('an address that cannot be read', async () => {
    const answer = await council.app.inject({ method: 'GET', url: '/api/v1/disputes/%E0%A4%A' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('a text in any script comes back exactly, with its line breaks and right-to-left marks', async () => {
    const concern = '  Żółć \u202Bשלום\u202C\u200F العربية \u2066ltr\u2069\r\n\t第二行 👩🏽‍⚖️ e\u0301 \n';
    const raised = await council.done('Iris', '/disputes', aConcern({ concern, theme: 'EDUC' }));
    const { body } = await council.get<{ raisedWith: { concern: string } }>('Iris', `/disputes/${raised.reference}`);
    expect(body.raisedWith.concern).toBe(concern);
    before = await council.events();
  });

  it('says nothing of what was typed in the log', () => {
    const log = council.lines.join('');
    expect(log).toContain('"event":"command refused"');
    expect(log).not.toMatch(/permanence|Iris"|Tom"|severity/);
  });
});
