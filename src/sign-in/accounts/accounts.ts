import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { FoldedStream } from '../../platform/folded-stream.js';
import { freeReference } from '../../platform/free-reference.js';
import { hashOf } from '../../platform/secret.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK } from '../../platform/tokens.js';
import type { AccountNames, Identity } from '../oidc/identity.js';
import { ACCOUNT_PREFIX, accountDecider, accountStream, type AccountState } from './account.js';
import type { AccountEvent } from './events.js';

/** Acts where somebody has proved who they are to the identity provider, and is nobody here yet. */
const SIGN_IN = { person: 'sign-in', post: null, role: null } as const;

/** The people whom accounts of the identity provider sign in. Asked of the log, so that a tie counts on every instance at the next request. */
@Injectable()
export class Accounts {
  private readonly known = new Map<string, FoldedStream<AccountState | null, AccountEvent>>();

  constructor(
    private readonly executor: Executor,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The account with an identity. The first time it is put on record, for an administrator to say whose it is.
   * @throws StoreUnavailable where the log cannot be asked
   */
  async meet(identity: Identity, names: AccountNames): Promise<{ account: string; person: string | null }> {
    const seed = seedOf(identity);
    const account = await freeReference(ACCOUNT_PREFIX, seed, accountStream, this.store, (events) =>
      isOf(identity, events),
    );
    const person = await this.personOf(account);
    if (this.known.has(account)) return { account, person };
    const act = { type: 'meet', account, ...identity, ...names } as const;
    const envelope = { commandId: seed, actor: SIGN_IN, occurredAt: this.clock.now() };
    const { state } = await this.executor.execute(accountStream(account), accountDecider, act, null, envelope);
    return { account, person: state?.person ?? null };
  }

  /** Person id of whom an account signs in now; null where that is nobody. */
  async personOf(account: string): Promise<string | null> {
    const stream = this.known.get(account) ?? new FoldedStream(this.store, accountStream(account), accountDecider);
    const state = await stream.current();
    if (state !== null) this.known.set(account, stream);
    return state?.person ?? null;
  }
}

/** From what the reference of an account follows: there is one account for each identity. */
export const seedOf = ({ issuer, tenant, object }: Identity): string =>
  `account ${hashOf(JSON.stringify([issuer, tenant, object]))}`;

const isOf = ({ issuer, tenant, object }: Identity, [first]: readonly RecordedEvent[]): boolean => {
  const met = first?.data as Partial<Identity> | undefined;
  return met?.issuer === issuer && met.tenant === tenant && met.object === object;
};
