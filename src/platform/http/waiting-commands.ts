import { finished } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../tokens.js';
import { Places } from './places.js';
import { Problem } from './problem.js';
import { isReading } from './reading.js';

const RETRY_AFTER_SECONDS = '2';

/**
 * Commands from before their body is read until they are answered. Past so many, the next would wait longer than anybody should: it is
 * told at once to come back, and costs neither time nor the memory of its body.
 */
@Injectable()
export class WaitingCommands {
  private readonly places: Places;

  constructor(@Inject(CONFIG) config: Config) {
    this.places = new Places(config.limits.waiting);
  }

  /** @throws Problem 503 where there is no place, for anybody or for this person */
  admit(request: FastifyRequest, reply: FastifyReply, person: string): void {
    if (isReading(request.method)) return;
    if (!this.places.take(person)) throw tooBusy();
    // Answered, or cut off by its sender.
    finished(reply.raw, () => this.places.leave(person));
  }
}

const tooBusy = (): Problem =>
  new Problem(
    503,
    'too-busy',
    'More is waiting to be saved than can be saved in good time: this was not carried out. Send it again in a moment with the same Idempotency-Key.',
    { headers: { 'retry-after': RETRY_AFTER_SECONDS } },
  );
