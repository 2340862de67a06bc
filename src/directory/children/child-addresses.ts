import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKey } from '../../platform/address-key.js';
import { notFound } from '../../platform/http/problem.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';

/** Letters of an address: too many to be guessed, and none of them says anything of the child. */
const LENGTH = 16;

/**
 * The addresses of children’s pages. An address stands in the history of a browser and in the logs of proxies, so it holds no record
 * number, but what a key makes of it.
 */
@Injectable()
export class ChildAddresses {
  private readonly children = new Map<string, string>();

  constructor(
    private readonly key: AddressKey,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** `/children/<address>` */
  pathOf(child: string): string {
    return `/children/${this.addressOf(child)}`;
  }

  /** @throws Problem `not-found` for what is the address of no child */
  childAt(address: string): string {
    const known = this.children.get(address);
    if (known !== undefined) return known;
    for (const { child } of this.readModels.all<{ child: string }>('SELECT child FROM children', {}))
      this.children.set(this.addressOf(child), child);
    const found = this.children.get(address);
    if (found === undefined) throw notFound();
    return found;
  }

  private addressOf(child: string): string {
    return createHmac('sha256', this.key.of()).update(child).digest('base64url').slice(0, LENGTH);
  }
}
