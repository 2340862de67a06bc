import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { londonDate } from '../../calendar/dates.js';
import { saysOn } from '../../protocol/words-now.js';
import { Readings } from '../../reading/readings.js';
import type { RegisterMapping } from '../mapping/mapping.js';
import type { RegisterFile } from '../reading/register-file.js';
import { councilFrom } from '../rows/council.js';
import { type CheckedRegister, checkRegister } from './check.js';
import { withCouncilHeadings } from './council-headings.js';
import { RegisterOnRecord } from './on-record.js';

/**
 * The rows that an import of these files would accept, fold and refuse. Nothing is recorded.
 * @throws UnreadableFile when a file cannot be read as one of the mapping's registers
 */
export class CheckRegister extends Query<CheckedRegister> {
  /** @param progress told the number of rows read so far, now and then */
  constructor(
    readonly files: readonly RegisterFile[],
    readonly mapping: RegisterMapping,
    readonly progress?: (rows: number) => void,
  ) {
    super();
  }
}

@QueryHandler(CheckRegister)
export class CheckRegisterHandler implements IQueryHandler<CheckRegister> {
  constructor(
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ files, mapping, progress }: CheckRegister): Promise<CheckedRegister> {
    const { directory, protocols, now } = await this.readings.now();
    const council = councilFrom(directory, protocols, now);
    const known = withCouncilHeadings(mapping, saysOn(protocols, londonDate(now)));
    return checkRegister(files, known, council, new RegisterOnRecord(this.store), progress);
  }
}
