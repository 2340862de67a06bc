import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** A controller of meetings, under `/api/v1/challenge/<things>`. */
export const ChallengeRoute = (things: string): ClassDecorator =>
  applyDecorators(ApiTags('Challenge meetings'), Controller(`api/v1/challenge/${things}`)) as ClassDecorator;
