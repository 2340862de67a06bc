import type { FastifyInstance } from 'fastify';
import { actingForCode } from '../../access/acting-for.js';
import type { PageSessions } from '../../access/page-session.js';
import { isPageAddress } from '../../platform/http/pages.js';

const HEADER = 'footprint-acting-for';

/**
 * The address of a page may say for whom somebody acts, in `?for=`: what a program says in a header. It goes on from page to page, and the gate
 * asks whether they may.
 * @param whomFor ids of those for whom a person may act today
 */
export const readActingFor = (
  fastify: FastifyInstance,
  sessions: PageSessions,
  whomFor: (person: string) => readonly string[],
): void => {
  fastify.addHook('onRequest', async (request) => {
    if (!isPageAddress(request.url)) return;
    delete request.headers[HEADER];
    const { for: code } = request.query as { for?: unknown };
    if (typeof code !== 'string') return;
    const session = await sessions.of(request);
    const meant = session && whomFor(session.person).find((person) => actingForCode(person) === code);
    if (session === undefined) return;
    // Nobody whom they may act for: the gate says so.
    request.headers[HEADER] = meant ?? code;
    // A page that reads a question of its own from the address would refuse this one, which it does not know.
    delete (request.query as { for?: unknown }).for;
  });
};
