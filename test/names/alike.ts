import type { Answer } from '../journeys/council.js';

/** The text of an answer by which it can be told from another: everything but the name of the request itself. */
export const shownBy = ({ status, body, headers }: Answer): object => {
  const { correlationId: _its, ...rest } = body as Record<string, unknown>;
  const { 'correlation-id': _id, 'idempotency-key': _key, date: _date, ...others } = headers as Record<string, unknown>;
  return { status, body: rest, headers: others };
};
