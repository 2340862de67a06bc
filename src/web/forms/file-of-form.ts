import type { FastifyRequest } from 'fastify';
import { filesOf } from '../../platform/http/files-sent.js';
import { Problem } from '../../platform/http/problem.js';
import { notUtf8In } from '../../platform/utf8.js';
import { textAt, type Typed } from './typed.js';

/*
 * A file that is chosen in a form, tried, and sent again from the page on which the outcome stands. It goes with that page, byte for byte,
 * so that what is done is what was read, and nothing of it is kept here before it is done.
 */

/** Under these names a form carries a file that was tried. */
const BYTES = '_file';
const NAME = '_fileName';

export interface FileOfForm {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bytes that fit into a page that is sent back, with room for what else is in its form. */
const LARGEST_CARRIED = 180_000;

/**
 * The file that was chosen, or the one that the page carries; undefined where there is neither.
 * @throws Problem `file-too-large`
 */
export const fileOfForm = (request: FastifyRequest): FileOfForm | undefined => {
  const typed = (request.body ?? {}) as Typed;
  const [chosen] = filesOf(request);
  if (chosen === undefined) {
    const carried = textAt(typed, BYTES);
    return carried === '' ? undefined : { name: textAt(typed, NAME), bytes: Buffer.from(carried, 'base64') };
  }
  if (chosen.isTooLarge || chosen.bytes.length > LARGEST_CARRIED) throw tooLarge();
  return { name: chosen.name, bytes: chosen.bytes };
};

/** Whether a file came with a form, or the form carries one. */
export const hasFile = (request: FastifyRequest): boolean =>
  filesOf(request).length > 0 || textAt((request.body ?? {}) as Typed, BYTES) !== '';

/** As hidden fields of the page on which its outcome stands. */
export const carriedFile = ({ name, bytes }: FileOfForm): { name: string; value: string }[] => [
  { name: BYTES, value: bytes.toString('base64') },
  { name: NAME, value: name },
];

const tooLarge = (): Problem =>
  new Problem(
    413,
    'file-too-large',
    `The file is larger than ${LARGEST_CARRIED / 1000} KB, the most that is taken here. Check that it is the right one, or divide it into parts.`,
  );

/**
 * A text in UTF-8.
 * @throws Problem `not-utf-8`
 */
export const textOfFile = ({ bytes }: FileOfForm): string => {
  const unreadable = notUtf8In(bytes);
  if (unreadable !== undefined)
    throw new Problem(
      400,
      'not-utf-8',
      `The file is not written in UTF-8: line ${unreadable.line} has a letter that cannot be read. Save it as UTF-8 and choose it again.`,
    );
  return bytes.toString('utf8');
};
