import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failureOf } from '../logging/failure.js';
import { LOG, type Log } from '../logging/log.js';
import { notesOf } from './notes.js';
import { Problem, problemFrom, titleOf } from './problem.js';

/** Everything that goes wrong leaves through here, and is logged here if nobody foresaw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemFrom(error) ?? this.unforeseen(error, request);
    request.notes.refusedAs = problem.code;
    sendProblem(problem, request, http.getResponse<FastifyReply>());
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

export const sendProblem = (problem: Problem, request: FastifyRequest, reply: FastifyReply): void => {
  const { correlationId } = notesOf(request);
  void reply
    .headers({ 'correlation-id': correlationId, ...problem.also.headers })
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:footprint:problem:${problem.code}`,
        title: titleOf(problem.status),
        status: problem.status,
        code: problem.code,
        detail: problem.detail,
        correlationId,
        errors: problem.also.errors,
        details: problem.also.details,
      }),
    );
};
