import { ApiSchema } from '@nestjs/swagger';
import { PROGRAM_ROLES } from '../../access/access-table.js';
import { MOST_DAYS } from '../../access/tokens/token.js';
import { Choice, Name, Narrative, WholeNumber } from '../../platform/http/fields.js';

@ApiSchema({ name: 'MakeToken' })
export class MakeTokenDto {
  @Choice(['mine', 'program'], { description: 'Whether it is of whoever makes it, or of a program.' })
  whose: 'mine' | 'program';

  @Name({ optional: true, description: 'What a program is called.' })
  program?: string | null;

  @Choice(PROGRAM_ROLES, { optional: true, description: 'In which role a program asks.' })
  role?: string | null;

  @WholeNumber(1, MOST_DAYS)
  days: number;
}

@ApiSchema({ name: 'WithdrawToken' })
export class WithdrawTokenDto {
  @Narrative({ description: 'Why; no child’s details.' })
  reason: string;
}
