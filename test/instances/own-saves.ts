import type { Chance } from '../../src/demonstration/chance.js';
import { isCutOff } from '../faults/client.js';
import type { Entry } from '../faults/ledger.js';

interface Page {
  readonly items: readonly { readonly reference: string; readonly revision: number }[];
  readonly next: string | null;
}

/** Reads, after a save, what was saved: as a program that sends the position, or as a browser that sends a cookie. */
export class OwnSaves {
  /** Saves that an answer did not have in it, though it did not say so. */
  readonly undone: string[] = [];
  private seen = 0;
  private onTheirWay = 0;

  constructor(
    private readonly address: string,
    private readonly tokenOf: (person: string) => string,
    private readonly chance: Chance,
  ) {}

  async mustShow(entry: Entry): Promise<void> {
    const { url, answered } = entry;
    if (!url.startsWith('/disputes')) return;
    const { reference, revision } = answered!.body as { reference: string; revision: number };
    // At once, and from the read models first: they are what may lag.
    if (this.chance.happens(80)) await this.mustList(entry, reference, revision);
    const shown = await this.get(entry, `/disputes/${reference}`);
    if (shown !== undefined) this.take(entry, shown.body.revision, revision, shown.reached);
  }

  figures(): { seen: number; onTheirWay: number } {
    return { seen: this.seen, onTheirWay: this.onTheirWay };
  }

  private async mustList(entry: Entry, reference: string, revision: number): Promise<void> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const shown = await this.get(entry, `/disputes?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
      if (shown === undefined) return;
      const page = shown.body as unknown as Page;
      const row = page.items.find((each) => each.reference === reference);
      if (row !== undefined || page.next === null || !shown.reached)
        return this.take(entry, row?.revision, revision, shown.reached);
      cursor = page.next;
    }
  }

  private take({ url }: Entry, found: number | undefined, saved: number, reached: boolean): void {
    if (!reached) this.onTheirWay++;
    else if (found === undefined || found < saved) this.undone.push(`${url} at ${saved}: read ${found}`);
    else this.seen++;
  }

  /** Undefined where an instance died over it: a reader asks again, and this one has other work. */
  private async get(
    { person, answered }: Entry,
    url: string,
  ): Promise<{ body: { revision: number }; reached: boolean } | undefined> {
    const position = String(answered!.body.position);
    const sent = this.chance.happens(50)
      ? { 'footprint-position': position }
      : { cookie: `footprint-position=${position}` };
    try {
      const response = await fetch(`${this.address}/api/v1${url}`, {
        headers: { authorization: `Bearer ${this.tokenOf(person)}`, ...sent },
      });
      const body = (await response.json()) as { revision: number };
      if (response.status !== 200) return undefined;
      return { body, reached: response.headers.get('footprint-position-reached') === 'true' };
    } catch (error) {
      if (!isCutOff(error)) throw error;
      return undefined;
    }
  }
}
