import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { askerOf } from '../access/asking.js';
import { filesOf } from '../platform/http/files-sent.js';
import { problemFrom } from '../platform/http/problem.js';
import type { Choice } from '../web/forms/form.js';
import type { FilesTaken, FormDocuments } from '../web/forms/form-documents.js';
import { kindAndSize } from './document.js';
import { Documents } from './documents.js';
import { isTooLarge } from './refusals.js';

/** The documents as the forms ask for them: who asks, and what they have sent, the request says. */
@Injectable()
export class DocumentsOfForms implements FormDocuments {
  constructor(private readonly documents: Documents) {}

  take(request: FastifyRequest): Promise<FilesTaken> {
    return this.takeFor(request, () => askerOf(request).person);
  }

  /** @param person whose form it was; asked only where files came */
  async takeFor(request: FastifyRequest, person: () => string): Promise<FilesTaken> {
    const ids: string[] = [];
    for (const file of filesOf(request)) {
      try {
        if (file.isTooLarge) throw isTooLarge();
        ids.push((await this.documents.add(file, person())).id);
      } catch (error) {
        const problem = problemFrom(error);
        if (problem === undefined) throw error;
        return { ids, problem };
      }
    }
    return { ids };
  }

  async inWords(request: FastifyRequest, ids: readonly string[]): Promise<readonly Choice[]> {
    try {
      const found = await this.documents.named(ids, askerOf(request).person);
      return found.flatMap((each) =>
        each === undefined ? [] : [{ value: each.id, text: `${each.name} (${kindAndSize(each)})` }],
      );
    } catch (error) {
      if (problemFrom(error)?.status !== 503) throw error;
      // The form is drawn all the same, with everything that was typed.
      return ids.map((value) => ({ value, text: 'A file that cannot be looked up just now' }));
    }
  }

  touch(ids: readonly string[]): Promise<void> {
    return this.documents.touch(ids);
  }

  forget(ids: readonly string[]): Promise<void> {
    return this.documents.forget(ids);
  }
}
