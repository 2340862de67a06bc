import { finished } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../tokens.js';
import { Problem } from './problem.js';
import { isReading } from './reading.js';

/** One person or program has at most this part of all the places. */
const SHARE_OF_ONE = 4;
const RETRY_AFTER_SECONDS = '2';

/**
 * Commands from before their body is read until they are answered. Past so many, the next would wait longer than anybody should: it is
 * told at once to come back, and costs neither time nor the memory of its body.
 */
@Injectable()
export class WaitingCommands {
  private readonly places: number;
  private readonly byPerson = new Map<string, number>();
  private taken = 0;

  constructor(@Inject(CONFIG) config: Config) {
    this.places = config.limits.waiting;
  }

  /** @throws Problem 503 where there is no place, for anybody or for this person */
  admit(request: FastifyRequest, reply: FastifyReply, person: string): void {
    if (isReading(request.method)) return;
    const own = this.byPerson.get(person) ?? 0;
    if (this.taken >= this.places || own >= Math.ceil(this.places / SHARE_OF_ONE)) throw tooBusy();
    this.taken++;
    this.byPerson.set(person, own + 1);
    // Answered, or cut off by whoever sent it.
    finished(reply.raw, () => this.leave(person));
  }

  private leave(person: string): void {
    this.taken--;
    const own = this.byPerson.get(person)! - 1;
    if (own === 0) this.byPerson.delete(person);
    else this.byPerson.set(person, own);
  }
}

const tooBusy = (): Problem =>
  new Problem(
    503,
    'too-busy',
    'More is waiting to be saved than can be saved in good time: this was not carried out. Send it again in a moment with the same Idempotency-Key.',
    { headers: { 'retry-after': RETRY_AFTER_SECONDS } },
  );
