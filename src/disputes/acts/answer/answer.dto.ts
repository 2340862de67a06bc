import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../../access/named/field.js';
import { Choice, Many, Narrative } from '../../../platform/http/fields.js';
import type { Agreement } from '../../events.js';
import { Evidence } from '../../documents/evidence.js';
import { WantedActionDto } from '../wanted-action.dto.js';
import { WantedResponseDto } from '../wanted-response.dto.js';

/** The manager’s answer. Nobody can alter it afterwards. */
@ApiSchema({ name: 'Answer' })
export class AnswerDto {
  @Choice(['agree', 'partly', 'disagree'])
  agreement: Agreement;

  @Narrative()
  reasons: string;

  @Many(() => WantedResponseDto, {
    optional: true,
    description: 'Of each action that was asked for, whether it is accepted, changed or declined.',
  })
  responses?: WantedResponseDto[] | null;

  /** The actions that will be done, by whom and by when. */
  @Many(() => WantedActionDto, { optional: true })
  actions?: WantedActionDto[];

  @Narrative({ optional: true })
  evidence?: string | null;

  @Evidence()
  documents?: string[] | null;

  @NamedMany('team', {
    optional: true,
    description: 'Where the teams of siblings must each answer: those for which this does. Your own unless told.',
  })
  forTeams?: string[] | null;
}
