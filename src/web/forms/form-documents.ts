import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/http/problem.js';
import type { Choice } from './form.js';
import { ticksAt, type Typed } from './typed.js';

/** The outcome of taking in the files of a form. */
export interface FilesTaken {
  /** Ids of those that are kept now. */
  readonly ids: readonly string[];
  /** The reason why another one was not taken. */
  readonly problem?: Problem;
}

/** The place in which forms keep the files that people choose, until the form is sent. The module that composes the pages hands it in. */
export interface FormDocuments {
  /** Takes in every file that came with a request. */
  take(request: FastifyRequest): Promise<FilesTaken>;
  /** Those that are here, each with its name, what it is and how large. */
  inWords(request: FastifyRequest, ids: readonly string[]): Promise<readonly Choice[]>;
  /** They stand in a draft: they are kept for as long as it is. */
  touch(ids: readonly string[]): Promise<void>;
  /** They were taken out of the form. */
  forget(ids: readonly string[]): Promise<void>;
}

export const FORM_DOCUMENTS = Symbol('FormDocuments');

/** The field of a form and of a body in which documents stand by their ids. */
export const DOCUMENTS = 'documents';

/** Under this name the choices of a form hold the files that are in it. */
export const FILES_IN_FORM = 'files-in-this-form';

/** The ids of the documents in a form. */
export const documentsIn = (typed: Typed): string[] => ticksAt(typed, DOCUMENTS);

export const withDocuments = (typed: Typed, ids: readonly string[]): Typed => ({ ...typed, [DOCUMENTS]: [...ids] });
