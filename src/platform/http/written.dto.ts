import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Execution } from '../executor.js';

/** Help for the writer. It never stops anything. */
@ApiSchema({ name: 'Advice' })
export class AdviceDto {
  @ApiProperty({ type: String, example: 'date-not-a-date' })
  code: string;
  @ApiProperty({ type: String })
  message: string;
  @ApiProperty({ type: String, required: false, description: 'JSON pointer to the field it speaks of.' })
  pointer?: string;
}

/** The answers to commands that gave no event. It is no part of the answer itself. */
const withoutEffect = new WeakSet<WrittenDto>();

/** Whether a command changed nothing, so that what it says was on record already. A command that is sent again is answered as the first time. */
export const hasChangedNothing = (written: WrittenDto): boolean => withoutEffect.has(written);

/** Whoever asks a program for something and gets 200 believes that it is done, so an answer to what changed nothing says so. */
const CHANGES_NOTHING: AdviceDto = {
  code: 'changes-nothing',
  message: 'This changes nothing, so nothing was recorded.',
};

/** The answer to every write. */
@ApiSchema({ name: 'Written' })
export class WrittenDto {
  @ApiProperty({ type: String, description: 'Reference or id of what was written.', example: 'DRP-7K4M-2QXH' })
  readonly reference: string;
  @ApiProperty({ type: Number, description: 'Its revision now; also in the ETag header.', example: 1 })
  readonly revision: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Send it with a read (header Footprint-Position, or ?position=) to make it wait for this write.',
  })
  readonly position: string | null;
  @ApiProperty({ type: Boolean, description: 'True where this command had been carried out before.' })
  readonly repeated: boolean;
  @ApiProperty({ type: [AdviceDto] })
  readonly advice: AdviceDto[];

  constructor(reference: string, execution: Execution<unknown>, moreAdvice: readonly AdviceDto[] = []) {
    this.reference = reference;
    this.revision = execution.revision;
    this.position = execution.position ?? null;
    this.repeated = execution.repeated;
    const changesNothing = execution.events.length === 0 && !execution.repeated;
    if (changesNothing) withoutEffect.add(this);
    this.advice = [
      ...(changesNothing ? [CHANGES_NOTHING] : []),
      ...execution.events.flatMap(({ data }) => (data.adviceGiven ?? []) as unknown as AdviceDto[]),
      ...moreAdvice,
    ];
  }

  /** The answer to what is kept outside the log, as a draft is. */
  static beside(reference: string, revision: number): WrittenDto {
    const position: string | null = null;
    const kept = { reference, revision, position, repeated: false, advice: [] };
    return Object.assign(Object.create(WrittenDto.prototype) as WrittenDto, kept);
  }

  /** The same answer with more help for the writer after what it has. */
  withAdvice(more: readonly AdviceDto[]): WrittenDto {
    const answer = Object.create(WrittenDto.prototype) as WrittenDto;
    if (withoutEffect.has(this)) withoutEffect.add(answer);
    return Object.assign(answer, this, { advice: [...this.advice, ...more] });
  }
}

/** One thing as it stood at a revision; its ETag holds that and a digest of the body. */
export class Versioned<Body> {
  constructor(
    readonly body: Body,
    readonly revision: number,
  ) {}
}
