import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ChildShownDto } from '../read/dispute.dto.js';

export const WHY_TO_FILE = ['raised', 'ended', 'raised-and-ended'] as const;

/** Something that is not yet noted as filed on the record of one child. */
@ApiSchema({ name: 'ToFile' })
export class ToFileDto {
  reference: string;
  child: ChildShownDto;
  /** The events since a copy was last filed: it was raised, it ended, or both. */
  @ApiProperty({ type: String, enum: WHY_TO_FILE })
  why: (typeof WHY_TO_FILE)[number];
  /** The day of the latest of it. */
  since: string;
  /** In plain words, to copy into the child’s record. It names no other child, and nothing that somebody wrote. */
  text: string;
}

/** An IRO who holds, or a team that had, some of what is to be filed. */
@ApiSchema({ name: 'ToFileOf' })
export class ToFileOfDto {
  id: string;
  name: string | null;
  count: number;
}

/** The latest first. */
@ApiSchema({ name: 'ToFilePage' })
export class ToFilePageDto {
  @ApiProperty({ type: [ToFileDto] })
  items: ToFileDto[];
  /** There is more than is shown: it comes once these are filed. */
  hasMore: boolean;
  /** How many there are in all. */
  count: number;
  /** The same by the IRO who holds the dispute; one that nobody holds is in none. */
  @ApiProperty({ type: [ToFileOfDto] })
  iros: ToFileOfDto[];
  /** The same by the team of the dispute. */
  @ApiProperty({ type: [ToFileOfDto] })
  teams: ToFileOfDto[];
}
