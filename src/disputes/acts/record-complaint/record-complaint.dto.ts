import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Choice, Name } from '../../../platform/http/fields.js';
import { COMPLAINT_STATES, type ComplaintState } from '../../events.js';

/** How a complaint stands that is linked to the dispute. */
@ApiSchema({ name: 'RecordComplaint' })
export class RecordComplaintDto {
  @Name({ description: 'Number of the complaint, as it is linked.' })
  complaint: string;

  @Choice(COMPLAINT_STATES)
  state: ComplaintState;

  @Dated('in-the-life', { description: 'Day on which it came to be so.' })
  on: string;
}
