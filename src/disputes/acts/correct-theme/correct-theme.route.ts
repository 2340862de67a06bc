import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { CorrectThemeDto } from './correct-theme.dto.js';

@DisputeRoute()
export class CorrectThemeRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('correct-theme', 'Correct the theme')
  @Permits('dispute.correct-theme')
  correctTheme(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: CorrectThemeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const secondaryThemes = body.secondaryThemes === null ? [] : body.secondaryThemes;
    return this.authorised.act(
      reference,
      { type: 'correct-theme', theme: body.theme, secondaryThemes, reason: body.reason },
      sent,
    );
  }
}
