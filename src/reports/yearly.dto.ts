import { ApiSchema } from '@nestjs/swagger';

/** A figure, and the records it is made of. */
@ApiSchema({ name: 'Counted' })
export class CountedDto {
  count: number;
  /** Of these records, those that you may see. */
  references: string[];
}

@ApiSchema({ name: 'Shared' })
export class SharedDto extends CountedDto {
  /** Whole per cent, half up; null of nothing. */
  percent: number | null;
}

@ApiSchema({ name: 'SharedOf' })
export class SharedOfDto extends SharedDto {
  /** Of how many it is a share. */
  of: number;
}
