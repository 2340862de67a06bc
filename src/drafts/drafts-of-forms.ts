import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { askerOf } from '../access/asking.js';
import type { DraftOfForm, FormDrafts, OtherDraft, WindowOfForm } from '../web/forms/form-drafts.js';
import { carried } from '../web/forms/drawn-form.js';
import type { Typed } from '../web/forms/typed.js';
import { type Draft, type FormOfDraft, keptUntil } from './draft.js';
import { firstWordsOf } from './first-words.js';
import { hrefOf } from './draft-href.js';
import { Drafts } from './drafts.js';

/** The drafts as the forms ask for them: whose they are, and of which form, follows from the request. */
@Injectable()
export class DraftsOfForms implements FormDrafts {
  constructor(private readonly drafts: Drafts) {}

  async save(
    request: FastifyRequest,
    { id, read, command, typed, lines }: WindowOfForm,
    owner?: string,
  ): Promise<DraftOfForm> {
    const { person, actingFor } = askerOf(request);
    const form = { ...formOf(request), actingFor: actingFor ?? null };
    const writer = owner ?? person;
    return shown(await this.drafts.save({ id, read, command, writer, form, content: { typed, lines } }));
  }

  async open(
    request: FastifyRequest,
    id: string,
    owner?: string,
  ): Promise<{ draft: DraftOfForm; typed: Typed } | undefined> {
    const { person } = askerOf(request);
    const found = await (owner === undefined ? this.drafts.find(id, person) : this.drafts.findOf(owner, id, person));
    if (found?.content == null || found.draft.writer !== (owner ?? person)) return undefined;
    if (found.draft.form.address !== formOf(request).address) return undefined;
    return { draft: shown(found.draft), typed: found.content.typed };
  }

  async inThisForm(request: FastifyRequest): Promise<readonly OtherDraft[]> {
    const all = await this.drafts.inForm(formOf(request).address, askerOf(request).person);
    return all.map(({ draft, content }) => ({
      ...shown(draft),
      beginsWith: content === null ? '' : firstWordsOf(carried(content.typed)),
    }));
  }

  sent(request: FastifyRequest, id: string, owner?: string): Promise<void> {
    return this.drafts.sent(id, owner ?? askerOf(request).person);
  }

  async throwAway(request: FastifyRequest, id: string): Promise<void> {
    await this.drafts.throwAway(id, askerOf(request).person);
  }
}

/** The form that a page shows or sends: by the row of the access table under which it stands, and its address without a query. */
export const formOf = ({ url, routeOptions }: FastifyRequest): Omit<FormOfDraft, 'actingFor'> => {
  const { permits } = routeOptions.config;
  return { act: Array.isArray(permits) ? String(permits[0]) : '', address: url.split('?')[0]! };
};

const shown = (draft: Draft): DraftOfForm => ({
  ...{ id: draft.id, revision: draft.revision, savedAt: draft.savedAt, command: draft.command },
  keptUntil: keptUntil(draft),
  href: hrefOf(draft),
});
