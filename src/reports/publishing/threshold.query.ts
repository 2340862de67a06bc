import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { type Audience, thresholdFor } from '../disclosure/small.js';

/** Below which a number is small in a report that is begun now for some readers, as it is set. */
export class FindThreshold extends Query<number> {
  constructor(readonly audience: Audience) {
    super();
  }
}

@QueryHandler(FindThreshold)
export class FindThresholdHandler implements IQueryHandler<FindThreshold> {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smallNumbers'>) {}

  execute({ audience }: FindThreshold): Promise<number> {
    return Promise.resolve(thresholdFor(audience, this.config.smallNumbers));
  }
}
