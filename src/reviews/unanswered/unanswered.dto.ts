import { ApiSchema } from '@nestjs/swagger';
import { ChildShownDto } from '../../disputes/read/dispute.dto.js';

@ApiSchema({ name: 'UnansweredStandard' })
export class UnansweredStandardDto {
  /** Of the check. */
  reference: string;
  kind: string;
  child: ChildShownDto;
  heldOn: string;
  standard: string;
  text: string;
  /** `to-answer`; or `to-decide`: not met, and neither raised nor written down why not. */
  outstanding: string;
}

@ApiSchema({ name: 'UnansweredStandards' })
export class UnansweredStandardsDto {
  items: UnansweredStandardDto[];
}
