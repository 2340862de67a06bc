import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named, NamedMany } from '../../access/named/field.js';
import { Choice, Many, Name, Narrative } from '../../platform/http/fields.js';
import { RaiseDto } from '../../disputes/acts/raise/raise.dto.js';
import { ActorShownDto, ChildShownDto, PersonShownDto } from '../../disputes/read/dispute.dto.js';
import { CHECK_KINDS, type CheckKind, STANDARD_ANSWERS, type StandardAnswer } from '../events.js';

/** Before a review, midway between two, or an assessment of needs after 18. */
@ApiSchema({ name: 'BeginCheck' })
export class BeginCheckDto {
  @Choice(CHECK_KINDS)
  kind: CheckKind;

  @Named('child', { description: 'Record number.' })
  child: string;

  @Dated('review-of-the-child', { description: 'The day of the review, the audit or the assessment.' })
  heldOn: string;
}

@ApiSchema({ name: 'CheckStandard' })
export class CheckStandardDto {
  @Name({ description: 'Code of the standard, as the check lists it.' })
  standard: string;

  @Choice(STANDARD_ANSWERS)
  answer: StandardAnswer;

  @Narrative({ optional: true })
  note?: string | null;
}

@ApiSchema({ name: 'CheckStandards' })
export class CheckStandardsDto {
  @Many(() => CheckStandardDto)
  answers: CheckStandardDto[];
}

/** It was written down for another child. */
@ApiSchema({ name: 'MoveCheckToChild' })
export class MoveCheckToChildDto {
  @Named('child', { description: 'Record number of the child whom it is about.' })
  child: string;

  @Narrative()
  reason: string;
}

/** It was begun by mistake. */
@ApiSchema({ name: 'WithdrawCheck' })
export class WithdrawCheckDto {
  @Narrative({ description: 'Why it is withdrawn.' })
  reason: string;
}

/** "Decided not to raise, because …": a record worth keeping. */
@ApiSchema({ name: 'DecideNotToRaise' })
export class DecideNotToRaiseDto {
  @Name()
  standard: string;

  @Narrative()
  reason: string;
}

/** A dispute about a standard that is not met. It is linked to the check, which is the recorded origin of the concern. */
@ApiSchema({ name: 'RaiseFromCheck' })
export class RaiseFromCheckDto extends RaiseDto {
  @NamedMany('child-among-the-reviewed', { atLeastOne: true, most: 20, description: 'Record numbers.' })
  override children: string[];

  @Name()
  standard: string;
}

@ApiSchema({ name: 'StandardShown' })
export class StandardShownDto {
  code: string;
  text: string;
  /** Theme code that a concern about it would have. */
  theme: string;
  /** `met`, `not-met`, `does-not-apply`, or null. */
  answer: string | null;
  /** Left out for readers who may not read what was written. */
  note?: string | null;
  /** Raised about it; left out where the reader may not see that dispute. */
  dispute: string | null;
  /** Left out likewise. */
  notRaisedBecause?: string | null;
  /** The person who decided that, and for whom; null if nobody has. */
  notRaisedBy: ActorShownDto | null;
  notRaisedAt: string | null;
  /** `to-answer`, `to-decide`, or null. */
  outstanding: string | null;
}

@ApiSchema({ name: 'Check' })
export class CheckDto {
  reference: string;
  kind: string;
  child: ChildShownDto;
  iro: PersonShownDto;
  heldOn: string;
  withdrawn: boolean;
  /** Null where it was not; left out for readers who may not read what was written. */
  withdrawnBecause?: string | null;
  @ApiProperty({ type: [StandardShownDto] })
  standards: StandardShownDto[];
  revision: number;
}
