import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DueDatesAddresses } from './due-dates-addresses.js';
import type { DueDatesAddressDto } from './due-dates.dto.js';

/** The secret address of somebody’s due dates. A door asks it only of the person who is at it. */
export class ReadDueDatesAddress extends Query<DueDatesAddressDto> {
  constructor(readonly person: string) {
    super();
  }
}

@QueryHandler(ReadDueDatesAddress)
export class ReadDueDatesAddressHandler implements IQueryHandler<ReadDueDatesAddress> {
  constructor(private readonly addresses: DueDatesAddresses) {}

  async execute({ person }: ReadDueDatesAddress): Promise<DueDatesAddressDto> {
    return { address: await this.addresses.of(person) };
  }
}
