import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** A controller of the directory, under `/api/v1/<things>`. */
export const DirectoryRoute = (things: string): ClassDecorator =>
  applyDecorators(ApiTags('Directory'), Controller(`api/v1/${things}`)) as ClassDecorator;
