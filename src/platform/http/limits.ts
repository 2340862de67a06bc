import rateLimit from '@fastify/rate-limit';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LimitsConfig } from '../config/limits-config.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../tokens.js';
import { Problem } from './problem.js';

const MINUTE = 60_000;

type Count = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * How many requests a minute are answered: so many to each person who is signed in, wherever they come from, and so many to each
 * address for everybody else. Counted in the memory of this instance, for the last 5,000 people and the last 5,000 addresses.
 */
@Injectable()
export class Limits {
  private readonly limits: LimitsConfig;
  private readonly keys = new WeakMap<FastifyRequest, string>();
  private ofPerson: Count | undefined;
  private ofAddress: Count | undefined;
  private ofSignIn: Count | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.limits = config.limits;
  }

  /** Before the first request: makes the counters in the server that is asked. */
  async countIn(fastify: FastifyInstance): Promise<void> {
    await fastify.register(rateLimit, { global: false, timeWindow: MINUTE });
    const keyGenerator = (request: FastifyRequest): string => this.keys.get(request) ?? addressOf(request);
    this.ofPerson = fastify.createRateLimit({ max: this.limits.person, keyGenerator });
    this.ofAddress = fastify.createRateLimit({ max: this.limits.address });
    this.ofSignIn = fastify.createRateLimit({ max: this.limits.signIn, keyGenerator });
  }

  /** @throws Problem 429 where this person has asked too often */
  async countPerson(request: FastifyRequest, person: string): Promise<void> {
    this.keys.set(request, person);
    await this.count(this.ofPerson, request);
  }

  /** @throws Problem 429 where too much has come from this address without anybody being signed in */
  async countAddress(request: FastifyRequest): Promise<void> {
    await this.count(this.ofAddress, request);
  }

  /**
   * Attempts to sign in by one name from one address that have failed. One that is right is never counted, nor turned away for those
   * that failed: nobody can shut another out under their name.
   * @param as the name as sign-in compares it, so that every spelling of it is one
   * @throws Problem 429 where there were too many
   */
  async countFailedSignIn(request: FastifyRequest, as: string): Promise<void> {
    this.keys.set(request, `${as} ${addressOf(request)}`);
    await this.count(this.ofSignIn, request);
    await this.countAddress(request);
  }

  private async count(counter: Count | undefined, request: FastifyRequest): Promise<void> {
    if (counter === undefined) throw new Error('The limits were not given a server to count in.');
    const counted = await counter(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
  }
}

/** The address of the client, or of the network of one that has many (IPv6). */
const addressOf = (request: FastifyRequest): string => rateLimit.normalizeIP(request.ip);

const tooMany = (seconds: number): Problem =>
  new Problem(
    429,
    'too-many-requests',
    'More has been asked within a minute than is answered: this was not carried out. Wait as long as Retry-After says, then send it again.',
    { headers: { 'retry-after': String(Math.max(1, seconds)) } },
  );
