import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Notes of the program about a request while it answers it: for the log line, and for the parts that come later. */
export interface RequestNotes {
  /** From `Correlation-Id` where that holds a UUID or the id of a trace; else made here. */
  readonly correlationId: string;
  /** The write a reader wants to see, as given in `Footprint-Position` or `?position=`. */
  position?: string;
  /** Ids of the person who asks and of the one they act for, once known. */
  person?: string;
  actingFor?: string;
  /** Finds out once more who asks, and with which posts, when more has become known; a refusal is thrown as it was the first time. */
  askedAnew?: () => void;
  /** The row of the access table that speaks for this route. */
  permission?: string;
  commandId?: string;
  /** The stream that was acted on, and its revision afterwards. */
  reference?: string;
  revision?: number;
  repeated?: boolean;
  /** Code of the problem it was answered with. */
  refusedAs?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    notes: RequestNotes;
  }
}

/** A UUID, or the hexadecimal id of a trace: what says nothing about anybody, since it goes into every log line and event. */
const CORRELATION_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

/** 1 to 100 visible characters: for ids that a client makes. */
export const CLIENT_ID = /^[\x21-\x7e]{1,100}$/;

const kept = new WeakMap<FastifyRequest, RequestNotes>();

/** The notes of a request, begun where there are none: also for one that failed before it reached a route. */
export const notesOf = (request: FastifyRequest): RequestNotes => {
  const found = kept.get(request);
  if (found) return found;
  const sent = request.headers['correlation-id'];
  const notes = { correlationId: typeof sent === 'string' && CORRELATION_ID.test(sent) ? sent : randomUUID() };
  kept.set(request, notes);
  return notes;
};
