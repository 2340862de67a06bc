import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ActorShownDto, LegalAdviceDto, PersonShownDto } from '../read/dispute.dto.js';

/** Advice that was taken, with who recorded it and when. */
@ApiSchema({ name: 'LegalAdviceRecorded' })
export class AdviceRecordedDto extends LegalAdviceDto {
  recordedBy: ActorShownDto;
  recordedAt: string;
}

/** The legal advice about one dispute and nothing else of it, to be printed apart from every copy that others read. */
@ApiSchema({ name: 'LegalAdviceAlone' })
export class AdviceAloneDto {
  reference: string;
  @ApiProperty({ type: String, enum: ['OFFICIAL-SENSITIVE'] })
  classification: 'OFFICIAL-SENSITIVE';
  /** In the order in which it was recorded. */
  @ApiProperty({ type: [AdviceRecordedDto] })
  advice: AdviceRecordedDto[];
  printedBy: PersonShownDto;
  printedAt: string;
}
