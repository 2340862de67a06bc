import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/http/problem.js';
import { hasChangedNothing, type WrittenDto } from '../../platform/http/written.dto.js';
import { draftIn, type FormDrafts, type SharedDraft } from './form-drafts.js';
import type { Typed } from './typed.js';

/** Said to a window that has not read what somebody else saved in a draft that several people write. */
export const SAVED_BY_ANOTHER = new Problem(
  412,
  'draft-saved-by-another',
  'Somebody else has saved what they typed here since you opened this page, and nothing of theirs was overwritten. Read theirs first: if ' +
    'you press a button here, what stands below is taken in its place.',
);

/** Whether a window is about to send a draft of several people without what another of them has saved since it was opened. */
export const isOvertaken = async (
  drafts: FormDrafts,
  request: FastifyRequest,
  typed: Typed,
  shared: SharedDraft | undefined,
): Promise<boolean> => {
  const { id, read } = draftIn(typed);
  if (shared === undefined || id !== shared.id) return false;
  const found = await drafts.open(request, id, shared.owner);
  return found !== undefined && found.draft.revision > read;
};

/** Nobody is told of success where nothing was done. @throws Problem `changes-nothing` */
export const mustHaveChanged = (written: WrittenDto): void => {
  if (hasChangedNothing(written)) throw changesNothing();
};

export const changesNothing = (): Problem =>
  new Problem(
    409,
    'changes-nothing',
    'This would change nothing: what you entered is on record already. Change what is different, or cancel.',
  );
