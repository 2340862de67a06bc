import { Injectable } from '@nestjs/common';
import { Sealing } from './sealing/sealing.js';

/**
 * The key by which addresses hide what they stand for. It follows from the secret of the council with which drafts are sealed: the same on
 * every instance and after a restore, known to nobody who reads the log, and in no answer. With another secret the addresses are others.
 */
@Injectable()
export class AddressKey {
  constructor(private readonly sealing: Sealing) {}

  of(): string {
    return this.sealing.secretFor('addresses');
  }
}
