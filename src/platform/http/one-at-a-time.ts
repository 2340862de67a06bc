import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/*
 * HTTP/1.1 lets a client send the next request before the last is answered. No browser and no proxy does so, and Node reads every
 * request that it finds in 64 KiB before any other connection has its turn: about 2,000 of them, each with an answer that is kept in
 * memory until the client reads it.
 */

/** The latest answer begun on each connection. */
const latest = new WeakMap<Duplex, ServerResponse>();

/** Whether the answer to an earlier request is still under way on a connection. */
export const isAnswering = (socket: Duplex): boolean => latest.get(socket)?.writableFinished === false;

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers one request at a time on each connection. One that comes before the last is answered is not looked at, nor is anything after
 * it: the answer under way is sent, and the connection closed. A client sends again what had no answer (RFC 9112, 9.3.2).
 */
export const oneAtATime =
  (answer: Answerer): Answerer =>
  (request, response) => {
    const { socket } = request;
    const before = latest.get(socket);
    if (before !== undefined && !before.writableFinished) {
      endAfter(before, socket);
      return;
    }
    latest.set(socket, response);
    answer(request, response);
  };

/** Puts `oneAtATime` before whatever answers the requests of a server so far. */
export const answerOneAtATime = (server: Server): void => {
  for (const event of ['request', 'checkExpectation']) {
    const answerers = server.listeners(event) as Answerer[];
    server.removeAllListeners(event);
    for (const answer of answerers) server.on(event, oneAtATime(answer.bind(server)));
  }
};

const endAfter = (answer: ServerResponse, socket: Duplex): void => {
  socket.pause();
  readNoFurther(socket);
  if (!answer.headersSent) answer.shouldKeepAlive = false;
  if (answer.listeners('finish').includes(closeConnection)) return;
  answer.once('finish', closeConnection);
};

/** Node has let go of the connection when it tells of the end of an answer, so that it is asked of the request. */
function closeConnection(this: ServerResponse): void {
  this.req.socket.destroySoon();
}

/** The answer to a parser that makes it take the rest of the bytes that have come for another protocol, and leave it. */
const NO_LONGER_HTTP = 2;

/**
 * Has Node's parser leave the rest of the bytes that have come. There is no public way to: where this one is gone, the requests in
 * them are read and passed over, which is right and takes longer.
 */
const readNoFurther = (socket: Duplex): void => {
  const { parser } = socket as Duplex & { parser?: { onIncoming?: unknown } | null };
  if (parser) parser.onIncoming = () => NO_LONGER_HTTP;
};
