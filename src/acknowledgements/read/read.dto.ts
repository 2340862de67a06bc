import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';

@ApiSchema({ name: 'ThankedShown' })
export class ThankedShownDto {
  person: PersonShownDto | null;
  name: string | null;
  agency: string | null;
}

@ApiSchema({ name: 'ThanksTakenBack' })
export class ThanksTakenBackDto {
  text: string;
  because: string;
}

/** One acknowledgement as it stands. */
@ApiSchema({ name: 'Acknowledgement' })
export class AcknowledgementDto {
  reference: string;
  ownReference: string | null;
  /** `given`, `withdrawn` or `imported`. */
  status: string;
  givenOn: string;
  givenBy: PersonShownDto | null;
  giverRole: string | null;
  team: TeamShownDto;
  children?: ChildShownDto[];
  theme: string;
  wholeTeam: boolean;
  @ApiProperty({ type: [ThankedShownDto], required: false })
  people?: ThankedShownDto[];
  whatTheyDid?: string | null;
  differenceForChild?: string | null;
  /** A word back from those who were thanked. */
  thanks?: string[];
  /** Words that were taken back by whoever had sent them. */
  @ApiProperty({ type: [ThanksTakenBackDto], required: false })
  thanksTakenBack?: ThanksTakenBackDto[];
  /** The reader’s own word among them, which they are shown wherever they may open it; null where they have said none that stands. */
  yourThanks: string | null;
  /** Why it was withdrawn; left out where it stands. */
  withdrawnBecause?: string;
  /** Counts from 1; more than 1 after a correction. */
  version: number;
  revision: number;
}
