import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { Council } from '../journeys/council.js';
import { type RawAnswer, sendRaw } from './raw.js';

/** Requests that no HTTP client would send: over a connection of its own, byte by byte. */
describe('requests over a bare connection', () => {
  let council: Council;
  let port: number;
  let headers: string;
  beforeAll(async () => {
    council = await Council.begin();
    await council.app.listen(0, '127.0.0.1');
    ({ port } = council.app.getHttpServer().address() as AddressInfo);
    headers = `Host: footprint.example\r\nAuthorization: ${await council.authorization('Mona')}\r\nConnection: close\r\n`;
  });
  afterAll(() => council.end());

  const ask = (first: string, more = ''): Promise<RawAnswer> =>
    sendRaw(port, `${first} HTTP/1.1\r\n${headers}${more}\r\n`);

  const isProblem = (answer: RawAnswer, status: number, code: string): void => {
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
    const body = JSON.parse(answer.body) as Record<string, unknown>;
    expect(body).toMatchObject({ status, code, type: `urn:footprint:problem:${code}` });
    expect(String(body.detail).length).toBeGreaterThan(20);
    expect(body.correlationId).toBe(answer.headers['correlation-id']);
    expect(Number(answer.headers['content-length'])).toBe(Buffer.byteLength(answer.body));
  };

  it.each([
    ['bytes that are no HTTP', '\u0016\u0003\u0001\u0002 garbage\r\n\r\n'],
    ['a method that HTTP does not know', 'BREW /health HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a version that HTTP does not have', 'GET /health HTTP/9.1\r\nHost: a\r\n\r\n'],
    ['an address without its first slash', 'GET ? HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a null character in a header', 'GET /health HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n'],
    ['two lengths', 'POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a chunk without its length',
      'POST /api/v1/demonstration/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n',
    ],
  ])('%s: 400', async (_what, bytes) => {
    isProblem(await sendRaw(port, bytes), 400, 'malformed-request');
  });

  it('headers of more than 16 KiB, or such an address: 431', async () => {
    isProblem(await ask('GET /health', `X: ${'x'.repeat(20_000)}\r\n`), 431, 'headers-too-large');
    isProblem(await ask(`GET /${'x'.repeat(20_000)}`), 431, 'headers-too-large');
  });

  it('an expectation that nobody meets: 417, and nothing is written', async () => {
    const before = await council.events();
    isProblem(await ask('POST /api/v1/disputes', 'Expect: tea\r\nContent-Length: 0\r\n'), 417, 'expectation-failed');
    expect(await council.events()).toBe(before);
    expect((await ask('POST /api/v1/disputes', 'Expect: 100-continue\r\nContent-Length: 0\r\n')).status).toBe(100);
  });

  it('no host, or two: 400; HTTP/1.0 needs none', async () => {
    isProblem(await sendRaw(port, 'GET /health/live HTTP/1.1\r\n\r\n'), 400, 'not-valid');
    isProblem(await sendRaw(port, 'GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'), 400, 'not-valid');
    expect((await sendRaw(port, 'GET /health/live HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it('a body that was compressed on its way: 415', async () => {
    const more = 'Content-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n';
    isProblem(await ask('POST /api/v1/disputes', more), 415, 'not-json');
  });

  it('a range beyond the end of a file: 416; a file that is not the one of the condition: 412', async () => {
    isProblem(await ask('GET /api/swagger-ui.css', 'Range: bytes=99999999-\r\n'), 416, 'no-such-range');
    isProblem(await ask('GET /api/swagger-ui.css', 'If-Match: "x"\r\n'), 412, 'changed-since-read');
  });

  it('an address with scheme and host is the same address', async () => {
    expect((await ask('GET http://footprint.example/health/live')).status).toBe(200);
    isProblem(await ask('PUT http://footprint.example/api/v1/disputes'), 405, 'method-not-allowed');
  });

  it('a tunnel: 405', async () => {
    isProblem(await ask('CONNECT elsewhere.example:443'), 405, 'method-not-allowed');
  });

  it('answers what came whole before it answers what did not', async () => {
    const both = `GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n`;
    const { status, text } = await sendRaw(port, [both, 'garbage\r\n\r\n']);
    expect(status).toBe(200);
    expect(text).toContain('HTTP/1.1 400 Bad Request');
  });

  it('a reading that the reader has already has no body and no length', async () => {
    const raised = await council.done('Mona', '/challenge/meetings', {
      kind: 'challenge',
      name: 'Challenge meeting',
      heldOn: '2023-04-12',
      startsAt: '14:00',
      posts: ['iro-manager'],
    });
    const url = `GET /api/v1/challenge/meetings/${raised.reference}`;
    const first = await ask(url);
    expect(Number(first.headers['content-length'])).toBe(Buffer.byteLength(first.body));
    const again = await ask(url, `If-None-Match: W/"a", W/${first.headers.etag!}\r\n`);
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag: first.headers.etag } });
    // RFC 9110, 8.6: none, or that of the answer that was not sent.
    expect(again.headers['content-length'] ?? first.headers['content-length']).toBe(first.headers['content-length']);
    expect((await ask(url, `If-Match: "0"\r\nIf-Match: "99"\r\n`)).status).toBe(200);
  });

  it.each([
    '//',
    '///',
    '//api',
    '//api/v1/disputes',
    '/api//v1/disputes',
    '/api/v1//disputes',
    '/api/v1/disputes/',
    '/api/v1/disputes//',
    '/api/v1/disputes%2F',
    '/api%2Fv1/disputes',
    '/api/v1/./disputes',
    '/api/v1/../v1/disputes',
    '/api/v1/%2e%2e/disputes',
    '/api/v1/disputes\\',
    '/api/v1/disputes;a=b',
    '/API/V1/disputes',
    '/api/v1/disputes/%00',
    '/api/v1/disputes/a%2Fb',
    '/api/v1/disputes/..%2F..%2Fetc%2Fpasswd',
    '/api/../package.json',
    '/api/%2e%2e/package.json',
    '/api/..%5cpackage.json',
    '/api/.env',
    '/%00',
  ])('an address where nothing is: %s: 404', async (address) => {
    const answer = await ask(`GET ${address}`);
    isProblem(answer, 404, (JSON.parse(answer.body) as { code: string }).code);
  });

  it('an address that is far too long for any id, and not for the headers: 404', async () => {
    isProblem(await ask(`GET /api/v1/disputes/${'x'.repeat(300)}`), 404, 'no-such-route');
    isProblem(await ask(`GET /api/v1/${'x'.repeat(9_000)}`), 404, 'no-such-route');
  });

  it.each(['/%', '/%zz', '/api/v1/disputes/%', '/api/v1/disputes/%zz', '/api/v1/disputes/%C0%AF', '/api/%ff'])(
    'an address that cannot be read: %s: 400, and says that it is the address',
    async (address) => {
      const answer = await ask(`GET ${address}`);
      isProblem(answer, 400, 'malformed-request');
      expect(answer.body).toContain('This address cannot be read');
    },
  );

  it('odd ids, on each address that takes one: never more than a refusal', async () => {
    const { body } = await council.get<{ paths: Record<string, object> }>('Mona', '/openapi.json');
    const addresses = Object.entries(body.paths).flatMap(([path, methods]) =>
      'get' in methods && path.includes('{') ? [path] : [],
    );
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) {
      for (const odd of ['%00', '%2F', '%252e', '..%00', '%F0%9F%92%A9', '__proto__', "'%20OR%201", 'x'.repeat(199)]) {
        const asked = address.replaceAll(/\{\w+\}/g, () => odd);
        const { status } = await ask(`GET ${asked}`);
        expect({ asked, isRefused: [400, 403, 404].includes(status) }).toEqual({ asked, isRefused: true });
      }
    }
  });

  it('an address that does not know the method: 405, and which it knows', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await ask(`${method} /api/v1/disputes?limit=1`);
      isProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
    }
    const reading = await ask('GET /api/v1/disputes/DRP-7K4M-2QXH/answer');
    isProblem(reading, 405, 'method-not-allowed');
    expect(reading.headers.allow).toBe('POST');
    isProblem(await ask('PUT /api/v1/nothing'), 404, 'no-such-route');
  });

  it.each([
    ['Footprint-Position', 'nonsense'],
    ['Footprint-Position', ''],
    ['Footprint-Position', '7'],
    ['Footprint-Position', '00000000000000001'],
    ['Footprint-Position', '0000000000000001\r\nFootprint-Position: 0000000000000002'],
    ['position', 'zzz'],
    ['position', ''],
    ['position', '0000000000000001&position=0000000000000002'],
  ])('a position that is none, in %s: %s: 400, and nothing is waited for', async (where, written) => {
    const waited = jest.spyOn(council.app.get(ProjectionRunner), 'waitFor');
    const answer =
      where === 'position'
        ? await ask(`GET /api/v1/disputes?position=${written}`)
        : await ask('GET /api/v1/disputes', `${where}: ${written}\r\n`);
    isProblem(answer, 400, 'not-valid');
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ pointer: 'Footprint-Position' }] });
    expect(waited).not.toHaveBeenCalled();
    waited.mockRestore();
  });

  it('a cookie that holds no position is passed over, and holds up nobody', async () => {
    const waited = jest.spyOn(council.app.get(ProjectionRunner), 'waitFor');
    const { status, headers: answered } = await ask('GET /api/v1/disputes', 'Cookie: footprint-position=zzz\r\n');
    expect(status).toBe(200);
    expect(answered['footprint-position-reached']).toBeUndefined();
    expect(waited).not.toHaveBeenCalled();
    waited.mockRestore();
  });
});
