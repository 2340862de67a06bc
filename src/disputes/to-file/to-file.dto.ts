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

/** The latest first. */
@ApiSchema({ name: 'ToFilePage' })
export class ToFilePageDto {
  @ApiProperty({ type: [ToFileDto] })
  items: ToFileDto[];
  /** There is more than is shown: it comes once these are filed. */
  hasMore: boolean;
}
