import type { FastifyRequest } from 'fastify';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type FileInForm, filesOf } from '../../platform/http/files-sent.js';
import { notValid, Problem } from '../../platform/http/problem.js';
import type { FileOfForm } from './file-of-form.js';
import { textAt, type Typed, typedAt } from './typed.js';

/*
 * Several files that are chosen in a form, tried, and sent again from the pages on which something is said of them. They go with these
 * pages, packed, so that what is done is what was read, and nothing of them is kept here before it is done.
 */

const FILES = '_files';

/** Bytes of all files together, once they are unpacked. */
const MOST_BYTES = 4_000_000;
/** Characters of all files together as they stand in a page, which is as much as a form holds beside its other fields. */
const MOST_CARRIED = 225_000;

/**
 * The files that were chosen, or else those that the page carries; none where there are neither.
 * @throws Problem `file-too-large`, `not-valid`
 */
export const filesOfForm = (request: FastifyRequest): FileOfForm[] => {
  const chosen = filesOf(request);
  return chosen.length > 0 ? withinLimits(chosen) : carriedIn((request.body ?? {}) as Typed);
};

/** As hidden fields of the next page. */
export const carriedFiles = (files: readonly FileOfForm[]): { name: string; value: string }[] =>
  files.flatMap(({ name, bytes }, at) => [
    { name: `${FILES}[${at}][name]`, value: name },
    { name: `${FILES}[${at}][bytes]`, value: packed(bytes) },
  ]);

const packed = (bytes: Buffer): string => gzipSync(bytes).toString('base64');

const withinLimits = (chosen: readonly FileInForm[]): FileOfForm[] => {
  const bytes = chosen.reduce((sum, file) => sum + file.bytes.length, 0);
  if (chosen.some(({ isTooLarge }) => isTooLarge) || bytes > MOST_BYTES) throw tooLarge();
  if (chosen.reduce((sum, file) => sum + packed(file.bytes).length, 0) > MOST_CARRIED) throw tooLarge();
  return chosen.map((file) => ({ name: file.name, bytes: file.bytes }));
};

const carriedIn = (typed: Typed): FileOfForm[] => {
  const carried = typedAt(typed, FILES);
  return Array.isArray(carried) ? (carried as Typed[]).map(unpacked) : [];
};

const unpacked = (typed: Typed): FileOfForm => {
  try {
    const bytes = gunzipSync(Buffer.from(textAt(typed, 'bytes'), 'base64'), { maxOutputLength: MOST_BYTES });
    return { name: textAt(typed, 'name'), bytes };
  } catch {
    throw notValid([{ pointer: '/files', message: 'Choose the files again' }]);
  }
};

const tooLarge = (): Problem =>
  new Problem(
    413,
    'file-too-large',
    'These files are larger than is taken at once. Read them in one by one, or divide a long one into parts, each with the row of headings.',
  );
