import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/tokens.js';
import { CouncilStanding } from './standing.js';

/** What the council is called: by the name that somebody gave on its record, and before that by the setting of the server. */
@Injectable()
export class CouncilCalled {
  private last: string;

  constructor(
    private readonly standing: CouncilStanding,
    @Inject(CONFIG) private readonly config: Pick<Config, 'council'>,
  ) {
    this.last = config.council;
  }

  /** While the log cannot be asked, the name that was known last: a page is drawn all the same. */
  async now(): Promise<string> {
    const council = await this.standing.current().catch(() => undefined);
    if (council !== undefined) this.last = council.name ?? this.config.council;
    return this.last;
  }
}
