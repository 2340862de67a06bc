import { ApiSchema } from '@nestjs/swagger';
import { CountedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'IroShown' })
export class IroShownDto {
  /** Person id. */
  id: string;
  name: string;
}

@ApiSchema({ name: 'WorkOfIro' })
export class WorkOfIroDto {
  informal: CountedDto;
  formal: CountedDto;
  acknowledgement: CountedDto;
  /** Preparation and midway checks, and assessments after 18, by the day for which they are held. */
  check: CountedDto;
  /** Those of one review together, by the day sent. */
  recommendations: CountedDto;
}

@ApiSchema({ name: 'QuarterOfIro' })
export class QuarterOfIroDto {
  quarter: string;
  work: WorkOfIroDto;
  /** Of its checks, those with a standard to answer or to decide about. */
  checksUnfinished: CountedDto;
  /** Of its recommendations, those that wait for an answer, or for the IRO to decide. */
  recommendationsWaiting: CountedDto;
}

@ApiSchema({ name: 'IroInService' })
export class IroInServiceDto {
  iro: IroShownDto;
  /** Allocated to them today. */
  children: number;
  /** Disputes that they hold today. */
  open: CountedDto;
  late: CountedDto;
  /** The earliest first. */
  quarters: QuarterOfIroDto[];
}

@ApiSchema({ name: 'WorkUnknown' })
export class WorkUnknownDto {
  informal: string | null;
  formal: string | null;
  acknowledgement: string | null;
  check: string | null;
  recommendations: string | null;
}

@ApiSchema({ name: 'QuarterKept' })
export class QuarterKeptDto {
  quarter: string;
  /** The reason why nothing is known of a kind of work; null if it is known. */
  whyUnknown: WorkUnknownDto;
}

/** The IRO service, IRO by IRO: A to Z, never by count. */
@ApiSchema({ name: 'IroService' })
export class IroServiceDto {
  asAt: string;
  /** The quarters of each IRO, the earliest first. */
  periods: QuarterKeptDto[];
  iros: IroInServiceDto[];
}
