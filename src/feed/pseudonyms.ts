import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealing } from '../platform/sealing/sealing.js';

/** Letters of a pseudonym: too many to be guessed, and none of them says anything of the child. */
const LENGTH = 16;

/**
 * The pseudonyms of children in the feed. Each is made of the child’s id by a secret of the council, so nobody who has the feed works out whose
 * it is, nor finds it in the address of a page; it stays the same after a restore. With another secret the pseudonyms are others.
 */
@Injectable()
export class Pseudonyms {
  constructor(private readonly sealing: Sealing) {}

  readonly of = (child: string): string =>
    createHmac('sha256', this.sealing.secretFor('feed')).update(child).digest('base64url').slice(0, LENGTH);
}
