import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, createServer, request, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { answerOneAtATime } from './one-at-a-time.js';

describe('one request at a time on a connection', () => {
  let server: Server;
  let answered: string[];
  /** Requests that Node's parser has handed over, looked at or not. */
  let parsed: number;
  let letGo: () => void;
  afterEach(() => void server.close());

  const serve = async (held: boolean, onExpectation: RequestListener = () => undefined): Promise<number> => {
    answered = [];
    parsed = 0;
    const gate = held ? new Promise<void>((resolve) => (letGo = resolve)) : Promise.resolve();
    server = createServer((asked, answer) => {
      answered.push(asked.url!);
      void gate.then(() => answer.end(`answer to ${asked.url}`));
    });
    server.on('checkExpectation', onExpectation);
    answerOneAtATime(server);
    server.prependListener('request', () => parsed++);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  const asking = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;

  it('the first of many that are sent at once is answered, the others are not even read, and the connection ends', async () => {
    const port = await serve(true);
    const socket = connect(port, '127.0.0.1', () => socket.write(asking('/first') + asking('/other').repeat(2_000)));
    let said = '';
    socket.on('data', (bytes) => (said += bytes.toString()));
    await once(server, 'request');
    letGo();
    await once(socket, 'close');
    expect(answered).toEqual(['/first']);
    expect(parsed).toBeLessThan(5);
    expect(said.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(said).toMatch(/connection: close/i);
    expect(said).toContain('answer to /first');
  });

  it('an expectation that nobody meets waits for its turn too', async () => {
    let expectations = 0;
    const port = await serve(true, (_asked, answer) => {
      expectations++;
      answer.writeHead(417).end();
    });
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(asking('/first') + asking('/other', 'Expect: tea\r\n').repeat(100)),
    );
    socket.resume();
    await once(server, 'request');
    letGo();
    await once(socket, 'close');
    expect([answered, expectations]).toEqual([['/first'], 0]);
  });

  it('a client that waits for each answer keeps its connection', async () => {
    const port = await serve(false);
    let connections = 0;
    server.on('connection', () => connections++);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let time = 0; time < 20; time++) {
      const asked = request({ host: '127.0.0.1', port, path: `/${time}`, agent }).end();
      const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
      answer.resume();
      await once(answer, 'end');
    }
    agent.destroy();
    expect([answered.length, connections]).toEqual([20, 1]);
  });
});
