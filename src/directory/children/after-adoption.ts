import type { AdviceDto } from '../../platform/http/written.dto.js';
import type { LeavingCare } from '../events.js';

/** Who may still read the records of an adopted child is for people to say: no list of readers follows by itself. */
export const adviceAfterAdoption = (because: LeavingCare): AdviceDto[] =>
  because === 'adopted'
    ? [
        {
          code: 'restrict-after-adoption',
          message:
            'The records of this child stay open to everybody who reads them now. Ask the IRO who holds each dispute to restrict it to ' +
            'those who still need it.',
          pointer: '/because',
        },
      ]
    : [];
