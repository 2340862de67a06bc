import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { PersonShownDto } from '../read/dispute.dto.js';

/** The parts of a letter, in their order. */
export const LETTER_PARTS = ['raised', 'answered', 'changed', 'from-now-on'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** A sentence that the record fills; the IRO chooses whether it stands in the letter. */
@ApiSchema({ name: 'LetterSentence' })
export class LetterSentenceDto {
  /** Stays the same while the record does: `answer-1-1`. */
  code: string;
  @ApiProperty({ type: String, enum: LETTER_PARTS })
  part: LetterPart;
  text: string;
  /** It stands in the letter unless it is left out. */
  isUsual: boolean;
  /** Some words of it are quoted from the record: the IRO reads whether a child can read them. */
  isQuoted: boolean;
}

/**
 * The sentences of which a letter to a child or young person about one dispute is made. Legal advice and correspondence with Cafcass are in
 * none of them, and nothing is sent.
 */
@ApiSchema({ name: 'ChildsLetter' })
export class LetterDto {
  reference: string;
  /** Nothing where the child has died. */
  @ApiProperty({ type: [LetterSentenceDto] })
  sentences: LetterSentenceDto[];
  /** The IRO who writes; null where nobody holds it. */
  @ApiProperty({ type: PersonShownDto, nullable: true })
  from: PersonShownDto | null;
  /** How many children it is about: each has a letter of their own. */
  children: number;
  hasDied: boolean;
  @ApiProperty({ type: String, format: 'date' })
  writtenOn: string;
}
