import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'DueDatesAddress' })
export class DueDatesAddressDto {
  /** A person who knows it sees the due dates: references, what is asked and by when. Null where there is none. */
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
}
