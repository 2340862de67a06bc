import type { Chance } from '../../src/demonstration/chance.js';
import type { Answered, Entry, Ledger } from './ledger.js';

/** The address at which the program serves just now; it waits while the program is down. */
export interface Served {
  at(): Promise<string>;
}

/** An answer that a client must not be given. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

export interface ClientOptions {
  /** The token of a person at an address; by default that of the demonstration council's door, where a restart signs everybody out. */
  readonly tokenOf?: (person: string, address: string) => string | Promise<string>;
  /** Told of every command that was acknowledged, before the client does anything else. */
  readonly afterwards?: (entry: Entry) => Promise<void>;
}

/** A program over HTTP that tries a command until it is answered, whatever becomes of the program meanwhile. */
export class Client {
  private readonly tokens = new Map<string, string>();
  repeats = 0;

  constructor(
    private readonly served: Served,
    private readonly ledger: Ledger,
    private readonly chance: Chance,
    private readonly options: ClientOptions = {},
  ) {}

  /** Sends it, and now and then sends it again at once, or under the same id with other words. */
  async post(person: string, url: string, body: (words: string) => object): Promise<string> {
    const entry = this.ledger.add(person, url, body);
    entry.answered = await this.untilAnswered(entry);
    if (entry.unanswered > 0 && entry.answered.body.repeated === true) this.ledger.hadBeenDone++;
    await this.options.afterwards?.(entry);
    if (this.chance.happens(10)) await this.again(entry);
    if (this.chance.happens(5)) await this.withOtherWords(entry);
    return String(entry.answered.body.reference);
  }

  /** The program has started again, and may serve where it did before: it knows nobody who had signed in. */
  signedOut(): void {
    this.tokens.clear();
  }

  /** A command that was acknowledged is answered in the same words, and nothing is written. */
  async again(entry: Entry): Promise<void> {
    this.repeats++;
    const { answered } = entry;
    const before = JSON.stringify({ ...answered!, body: { ...answered!.body, repeated: true } });
    const now = JSON.stringify(await this.untilAnswered(entry));
    if (now !== before) throw new WrongAnswer(`${entry.url} was answered ${before}, and then ${now}`);
  }

  private async withOtherWords(entry: Entry): Promise<void> {
    const [field] = Object.entries(entry.body).find(([, value]) => String(value).startsWith('By ')) ?? [];
    if (field === undefined) return;
    const other = { ...entry, body: { ...entry.body, [field]: 'Something else.' } };
    const { status, body } = await this.untilSettled(other);
    if (status !== 409 || body.code !== 'command-id-used-before')
      throw new WrongAnswer(`${entry.url} took other words under the same id: ${status} ${JSON.stringify(body)}`);
  }

  private async untilAnswered(entry: Entry): Promise<Answered> {
    const answered = await this.untilSettled(entry);
    if (answered.status >= 300)
      throw new WrongAnswer(`${entry.person} ${entry.url}: ${answered.status} ${JSON.stringify(answered.body)}`);
    return answered;
  }

  /** The outcome of what is not answered is unknown, so it is sent again; so is what the program asks to be sent again. */
  private async untilSettled(entry: Entry): Promise<Answered> {
    for (;;) {
      const address = await this.served.at();
      try {
        const answered = await this.send(address, entry);
        if (answered.status === 503) continue;
        return answered;
      } catch (error) {
        if (!isCutOff(error)) throw error;
        entry.unanswered++;
      }
    }
  }

  private async send(address: string, { person, url, body, commandId }: Entry): Promise<Answered> {
    const response = await fetch(`${address}/api/v1${url}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await (this.options.tokenOf ?? this.tokenOf)(person, address)}`,
        'content-type': 'application/json',
        'idempotency-key': commandId,
      },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (await response.json()) as Answered['body'],
    };
  }

  private readonly tokenOf = async (person: string, address: string): Promise<string> => {
    const key = `${person} at ${address}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const response = await fetch(`${address}/api/v1/demonstration/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: person }),
    });
    const { token } = (await response.json()) as { token: string };
    this.tokens.set(key, token);
    return token;
  };
}

/** The message of `fetch` when the other side is gone, before or in the middle of its answer. */
export const isCutOff = (error: unknown): boolean => ['fetch failed', 'terminated'].includes((error as Error).message);
