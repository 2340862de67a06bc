import { afterEach, describe, expect, it, jest } from '@jest/globals';
import dns from 'node:dns';
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
  const answered = async (port: number, sent: string, address = '127.0.0.1'): Promise<string> => {
    const socket = connect(port, address, () => socket.write(sent));
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

  it('is cut off, and read one request at a time, wherever a name with two addresses lets it in', async () => {
    const lookup = dns.lookup.bind(dns);
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ];
    const spy = jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((name: string, options: object, done: () => void) =>
        name === 'localhost' && 'all' in options
          ? (done as (error: null, addresses: object[]) => void)(null, both)
          : lookup(name, options, done)) as never);
    try {
      const log = new Log(systemClock, () => undefined);
      const patience = { headers: 300, request: 400, silence: LONG, betweenRequests: 60_000 };
      server = httpServer({ bodyLimit: 1_000, log, patience }).getInstance();
      server!.get('/', (_request, reply) => void setTimeout(() => reply.send('read'), 50));
      await server!.listen({ host: 'localhost', port: 0 });
      const addresses = server!.addresses() as AddressInfo[];
      expect(addresses.length).toBeGreaterThan(0);
      for (const { address, port } of addresses) {
        const said = await answered(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3), address);
        expect(said.match(/HTTP\/1\.1 200/g)).toHaveLength(1);
        expect(await answered(port, 'GARBAGE\r\n\r\n', address)).toContain('application/problem+json');
        expect(await answered(port, HEAD, address)).not.toContain(' 200 ');
      }
    } finally {
      spy.mockRestore();
    }
  });

  it('is given a time for everything unless told otherwise', () => {
    const log = new Log(systemClock, () => undefined);
    server = httpServer({ bodyLimit: 1_000, log }).getInstance();
    const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = server!.server;
    for (const time of [headersTimeout, requestTimeout, timeout, keepAliveTimeout]) expect(time).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThan(requestTimeout);
  });
});
