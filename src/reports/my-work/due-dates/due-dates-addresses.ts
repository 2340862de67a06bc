import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKey } from '../../../platform/address-key.js';
import type { Config } from '../../../platform/config/config.js';
import { Executor } from '../../../platform/executor.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { READ_MODELS } from '../../../platform/store-tokens.js';
import { CONFIG } from '../../../platform/tokens.js';
import { dueDatesDecider, dueDatesStream } from './due-dates.js';

/** Letters of the part that says whose it is: it names nobody, and is looked for before the secret is. */
const LETTERS_OF_WHOM = 16;

/** The secret addresses at which calendars find due dates. An address is kept nowhere, so nobody finds one in the log or in a backup. */
@Injectable()
export class DueDatesAddresses {
  private readonly people = new Map<string, string>();

  constructor(
    private readonly key: AddressKey,
    private readonly executor: Executor,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The whole address, for somebody to give to their calendar; null where they have none. */
  async of(person: string): Promise<string | null> {
    const number = await this.currentOf(person);
    if (number === null) return null;
    return `${this.config.site}/due-dates/feed/${this.whose(person)}/${this.secret(person, number)}/due-dates.ics`;
  }

  /** The person whose due dates an address shows; undefined if it was never given, was replaced, or was ended. */
  async personAt(whose: string, secret: string): Promise<string | undefined> {
    const person = this.personCalled(whose);
    const number = person === undefined ? null : await this.currentOf(person);
    if (person === undefined || number === null) return undefined;
    const [own, come] = [this.secret(person, number), secret].map((each) => Buffer.from(each));
    return own!.length === come!.length && timingSafeEqual(own!, come!) ? person : undefined;
  }

  private async currentOf(person: string): Promise<number | null> {
    return (await this.executor.load(dueDatesStream(person), dueDatesDecider)).state.current;
  }

  private personCalled(whose: string): string | undefined {
    const known = this.people.get(whose);
    if (known !== undefined) return known;
    for (const { person } of this.readModels.all<{ person: string }>('SELECT person FROM people', {}))
      this.people.set(this.whose(person), person);
    return this.people.get(whose);
  }

  private whose(person: string): string {
    return this.digestOf('whose', person).slice(0, LETTERS_OF_WHOM);
  }

  private secret(person: string, number: number): string {
    return this.digestOf('secret', person, String(number));
  }

  private digestOf(...parts: readonly string[]): string {
    return createHmac('sha256', `due dates ${this.key.of()}`).update(JSON.stringify(parts)).digest('base64url');
  }
}
