import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../logging/log.js';
import { isAnswering } from './one-at-a-time.js';
import { Problem, problemOfStatus } from './problem.js';
import { PROBLEM_TYPE, writtenAs } from './problem-filter.js';

/*
 * Requests that Node refuses by itself, before Fastify has a request: bytes that are no HTTP, headers too large, an expectation that nobody here
 * meets, a tunnel. It is answered as a problem like everything else.
 */

/** Node's name for what it met, and the status by which it is answered. Anything else is no HTTP: 400. */
const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers what could not be read as a request, and closes the connection: where the next request would begin is not known.
 * For Fastify's `clientErrorHandler`.
 */
export const answerUnreadable =
  (log: Log) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    // The other side has gone, or an answer is under way already: a second one in its midst would be taken for a part of it.
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegunToAnswer(socket)) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF[error.code ?? ''] ?? 400;
    closeWith(socket, status === 400 ? NO_HTTP : problemOfStatus(status), log);
  };

const NO_HTTP = new Problem(400, 'malformed-request', 'This is not a request that can be read: it is not HTTP/1.1.');

/** Node notes on the connection which answer is being written; it reads the same note before it answers by itself. */
const hasBegunToAnswer = (socket: Duplex): boolean =>
  (socket as Duplex & { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false;

/** Answers an `Expect` that is not `100-continue` with 417 (RFC 9110, 10.1.1), and `CONNECT` with 405: nothing here is a tunnel. */
export const answerWhatNodeWouldNot = (server: Server, log: Log): void => {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const problem = problemOfStatus(417);
    const { head, body } = asBytes(problem, log);
    response.writeHead(problem.status, head).end(body);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    if (isAnswering(socket)) socket.destroy();
    else closeWith(socket, problemOfStatus(405, { allow: '' }), log);
  });
};

const closeWith = (socket: Duplex, problem: Problem, log: Log): void => {
  const { head, body } = asBytes(problem, log);
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  const first = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n`;
  socket.on('error', () => undefined);
  socket.end(`${first}${lines.join('')}\r\n${body}`, () => socket.destroy());
};

const asBytes = (problem: Problem, log: Log) => {
  const correlationId = randomUUID();
  const body = writtenAs(problem, correlationId);
  log.debug('request', { status: problem.status, code: problem.code, correlationId });
  const head = {
    'correlation-id': correlationId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...problem.also.headers,
  };
  return { head, body };
};
