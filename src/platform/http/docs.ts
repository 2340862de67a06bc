import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOperation,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  ApiSchema,
  getSchemaPath,
  ApiExtraModels,
} from '@nestjs/swagger';
import { titleOf } from './problem.js';
import { WrittenDto } from './written.dto.js';

@ApiSchema({ name: 'FieldError' })
class FieldErrorDto {
  @ApiProperty({ type: String, description: 'JSON pointer into the body, or the name of a header or parameter.' })
  pointer: string;
  @ApiProperty({ type: String, description: 'What is wrong and how to mend it.' })
  message: string;
}

/** RFC 9457. */
@ApiSchema({ name: 'Problem' })
export class ProblemDto {
  @ApiProperty({ type: String, format: 'uri', example: 'urn:footprint:problem:not-yours' })
  type: string;
  @ApiProperty({ type: String })
  title: string;
  @ApiProperty({ type: 'integer' })
  status: number;
  @ApiProperty({ type: String, description: 'Stable, for programs.', example: 'not-yours' })
  code: string;
  @ApiProperty({ type: String, description: 'What happened and what to do next.' })
  detail: string;
  @ApiProperty({ type: String, description: 'Say it when you ask for help: it finds the request in the log.' })
  correlationId: string;
  @ApiProperty({ type: [FieldErrorDto], required: false })
  errors?: FieldErrorDto[];
  @ApiProperty({ type: 'integer', required: false, description: 'How many errors there are that are not shown.' })
  moreErrors?: number;
  @ApiProperty({ type: Object, required: false })
  details?: object;
}

const problems = (...statuses: number[]): MethodDecorator[] =>
  statuses.map((status) =>
    ApiResponse({
      status,
      description: titleOf(status),
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    }),
  );

const header = (name: string, description: string): MethodDecorator =>
  ApiHeader({ name, description, required: false, schema: { type: 'string' } });

const WHO = [
  header('Footprint-Post', 'The post from which you act, where you hold several: its id or its title.'),
  header('Footprint-Acting-For', 'The IRO or chair you cover, or enter for: their id, or their name.'),
];
const tag = (description: string, example: string) => ({ description, schema: { type: 'string' as const, example } });
const ETAG_OF_WRITE = tag('The revision, in quotation marks: for If-Match.', '"3"');
const ETAG_OF_READING = tag(
  'The revision, and a digest of this answer as this reader gets it: for If-Match, where the revision counts, and for If-None-Match, where all of it does.',
  '"3.Jq8xN0bD2mYw5cVr1LkPfA"',
);

export interface Doc {
  readonly operationId: string;
  readonly summary: string;
}

/** Describes a route that writes, and answers 200 with where the thing then stands. */
export const Writes = (doc: Doc, { status = 200, answer = WrittenDto as Type } = {}): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiOperation(doc),
    ApiBearerAuth(),
    ApiExtraModels(ProblemDto),
    header(
      'Idempotency-Key',
      'Id of this command, 1 to 100 visible characters. The same again has one effect and the same answer.',
    ),
    header(
      'If-Match',
      'ETags of what you read, or * for whatever there is: refused with 412 where no strong one has the revision of now.',
    ),
    ...WHO,
    ApiResponse({
      status,
      type: answer,
      description: 'Done, or done before.',
      headers: {
        ETag: ETAG_OF_WRITE,
        'Footprint-Position': { description: 'Where the log then stood.', schema: { type: 'string' } },
        'Idempotency-Key': {
          description: 'Id of the command, made here if none was sent.',
          schema: { type: 'string' },
        },
      },
    }),
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 429, 503),
  ) as MethodDecorator;

/** Describes a route that reads. */
export const Reads = (doc: Doc, answer: Type | [Type], { one = false } = {}): MethodDecorator =>
  applyDecorators(
    ApiOperation(doc),
    ApiBearerAuth(),
    ApiExtraModels(ProblemDto),
    header('Footprint-Position', 'Wait up to a second for this write to be readable.'),
    ApiQuery({ name: 'position', required: false, description: 'As Footprint-Position.', schema: { type: 'string' } }),
    ...(one
      ? [header('If-None-Match', 'ETags of what you have, or *: 304 if what you would get is one of them.')]
      : []),
    ...WHO,
    ApiResponse({
      status: 200,
      type: answer as Type,
      description: 'As it stands.',
      headers: {
        ...(one ? { ETag: ETAG_OF_READING } : {}),
        'Footprint-Position-Reached': {
          description: 'Where a position was given: whether the answer has that write in it yet.',
          schema: { type: 'string', enum: ['true', 'false'] },
        },
      },
    }),
    ...problems(400, 401, 403, 404, ...(one ? [412] : []), 429, 503),
  ) as MethodDecorator;
