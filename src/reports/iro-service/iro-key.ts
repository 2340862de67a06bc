import { createHmac } from 'node:crypto';
import type { AddressKey } from '../../platform/address-key.js';
import type { Iro } from './iro-service.js';

/** Letters that stand for an IRO in an address: no person does. */
const LETTERS_OF_IRO = 12;

export const keyOfIro = ({ id }: Pick<Iro, 'id'>, key: AddressKey): string =>
  createHmac('sha256', `iro service ${key.of()}`).update(id).digest('base64url').slice(0, LETTERS_OF_IRO);
