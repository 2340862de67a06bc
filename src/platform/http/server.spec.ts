import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../clock/clock.js';
import { Log } from '../logging/log.js';
import { httpServer } from './server.js';

describe('a client that is too slow, with no proxy in front', () => {
  let server: FastifyInstance | undefined;
  afterEach(() => server?.close());

  const serve = async (patience: { headers: number; request: number; silence: number }): Promise<number> => {
    const log = new Log(systemClock, () => undefined);
    server = httpServer({ bodyLimit: 1_000, log, patience: { betweenRequests: 60_000, ...patience } }).getInstance();
    server!.post('/', () => 'read');
    await server!.listen({ host: '127.0.0.1', port: 0 });
    return (server!.server.address() as AddressInfo).port;
  };

  /** Everything that is answered until the connection ends. */
  const answered = async (port: number, sent: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    let said = '';
    socket.on('data', (text: Buffer) => (said += text.toString()));
    await once(socket, 'close');
    return said;
  };

  const LONG = 60_000;
  const HEAD = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

  it('with the body is cut off', async () => {
    const port = await serve({ headers: 100, request: 200, silence: LONG });
    expect(await answered(port, `${HEAD}Content-Length: 100\r\n\r\n{`)).not.toContain(' 200 ');
  });

  it('with the headers is cut off', async () => {
    const port = await serve({ headers: 100, request: 200, silence: LONG });
    expect(await answered(port, HEAD)).not.toContain(' 200 ');
  });

  it('that says nothing at all is cut off', async () => {
    const port = await serve({ headers: LONG, request: LONG, silence: 100 });
    expect(await answered(port, '')).toBe('');
  });

  it('is given a time for everything unless told otherwise', () => {
    const log = new Log(systemClock, () => undefined);
    server = httpServer({ bodyLimit: 1_000, log }).getInstance();
    const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = server!.server;
    for (const time of [headersTimeout, requestTimeout, timeout, keepAliveTimeout]) expect(time).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThan(requestTimeout);
  });
});
