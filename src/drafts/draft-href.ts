import { actingForCode } from '../access/acting-for.js';
import type { Draft } from './draft.js';

/** Address that opens the form of a draft with what was typed; it says for whom it is sent, where that is somebody else. */
export const hrefOf = ({ id, writer, form: { address, actingFor } }: Pick<Draft, 'id' | 'writer' | 'form'>): string => {
  const query = new URLSearchParams({
    ...(actingFor === null || actingFor === writer ? {} : { for: actingForCode(actingFor) }),
    draft: id,
  });
  return `${address}?${query.toString()}`;
};
