import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingForCode } from '../access/acting-for.js';
import type { KeepsTooLate } from '../access/too-late.js';
import { DocumentsOfForms } from '../documents/documents-of-forms.js';
import { problemFrom } from '../platform/http/problem.js';
import { newSecret } from '../platform/secret.js';
import { documentsIn, withDocuments } from '../web/forms/form-documents.js';
import { draftIn, worthKeeping } from '../web/forms/form-drafts.js';
import type { Typed } from '../web/forms/typed.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../web/frame/shared.js';
import type { FormOfDraft } from './draft.js';
import { formOf } from './drafts-of-forms.js';
import { hrefOf } from './draft-href.js';
import { Drafts, type SaveOfWindow } from './drafts.js';

/** A form that is sent after its session has run out becomes a draft of the person whose session it was. */
@Injectable()
export class KeptTooLate implements KeepsTooLate {
  constructor(
    private readonly drafts: Drafts,
    private readonly documents: DocumentsOfForms,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  async keep(request: FastifyRequest, person: string): Promise<string | undefined> {
    const typed = (request.body ?? {}) as Typed;
    // Signing out, and whatever else is no form in which anything is typed.
    if (typeof typed._draft !== 'string') return undefined;
    const command = typeof typed._command === 'string' && typed._command !== '' ? typed._command : newSecret();
    const form = { ...formOf(request), actingFor: this.actingFor(request, person) };
    // A file that is not taken is chosen again; why, the form says then.
    const { ids } = await this.documents.takeFor(request, () => person);
    const all = ids.length === 0 ? typed : withDocuments(typed, [...documentsIn(typed), ...ids]);
    const content = { typed: worthKeeping(all), lines: [] };
    return this.saved({ ...draftIn(typed), writer: person, form, command, content });
  }

  /** If another window has saved the draft since, or it is not theirs alone, both are kept. */
  private async saved(save: SaveOfWindow): Promise<string> {
    try {
      return hrefOf(await this.drafts.save(save));
    } catch (error) {
      if (![404, 412].includes(problemFrom(error)?.status ?? 0)) throw error;
      return hrefOf(await this.drafts.save({ ...save, id: newSecret(), read: 0 }));
    }
  }

  private actingFor({ query }: FastifyRequest, person: string): FormOfDraft['actingFor'] {
    const { for: code } = (query ?? {}) as { for?: unknown };
    return this.shared.whomFor(person).find((absent) => actingForCode(absent) === code) ?? null;
  }
}
