import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { ViewsDto } from '../../src/disputes/views/views.dto.js';
import { newSecret } from '../../src/platform/secret.js';
import { inOrderOfSeed } from '../faults/cases.js';
import { cookieOf } from '../support/page-sessions.js';
import { publishedReport } from '../support/published-report.js';
import { IS_NIGHT } from '../together/specs.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/*
 * The advice of the IRO's own lawyer is for the IRO and the IRO's manager alone. Words are planted in it and looked for in every
 * answer from every address that can be read: by day to so many people, chosen by the seed, and to others until one may read it; in the
 * night to everybody.
 */

const ASKED = IS_NIGHT ? Object.keys(PEOPLE).length : 5;

const PLANTED = /quokka|zephyr/i;
const ADVICE = 'Counsel Quokka says the zephyr blows our way: refer it.';
const MAY_READ = ['Iris', 'Mona'];

/** The address of every GET route there is, with `:names` in it. */
const addressesOf = (council: Council): string[] =>
  [...council.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const { prototype } = metatype as { prototype: Record<string, unknown> };
      const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
      return Object.getOwnPropertyNames(prototype)
        .map((name) => prototype[name])
        .filter((handler): handler is object => typeof handler === 'function')
        .filter((handler) => Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET)
        .map((handler) => `/${base}/${Reflect.getMetadata(PATH_METADATA, handler) as string}`.replaceAll(/\/+/g, '/'));
    }),
  );

/** Queries without which an address says nothing, and those that make it say more. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/protocol/file': '?version=1',
  '/api/v1/themes/': '?year=2023-24&by=theme',
  '/api/v1/themes/cases': '?year=2023-24',
  '/api/v1/iro-service/sheet/': '?iro=iris',
  '/api/v1/imports/export/file': '?name=disputes.csv',
};

describe('privileged legal advice', () => {
  let council: Council;
  let values: Readonly<Record<string, string>>;
  let reference: string;
  let document: string;
  let addresses: string[];

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
    document = (await council.upload('Iris', 'note.txt', 'A note of the visit.')).body.id;
    reference = (await council.done('Iris', '/disputes', aConcern({ documents: [document] }))).reference;
    const advised = { takenOn: '2023-04-03', advice: ADVICE };
    await council.done('Iris', `/disputes/${reference}/record-legal-advice`, advised);
    await council.done('Mona', `/disputes/${reference}/record-legal-advice`, {
      ...advised,
      advice: `${ADVICE} Again.`,
    });
    const draft = newSecret();
    const address = `/disputes/${reference}/answer`;
    await council.done('Tom', `/drafts/${draft}`, { address, fields: [{ name: 'reasons', value: 'Not sent yet.' }] });
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const meeting = await council.done('Mona', '/challenge/meetings', {
      kind: 'challenge',
      name: 'Challenge meeting',
      heldOn: '2023-04-12',
      startsAt: '14:00',
      posts: ['assistant-director', 'iro-manager'],
    });
    await council.done('Mona', `/challenge/meetings/${meeting.reference}/add-items`, {
      items: [{ dispute: reference }],
    });
    const series = await council.done('Mona', '/challenge/series', {
      kind: 'challenge',
      name: 'Challenge meeting',
      recurrence: { week: 'second', weekday: 'wednesday' },
      startsAt: '14:00',
      posts: ['assistant-director', 'iro-manager'],
      from: '2023-04-03',
    });
    const thanked = await council.done('Iris', '/acknowledgements', {
      children: ['C1'],
      people: [{ person: 'walter' }],
      theme: 'PA-DIRECT',
      whatTheyDid: 'Planned the move with her.',
    });
    const check = await council.done('Iris', '/reviews', { kind: 'preparation', child: 'C1', heldOn: '2023-04-20' });
    await council.done('Iris', `/disputes/${reference}/add-note`, { text: 'Spoke with the carer.' });
    const recommended = await council.done('Iris', '/recommendations', {
      child: 'C1',
      reviewedOn: '2023-03-30',
      recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
    });
    const told = {
      ...{ kind: 'other', on: '2023-04-03', recipient: 'A charity', from: '2022-04-01', to: '2023-03-31' },
      ...{ records: 'formal', figures: [{ number: 12 }] },
    };
    values = {
      '/api/v1/disputes/:reference': reference,
      '/api/v1/acknowledgements/:reference': thanked.reference,
      '/api/v1/reviews/:reference': check.reference,
      '/api/v1/recommendations/:reference': recommended.reference,
      '/api/v1/challenge/meetings/:meeting': meeting.reference,
      '/api/v1/challenge/series/:series': series.reference,
      '/api/v1/drafts/:draft': draft,
      '/api/v1/published-reports/:reference': await publishedReport(council),
      '/api/v1/disclosures/:reference': (await council.done('Gina', '/disclosures', told)).reference,
      '/api/v1/roles/proposals/:id': 'none-yet',
      '/api/v1/teams/:id': 'north',
      '/api/v1/people/:id': 'iris',
      '/api/v1/children/:id': 'C1',
      '/api/v1/reports/annual/:year': '2023-24',
      '/api/v1/reports/timeliness/:year': '2023-24',
      '/api/v1/reports/how-far/:year': '2023-24',
      '/api/v1/reports/so-what/:year': '2023-24',
      '/api/v1/reports/repeats/:year': '2023-24',
      '/api/v1/reports/voice/:year': '2023-24',
      '/api/v1/reports/other-councils/:year': '2023-24',
      '/api/v1/reports/praise/:year': '2023-24',
      '/api/v1/reports/years/:year': '2023-24',
      '/api/v1/feed/:table': 'disputes',
    };
    await council.caughtUp();
    addresses = addressesOf(council).filter((address) => address.startsWith('/api/'));
  });
  afterAll(() => council.end());

  const filled = (address: string): string => {
    const pattern = Object.keys(values).find((each) => `${address}/`.startsWith(`${each}/`));
    const url = pattern ? address.replace(/:\w+/, values[pattern]!) : address;
    if (url.includes(':')) throw new Error(`This test has no value for ${address}: give it one.`);
    const query = address.endsWith('/document') ? `?id=${document}` : (QUERIES[address] ?? '');
    return url.replace(/(.)\/$/, '$1') + query;
  };

  it('is read by the IRO and the IRO’s manager, in the dispute and in its history', async () => {
    for (const person of MAY_READ) {
      const { body } = await council.get<DisputeDto>(person, `/disputes/${reference}`);
      expect(body.legalAdvice).toEqual([
        { takenOn: '2023-04-03', advice: ADVICE },
        { takenOn: '2023-04-03', advice: `${ADVICE} Again.` },
      ]);
      const history = await council.get(person, `/disputes/${reference}/events`);
      expect(history.text).toMatch(PLANTED);
      expect(history.text).toContain('LegalAdviceTaken');
    }
  });

  it('is in no other answer, from no address, and in no line of the log', async () => {
    expect(addresses.length).toBeGreaterThan(35);
    const withIt: string[] = [];
    const readByNobody: string[] = [];
    for (const address of addresses) {
      let read = false;
      const people = inOrderOfSeed(Object.keys(PEOPLE), (person) => `${person} ${address}`);
      for (const [asked, person] of people.entries()) {
        if (asked >= ASKED && read) break;
        const { status, text } = await council.get(person, filled(address), { accept: '*/*' });
        read ||= status === 200;
        const itsOwn = ['', '/events', '/legal-advice'].some(
          (part) => address === `/api/v1/disputes/:reference${part}`,
        );
        const names = /legalAdvice"|LegalAdviceTaken|legal-advice/.test(text);
        if ((PLANTED.test(text) || names) && !(itsOwn && MAY_READ.includes(person)))
          withIt.push(`${address} to ${person}`);
      }
      if (!read) readByNobody.push(address);
    }
    expect(withIt).toEqual([]);
    // An address that nobody could read would hide nothing and prove nothing. No rules are proposed in this council.
    expect(readByNobody).toEqual(['/api/v1/roles/proposals/:id/protocol']);
    expect(council.lines.filter((line) => PLANTED.test(line))).toEqual([]);
  });

  it('is read alone by those two, by a page and by the API, and who opened it says to nobody that there is advice', async () => {
    const pageTo = async (person: string) => {
      const headers = { cookie: cookieOf(person), accept: 'text/html' };
      return council.app.inject({ url: `/disputes/${reference}/legal-advice`, headers });
    };
    for (const person of Object.keys(PEOPLE)) {
      const { status, text } = await council.get(person, `/disputes/${reference}/legal-advice`);
      const { statusCode, body } = await pageTo(person);
      expect([person, status === 200]).toEqual([person, MAY_READ.includes(person)]);
      expect([person, statusCode]).toEqual([person, status]);
      expect([person, PLANTED.test(text), PLANTED.test(body)]).toEqual([person, status === 200, status === 200]);
    }
    const form = { cookie: cookieOf('Iris'), accept: 'text/html' };
    await council.app.inject({ url: `/disputes/${reference}/record-legal-advice`, headers: form });
    const { body, text } = await council.get<ViewsDto>('Mona', `/disputes/${reference}/views`);
    expect(body.items.filter(({ by }) => by.person.id === 'iris').map(({ where }) => where)).toEqual(
      expect.arrayContaining(['/disputes/:reference', '/api/v1/disputes/:reference']),
    );
    expect(text).not.toContain('advice');
    const opened = await council.post('Gina', '/views', { record: reference });
    expect(opened.text).toContain('/disputes/:reference');
    expect(opened.text).not.toContain('advice');
  });

  it('is answered the same where there is none, by those who may not read it', async () => {
    const { reference: without } = await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
    const answers = await Promise.all(
      [reference, without].map((each) => council.get('Tom', `/disputes/${each}/legal-advice`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    const [first, second] = answers.map(({ body }) => body as { code: string; detail: string });
    expect([first?.code, first?.detail]).toEqual([second?.code, second?.detail]);
  });

  it('can be recorded by nobody else; who covers for the IRO reads it, for as long as they act for the IRO', async () => {
    for (const person of Object.keys(PEOPLE).filter((each) => !MAY_READ.includes(each))) {
      const act = await council.post(person, `/disputes/${reference}/record-legal-advice`, {
        takenOn: '2023-04-03',
        advice: 'Mine.',
      });
      expect([403, 404]).toContain(act.status);
    }
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' });
    const covering = await council.get<DisputeDto>('Ivan', `/disputes/${reference}`, {
      'footprint-acting-for': 'iris',
    });
    expect(covering.body.legalAdvice).toHaveLength(2);
    const unsaid = await council.get<DisputeDto>('Ivan', `/disputes/${reference}`);
    expect(unsaid).toMatchObject({ status: 200, body: { reference } });
    expect(unsaid.body).not.toHaveProperty('legalAdvice');
  });

  it('refused, is not said back', async () => {
    const wrong = { takenOn: '2031-01-01', advice: ADVICE };
    const answer = await council.post('Iris', `/disputes/${reference}/record-legal-advice`, wrong);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(PLANTED);
    expect(council.lines.filter((line) => PLANTED.test(line))).toEqual([]);
  });

  it('leaves no trace in the dispute: no gap in its revisions, no moved ETag, no refused act', async () => {
    const other = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }))).reference;
    const read = () => council.get<DisputeDto>('Tom', `/disputes/${other}`);
    const before = await read();
    const advised = await council.done('Iris', `/disputes/${other}/record-legal-advice`, {
      takenOn: '2023-04-03',
      advice: ADVICE,
    });
    expect(advised.revision).toBe(before.body.revision);
    expect((await read()).headers.etag).toBe(before.headers.etag);

    const answered = await council.post('Tom', `/disputes/${other}/answer`, anAnswer(), {
      'if-match': before.headers.etag as string,
    });
    expect(answered.status).toBeLessThan(300);
    const revisions = (await council.get<HistoryDto>('Tom', `/disputes/${other}/events`)).body.entries.map(
      ({ revision }) => revision,
    );
    expect(revisions).toEqual(revisions.map((_, index) => index));
    const seenByTheIro = (await council.get<HistoryDto>('Iris', `/disputes/${other}/events`)).body.entries;
    expect(seenByTheIro.map(({ what }) => what)).toEqual(expect.arrayContaining(['LegalAdviceTaken', 'AnswerGiven']));
    expect(seenByTheIro.findIndex(({ what }) => what === 'LegalAdviceTaken')).toBeLessThan(
      seenByTheIro.findIndex(({ what }) => what === 'AnswerGiven'),
    );
  });

  it('recorded by somebody who read an older revision of the dispute is refused, and sent again is answered again', async () => {
    const other = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'EDUC' }))).reference;
    const { headers } = await council.get('Iris', `/disputes/${other}`);
    const advised = { takenOn: '2023-04-03', advice: ADVICE };
    const send = (ifMatch: string, key: string) =>
      council.post('Iris', `/disputes/${other}/record-legal-advice`, advised, {
        'if-match': ifMatch,
        'idempotency-key': key,
      });
    const first = await send(headers.etag as string, 'advice-1');
    expect(first.status).toBe(200);
    await council.done('Tom', `/disputes/${other}/answer`, anAnswer());
    expect((await send(headers.etag as string, 'advice-2')).status).toBe(412);
    const again = await send(headers.etag as string, 'advice-1');
    expect(again.body).toEqual({ ...(first.body as object), repeated: true });
  });
});
