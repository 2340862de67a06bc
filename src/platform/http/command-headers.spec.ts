import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandHeaders } from './command-headers.js';
import type { RequestNotes } from './notes.js';

const asked = (headers: Record<string, string> = {}): FastifyRequest => {
  const notes: RequestNotes = { correlationId: 'correlation' };
  return { headers, notes } as unknown as FastifyRequest;
};
const reply = { header: () => undefined } as unknown as FastifyReply;

describe('the id of a command', () => {
  it('is made once where none was sent, however often the request is carried out: a part that was written is recognised', () => {
    const request = asked();
    const [first, again] = [commandHeaders(request, reply), commandHeaders(request, reply)];
    expect(again.commandId).toBe(first.commandId);
    expect(commandHeaders(asked(), reply).commandId).not.toBe(first.commandId);
  });

  it('is the key that was sent', () => {
    expect(commandHeaders(asked({ 'idempotency-key': 'raise-1' }), reply).commandId).toBe('raise-1');
  });
});
