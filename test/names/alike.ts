import type { Answer } from '../journeys/council.js';

/** What an answer shows to whoever compares it with another: everything but what names the request itself. */
export const shownBy = ({ status, body, headers }: Answer): object => {
  const { correlationId: _its, ...rest } = body as Record<string, unknown>;
  const { 'correlation-id': _id, 'idempotency-key': _key, date: _date, ...others } = headers as Record<string, unknown>;
  return { status, body: rest, headers: others };
};
