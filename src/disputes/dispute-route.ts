import { applyDecorators, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Permission } from '../access/access-table.js';
import { Writes } from '../platform/http/docs.js';

/** A controller under `/api/v1/disputes`. */
export const DisputeRoute = (): ClassDecorator =>
  applyDecorators(ApiTags('Disputes'), Controller('api/v1/disputes')) as ClassDecorator;

type ActName = Permission extends infer Each ? (Each extends `dispute.${infer Act}` ? Act : never) : never;

/** `POST /disputes/:reference/<act>`. Its row of the access table stands beside it: `@Permits('dispute.<act>')`. */
export const ActOn = (act: ActName, summary: string): MethodDecorator =>
  applyDecorators(
    Post(`:reference/${act}`),
    Writes({ operationId: camelCase(`${act}-dispute`), summary }),
  ) as MethodDecorator;

const camelCase = (words: string): string => words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
