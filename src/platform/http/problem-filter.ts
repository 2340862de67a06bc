import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failureOf } from '../logging/failure.js';
import { LOG, type Log } from '../logging/log.js';
import { notesOf } from './notes.js';
import { OUTWARD, type Outward, problemOutward } from './outward.js';
import { wantsPage } from './pages.js';
import { Problem, problemFrom, problemOfStatus, titleOf } from './problem.js';

/** Everything that goes wrong leaves through here, and is logged here if nobody foresaw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOG) private readonly log: Log,
    @Inject(OUTWARD) private readonly words: Outward,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = notOfThisMethod(problemFrom(error) ?? this.unforeseen(error, request), request);
    request.notes.refusedAs = problem.code;
    sendProblem(problemOutward(problem, this.words.lastKnown()), request, http.getResponse<FastifyReply>());
  }

  private unforeseen(error: unknown, request: FastifyRequest): Problem {
    this.log.error('not foreseen', { correlationId: request.notes.correlationId, ...failureOf(error) });
    return new Problem(
      500,
      'internal',
      'This could not be carried out, and the fault is ours. It is safe to send it again with the same Idempotency-Key.',
    );
  }
}

/** Nothing at this address by this method, but by others: these are named (RFC 9110, 15.5.6). */
const notOfThisMethod = (problem: Problem, { server, url, method }: FastifyRequest): Problem => {
  if (problem.code !== 'no-such-route') return problem;
  const methods = server.knownRoutes.methodsAt(url);
  return methods.length === 0 || methods.includes(method)
    ? problem
    : problemOfStatus(405, { allow: methods.join(', ') });
};

/** Media type of a problem (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A browser is shown a page; if that cannot be drawn, and for every other client, the answer is JSON. */
export const sendProblem = (problem: Problem, request: FastifyRequest, reply: FastifyReply): void => {
  const { draw } = request.server.problemPages;
  if (draw === undefined || !wantsPage(request)) return sendAsJson(problem, request, reply);
  void reply.headers({ 'correlation-id': notesOf(request).correlationId, ...problem.also.headers });
  draw(problem, request, reply).catch(() => sendAsJson(problem, request, reply));
};

const sendAsJson = (problem: Problem, request: FastifyRequest, reply: FastifyReply): void => {
  const { correlationId } = notesOf(request);
  void reply
    .headers({ 'correlation-id': correlationId, ...problem.also.headers })
    .status(problem.status)
    .type(PROBLEM_TYPE)
    .send(writtenAs(problem, correlationId));
};

/** The body of an answer that is a problem. */
export const writtenAs = (problem: Problem, correlationId: string): string =>
  JSON.stringify({
    type: `urn:footprint:problem:${problem.code}`,
    title: titleOf(problem.status),
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    correlationId,
    errors: problem.also.errors,
    moreErrors: problem.also.more || undefined,
    details: problem.also.details,
  });
