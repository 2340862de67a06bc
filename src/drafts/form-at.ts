import { isPermission } from '../access/access-table.js';
import { malformed } from '../platform/http/problem.js';
import type { FormOfDraft } from './draft.js';

const BEGINNINGS: Readonly<Record<string, string>> = {
  '/disputes/new': 'dispute.raise',
  '/acknowledgements/new': 'acknowledgement.give',
};
const KINDS: Readonly<Record<string, string>> = { disputes: 'dispute', acknowledgements: 'acknowledgement' };

/**
 * The form whose page stands at an address.
 * @throws Problem `not-valid` where there is none
 */
export const formAt = (address: string): Omit<FormOfDraft, 'actingFor'> => {
  const [, kind = '', act] = /^\/(disputes|acknowledgements)\/[A-Z]+-[A-Z0-9-]+\/([a-z-]+)$/.exec(address) ?? [];
  const found = BEGINNINGS[address] ?? `${KINDS[kind]}.${act}`;
  if (isPermission(found)) return { act: found, address };
  throw malformed('/address', 'must be the address of the page of a form, for example /disputes/DRP-7K4M-2QXH/answer');
};
