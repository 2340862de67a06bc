import type { Instant } from '../../calendar/calendar.js';
import { newSecret } from '../../platform/secret.js';
import type { AboutDocument } from '../document.js';
import { type DocumentHere, DocumentMissing, type DocumentStore, type Hold } from './document-store.js';

interface InMemory {
  readonly about: AboutDocument;
  readonly bytes: Buffer;
  touched: Instant;
  readonly holds: Map<string, string>;
}

/** Documents that end with the process, where nothing is kept on the disk. */
export class MemoryDocuments implements DocumentStore {
  private readonly all = new Map<string, InMemory>();

  async add(id: string, about: AboutDocument, bytes: Buffer, now: Instant): Promise<void> {
    this.all.set(id, { about, bytes: Buffer.from(bytes), touched: now, holds: new Map() });
  }

  async find(id: string): Promise<DocumentHere | undefined> {
    const found = this.all.get(id);
    return found && { about: found.about, sentBy: [...found.holds.values()] };
  }

  async *open(id: string): AsyncGenerator<Buffer> {
    const found = this.all.get(id);
    if (found === undefined) throw new DocumentMissing('There is no such document.');
    yield found.bytes;
  }

  async hold(id: string, sentBy: string): Promise<Hold | undefined> {
    const found = this.all.get(id);
    if (found === undefined) return undefined;
    const name = newSecret();
    found.holds.set(name, sentBy);
    return { document: id, name };
  }

  async letGo({ document, name }: Hold): Promise<void> {
    this.all.get(document)?.holds.delete(name);
  }

  async touch(id: string, now: Instant): Promise<void> {
    const found = this.all.get(id);
    if (found !== undefined) found.touched = now;
  }

  async forget(id: string): Promise<void> {
    if (this.all.get(id)?.holds.size === 0) this.all.delete(id);
  }

  async forgetBefore(moment: Instant): Promise<void> {
    for (const [id, { touched }] of this.all) if (touched < moment) await this.forget(id);
  }

  async *held(): AsyncGenerator<string> {
    for (const [id, { holds }] of this.all) if (holds.size > 0) yield id;
  }
}
