import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlated } from '../logging/correlation.js';
import type { Log } from '../logging/log.js';
import { NOBODY, type WatchedRequest, type Watcher } from '../watching/watcher.js';
import { readFormWithFiles } from './files-sent.js';
import { readFormBody } from './form-body.js';
import { readJsonBody } from './json-body.js';
import { KnownRoutes } from './known-routes.js';
import { notesOf } from './notes.js';
import { answerOneAtATime } from './one-at-a-time.js';
import { isPageAddress } from './pages.js';
import { positionInCookie } from './position-cookie.js';
import { malformed, Problem, problemOfStatus } from './problem.js';
import { sendProblem } from './problem-filter.js';
import { isReading } from './reading.js';
import { closeOverUnreadBodies, closeOverUnreadBody } from './unread-bodies.js';
import { answerUnreadable, answerWhatNodeWouldNot } from './unreadable.js';

export interface ServerSettings {
  /** Longest body of a request, in bytes. */
  readonly bodyLimit: number;
  readonly log: Log;
  /** Sees every request; nobody unless told. */
  readonly watcher?: Watcher;
  /** The proxies, by address or network, whose word is taken for the address that a request comes from. Nobody's unless told. */
  readonly trustedProxies?: readonly string[];
  /** The time limits of a client; as `PATIENCE` says unless told. */
  readonly patience?: Patience;
}

/** Milliseconds. */
export interface Patience {
  /** Until the headers of a request are there. */
  readonly headers: number;
  /** Until the whole request is there, its body too. */
  readonly request: number;
  /** With nothing sent or received in the middle of a request or an answer. */
  readonly silence: number;
  /** Between one request and the next on the same connection; longer than a proxy keeps it unused. */
  readonly betweenRequests: number;
}

/** A client that is slower than this has no proxy in front of the program either, or means no good. */
const PATIENCE: Patience = { headers: 10_000, request: 30_000, silence: 60_000, betweenRequests: 130_000 };
/** Milliseconds between two looks at who is late, at most. */
const LOOK_EVERY = 1_000;

const UNREADABLE_ADDRESS = new Problem(
  400,
  'malformed-request',
  'This address cannot be read: a percent sign in it is not followed by two digits of a character in UTF-8.',
);

/** Fastify as the program needs it: JSON for the API and forms for pages, every failure a problem, every request with its notes and its line in the log. */
export const httpServer = (settings: ServerSettings): FastifyAdapter => {
  const { bodyLimit, log, watcher = NOBODY, trustedProxies = [], patience = PATIENCE } = settings;
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    serverFactory: (answer: RequestListener) => nodeServer(answer, patience, log),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) => {
      closeOverUnreadBody(request, reply);
      sendProblem(error.statusCode === 414 ? problemOfStatus(414) : UNREADABLE_ADDRESS, request, reply);
    },
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable(log),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  const knownRoutes = new KnownRoutes();
  fastify.decorate('knownRoutes', knownRoutes);
  fastify.addHook('onRoute', (route) => knownRoutes.add(route));
  keepNotes(fastify);
  fastify.decorate('problemPages', { draw: undefined });
  readJsonAndForms(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'correlation-id': request.notes.correlationId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    takePosition(request);
    done(
      namesOneHost(request.raw) ? undefined : malformed('Host', 'must be sent once: it names the host that is asked'),
    );
  });
  closeOverUnreadBodies(fastify);
  watchRequests(fastify, watcher);
  fastify.addHook('onResponse', (request, reply, done) => {
    if (isCommandOfSomebody(request, reply)) logCommand(log, request, reply);
    else logRequest(log, request, reply);
    done();
  });
  return adapter;
};

/** Made here and not by Fastify, which would make another one, without what is done here, for each further address of `localhost`. */
const nodeServer = (answer: RequestListener, patience: Patience, log: Log): Server => {
  const server = createServer(
    {
      // Node would answer without a word; it is asked for by `namesOneHost`.
      requireHostHeader: false,
      requestTimeout: patience.request,
      headersTimeout: patience.headers,
      keepAliveTimeout: patience.betweenRequests,
      connectionsCheckingInterval: Math.min(LOOK_EVERY, patience.headers),
    },
    answer,
  );
  server.setTimeout(patience.silence);
  answerWhatNodeWouldNot(server, log);
  answerOneAtATime(server);
  return server;
};

declare module 'fastify' {
  interface FastifyInstance {
    knownRoutes: KnownRoutes;
  }
}

/** HTTP/1.1 asks for one `Host` and no more (RFC 9112, 3.2): by two, a proxy and the program could take a request for different hosts. */
const namesOneHost = ({ rawHeaders, httpVersion }: IncomingMessage): boolean => {
  const hosts = rawHeaders.filter((each, index) => index % 2 === 0 && each.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
};

/** Lets whatever is done for a request know for which; and the watcher see it from its first byte to its answer. */
const watchRequests = (fastify: FastifyInstance, watcher: Watcher): void => {
  const watched = new WeakMap<FastifyRequest, WatchedRequest>();
  const within = (request: FastifyRequest, done: () => void): void =>
    correlated(request.notes.correlationId, () => watched.get(request)!.within(done));
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    watched.set(
      request,
      watcher.request({
        method: request.method,
        correlationId: request.notes.correlationId,
        traceparent: typeof traceparent === 'string' ? traceparent : undefined,
      }),
    );
    within(request, done);
  });
  // Reading the body takes the request out of what the first hook began.
  fastify.addHook('preValidation', (request, _reply, done) => within(request, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const answer = { route: routeOf(request), status: reply.statusCode, seconds: reply.elapsedTime / 1000 };
    watched.get(request)?.answered(answer);
    done();
  });
};

/** The address as Fastify routes it, for the log: it holds the names of its parameters, not what was sent in them. Undefined where there is none. */
const routeOf = (request: FastifyRequest): string | undefined => request.routeOptions?.url;

/**
 * A command is worth a line of its own where it is known who gave it, and they have not asked too often. The others anybody can send
 * by the thousand: metrics count them, by route and status.
 */
const isCommandOfSomebody = ({ method, notes }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  !isReading(method) && notes.permission !== undefined && notes.person !== undefined && statusCode !== 429;

const logCommand = (log: Log, request: FastifyRequest, reply: FastifyReply): void => {
  const { notes } = request;
  log.info(notes.refusedAs === undefined ? 'command accepted' : 'command refused', {
    command: notes.permission,
    route: routeOf(request),
    status: reply.statusCode,
    code: notes.refusedAs,
    person: notes.person,
    actingFor: notes.actingFor,
    commandId: notes.commandId,
    correlationId: notes.correlationId,
    reference: notes.reference,
    revision: notes.revision,
    repeated: notes.repeated,
    milliseconds: millisecondsOf(reply),
  });
};

/** Reading is not worth a line unless the program has failed at it, or somebody is looking for something. */
const logRequest = (log: Log, request: FastifyRequest, reply: FastifyReply): void =>
  log[isFailure(request, reply) ? 'warn' : 'debug']('request', {
    method: request.method,
    route: routeOf(request),
    status: reply.statusCode,
    code: request.notes.refusedAs,
    person: request.notes.person,
    correlationId: request.notes.correlationId,
    milliseconds: millisecondsOf(reply),
  });

/**
 * A fault of the program, or a part of it that was away when somebody needed it. That a part is away is said where it is noticed: a line
 * for each request of anybody who asks meanwhile, a probe or a token that was made up, would fill the log.
 */
const isFailure = ({ notes }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  statusCode >= 500 && (statusCode !== 503 || notes.person !== undefined);

const millisecondsOf = (reply: FastifyReply): number => Math.round(reply.elapsedTime * 10) / 10;

const keepNotes = (fastify: FastifyInstance): void => {
  fastify.decorateRequest('notes', {
    getter() {
      return notesOf(this);
    },
  });
};

/** The API takes JSON alone, and pages take forms alone: neither can be sent what is meant for the other. Files come where a route says so. */
const readJsonAndForms = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('preParsing', (request, _reply, _payload, done) =>
    done(isReading(request.method) || isPlainUtf8(request) ? null : problemOfStatus(415)),
  );
  const parse = (type: string, isForPages: boolean, read: (bytes: Buffer) => unknown): void => {
    fastify.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        if (isPageAddress(request.url) !== isForPages) throw problemOfStatus(415);
        done(null, read(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    });
  };
  parse('application/json', false, readJsonBody);
  parse('application/x-www-form-urlencoded', true, readFormBody);
  fastify.addContentTypeParser('multipart/form-data', (request: FastifyRequest, payload: IncomingMessage) =>
    readFormWithFiles(request, payload),
  );
};

/** A body that is compressed, be it on the way only, or says that it is in another character set, would be read for what it is not. */
const isPlainUtf8 = ({ headers }: FastifyRequest): boolean => {
  if (!/^(chunked)?$/i.test(headers['transfer-encoding'] ?? '')) return false;
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) && /^(identity)?$/i.test(headers['content-encoding'] ?? '');
};

/**
 * `Footprint-Position`, or `?position=` on any address, or the cookie of the browser's last write. It is taken out of the query, so that
 * no query class need know of it.
 */
const takePosition = (request: FastifyRequest): void => {
  const query = request.query as Record<string, unknown>;
  const position = request.headers['footprint-position'] ?? query.position ?? positionInCookie(request.headers.cookie);
  delete query.position;
  if (position !== undefined) request.notes.position = String(position);
};
