import { ApiProperty, ApiSchema } from '@nestjs/swagger';

export const SET_UP_STEPS = [
  'name',
  'words',
  'calendar',
  'teams',
  'posts',
  'iro-manager',
  'children',
  'protocol',
  'register',
] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

@ApiSchema({ name: 'SetUpStep' })
export class SetUpStepDto {
  @ApiProperty({ type: String, enum: SET_UP_STEPS })
  step: SetUpStep;
  isDone: boolean;
  /** Whether the council cannot be opened without it. */
  isNeeded: boolean;
  /** How it stands, in words. */
  says: string;
}

/** How far the set-up of the council has come, step by step; each can be left and taken up again. */
@ApiSchema({ name: 'SetUp' })
export class SetUpDto {
  @ApiProperty({ type: String, enum: ['set-up', 'open'] })
  standing: 'set-up' | 'open';
  @ApiProperty({ type: [SetUpStepDto] })
  steps: SetUpStepDto[];
}
