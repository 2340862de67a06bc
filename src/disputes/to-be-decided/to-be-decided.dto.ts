import { ApiSchema } from '@nestjs/swagger';
import { ChildShownDto } from '../read/dispute.dto.js';

/** An open dispute that somebody must decide about, because of what happened to a child. */
@ApiSchema({ name: 'ToBeDecided' })
export class ToBeDecidedDto {
  reference: string;
  child: ChildShownDto;
  /** `died`, `left-care` or `turned-18`. */
  because: string;
  /** How care ended, where that was recorded. */
  how: string | null;
  on: string;
}

@ApiSchema({ name: 'ListToBeDecided' })
export class ListToBeDecidedDto {
  items: ToBeDecidedDto[];
}
