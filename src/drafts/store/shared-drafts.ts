import type { Instant } from '../../calendar/calendar.js';
import { hashOf } from '../../platform/secret.js';
import { type Draft, keptApart } from '../draft.js';
import type { DraftStore } from './draft-store.js';
import type { RedisDrafts } from './redis-drafts.js';
import type { OwnDraft, SqliteDrafts } from './sqlite-drafts.js';

export interface SharedDraftsParts {
  readonly own: SqliteDrafts;
  readonly shared: RedisDrafts;
  /** Told when Redis has gone, and not again before it was back. */
  readonly onTrouble: (error: unknown) => void;
  /** Lets go of Redis when the service stops. */
  readonly close?: () => void;
}

/**
 * Drafts of one of several instances. Redis has them for all; each instance also keeps those that it has seen, in its own file, so that
 * a Redis that is away, or has lost everything, loses nobody's text. A draft that two instances saved apart is kept twice.
 */
export class SharedDrafts implements DraftStore {
  private readonly own: SqliteDrafts;
  private readonly shared: RedisDrafts;
  private isAway = false;
  /** That of Redis when it was last told what this instance holds. */
  private told: string | undefined;

  constructor(private readonly parts: SharedDraftsParts) {
    this.own = parts.own;
    this.shared = parts.shared;
  }

  async find(id: string): Promise<Draft | undefined> {
    await this.tellAll();
    return this.brought(id);
  }

  async of(person: string): Promise<readonly Draft[]> {
    await this.tellAll();
    const shared = (await this.ifThere(() => this.shared.idsOf(person))) ?? [];
    const own = (await this.own.of(person)).map(({ id }) => id);
    const found: Draft[] = [];
    for (const id of new Set([...own, ...shared])) {
      const draft = await this.brought(id);
      const isTheirs = draft !== undefined && (draft.writer === person || draft.readers.includes(person));
      if (isTheirs && draft.sealed !== null) found.push(draft);
    }
    return found.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
  }

  async put(draft: Draft, before: number): Promise<boolean> {
    if (((await this.find(draft.id))?.revision ?? 0) !== before) return false;
    const isShared = await this.ifThere(() => this.shared.put(draft, before));
    if (isShared === false) return false;
    return this.own.putOwn(draft, before, isShared === true ? draft.revision : undefined);
  }

  async forgetBefore(moment: Instant): Promise<void> {
    await this.own.forgetBefore(moment);
  }

  onApplicationShutdown(): void {
    this.own.onApplicationShutdown();
    this.parts.close?.();
  }

  /** A Redis that this instance has not told before is told all that it holds: it may be new, or have lost everything. */
  private async tellAll(): Promise<void> {
    const generation = await this.ifThere(() => this.shared.generation());
    if (generation === undefined || generation === this.told) return;
    for (const { draft } of this.own.all()) await this.brought(draft.id);
    if (!this.isAway) this.told = generation;
  }

  /** The draft as it stands once both places have the same. */
  private async brought(id: string): Promise<Draft | undefined> {
    const own = this.own.own(id);
    const answer = await this.ifThere(async () => ({ shared: await this.shared.find(id) }));
    if (answer === undefined) return own?.draft;
    const { shared } = answer;
    if (own === undefined) {
      if (shared !== undefined) this.own.take(shared);
      return shared;
    }
    if (shared === undefined) return this.sent(own, 0);
    if (shared.revision === own.draft.revision && shared.sealed === own.draft.sealed) {
      this.own.noteShared(id, shared.revision);
      return shared;
    }
    const isUnsent = own.draft.revision > own.sharedAt;
    if (!isUnsent && shared.revision > own.draft.revision) return this.taken(shared);
    // Nobody has saved it elsewhere since this instance went on by itself; or Redis was brought back from an older copy.
    if (shared.revision <= own.sharedAt) return this.sent(own, shared.revision);
    await this.keepApart(own);
    return this.taken(shared);
  }

  private taken(shared: Draft): Draft {
    this.own.take(shared);
    return shared;
  }

  /** Another instance may have been quicker: the next who asks finds what it sent. */
  private async sent({ draft }: OwnDraft, before: number): Promise<Draft> {
    if (await this.ifThere(() => this.shared.put(draft, before))) this.own.noteShared(draft.id, draft.revision);
    return draft;
  }

  /** Under an id that follows from what is in it, so that it is kept apart once however often this is tried. */
  private async keepApart({ draft }: OwnDraft): Promise<void> {
    if (draft.sealed === null) return;
    const apart = keptApart(draft, hashOf(`${draft.id} ${draft.sealed}`));
    this.own.putOwn(apart, 0);
    await this.ifThere(() => this.shared.put(apart, 0));
  }

  private async ifThere<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const answer = await ask();
      this.isAway = false;
      return answer;
    } catch (error) {
      if (!this.isAway) this.parts.onTrouble(error);
      this.isAway = true;
      return undefined;
    }
  }
}
