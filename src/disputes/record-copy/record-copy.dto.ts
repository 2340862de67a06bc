import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ChildShownDto, DisputeEndingDto, PersonShownDto, TeamShownDto, ThemeShownDto } from '../read/dispute.dto.js';

/** A text that somebody wrote in an entry. */
@ApiSchema({ name: 'WrittenInEntry' })
export class WrittenInEntryDto {
  label: string;
  lines: string[];
  isList: boolean;
}

/** One thing that happened, as the child’s file has it. */
@ApiSchema({ name: 'RecordCopyEntry' })
export class RecordCopyEntryDto {
  /** Revision of the dispute. */
  revision: number;
  occurredAt: string;
  sentence: string;
  /** Nothing, where the entry was taken back as a mistake. */
  @ApiProperty({ type: [WrittenInEntryDto] })
  written: WrittenInEntryDto[];
}

/** An agreed action, of which the entries say the words. */
@ApiSchema({ name: 'ActionOnCopy' })
export class ActionOnCopyDto {
  /** The day on which it is said to have been done. */
  doneOn: string | null;
}

/** Says which state of the record the copy shows. */
@ApiSchema({ name: 'Receipt' })
export class ReceiptDto {
  /** SHA-256 over everything that the record said. */
  sha256: string;
  revision: number;
}

/**
 * A copy for the child’s own file: what was raised, answered and decided, in the order of its dates. Legal advice, correspondence with
 * Cafcass, and who opened the record never stand in it, whoever prints it.
 */
@ApiSchema({ name: 'RecordCopy' })
export class RecordCopyDto {
  reference: string;
  ownReference: string | null;
  @ApiProperty({ type: String, enum: ['OFFICIAL-SENSITIVE'] })
  classification: 'OFFICIAL-SENSITIVE';
  kind: string;
  /** `discussed`, `open`, `ended` or `imported`. */
  status: string;
  children: ChildShownDto[];
  population: string | null;
  theme: ThemeShownDto | null;
  secondaryThemes: ThemeShownDto[];
  team: TeamShownDto | null;
  raisedOn: string | null;
  raisedBy: PersonShownDto | null;
  enteredBy: PersonShownDto | null;
  heldBy: PersonShownDto | null;
  ending: DisputeEndingDto | null;
  /** In the order in which they were agreed. */
  @ApiProperty({ type: [ActionOnCopyDto] })
  actions: ActionOnCopyDto[];
  /** Versions of the council’s protocol under which its stages ran, each once. */
  protocolVersions: number[];
  @ApiProperty({ type: [RecordCopyEntryDto] })
  entries: RecordCopyEntryDto[];
  receipt: ReceiptDto;
  printedBy: PersonShownDto;
  printedAt: string;
}
