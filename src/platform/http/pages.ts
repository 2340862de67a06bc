import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** The addresses at which the program answers programs: everything else is a page for people. */
const FOR_PROGRAMS = /^\/(api|health|metrics|assets)(\/|$)/;

/** Whether an address is that of a page. @param address as it was sent, or as a route declares it */
export const isPageAddress = (address: string): boolean => !FOR_PROGRAMS.test(address.split('?')[0]!);

/** Whether somebody who asks for this with a browser is told in a page what went wrong. */
export const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  isPageAddress(url) && /\btext\/html\b/.test(headers.accept ?? '');

/** Draws what went wrong, and sends it. */
export type ProblemPages = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Nobody draws pages before the service is composed: problems then leave as JSON. */
    problemPages: { draw: ProblemPages | undefined };
  }
}
