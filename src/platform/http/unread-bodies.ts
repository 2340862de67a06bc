import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Milliseconds in which a client that is still sending can read its answer: closed at once, the connection would be reset under it. */
const TO_READ_THE_ANSWER = 250;

/** Bytes: a body no longer than this is sooner read than a new connection made. */
const SHORT_BODY = 65_536;

/**
 * Closes the connection after an answer to a request whose body is long and has not come whole, as one that is refused at the gate: Node would read
 * such a body to its end, however long it is, for the sake of the next request.
 */
export const closeOverUnreadBodies = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (reply.statusCode >= 400) closeOverUnreadBody(request, reply);
    done();
  });
};

/** The same for an answer that passes no hook. */
export const closeOverUnreadBody = (request: FastifyRequest, reply: FastifyReply): void => {
  if (!isStillSending(request.raw)) return;
  void reply.header('connection', 'close');
  closeSlowly(request.raw.socket);
};

const isStillSending = ({ complete, headers }: IncomingMessage): boolean =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > SHORT_BODY);

/** Node asks for `destroySoon` once the answer is out. */
const closeSlowly = (socket: Socket): void => {
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), TO_READ_THE_ANSWER).unref();
  };
};
