import { type ValidationError, ValidationPipe } from '@nestjs/common';
import * as transformer from 'class-transformer';
import * as validator from 'class-validator';
import { type FieldError, notValid } from './problem.js';

/** Checks every body and query against its class: nothing unknown passes, nothing is converted or trimmed. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    // Nest would load both while it runs. In the bundle (script/build-bundle.mjs) it would find nothing in them by name, because they are of
    // the older kind of module.
    transformerPackage: transformer,
    validatorPackage: validator,
    exceptionFactory: (errors) => notValid(errors.flatMap((error) => fieldErrors(error))),
  });

const pipe = validation();

/**
 * A body that a page has put together from its own form, as the API would take it.
 * @throws Problem `not-valid`
 */
export const bodyOfForm = async <Body extends object>(body: object, metatype: new () => Body): Promise<Body> =>
  (await pipe.transform(body, { type: 'body', metatype })) as Body;

/**
 * The query of an address as the API would read it, where a page has put it together from its own.
 * @throws Problem `not-valid`
 */
export const queryOfAddress = async <Query extends object>(
  asked: Readonly<Record<string, string>>,
  metatype: new () => Query,
): Promise<Query> => (await pipe.transform({ ...asked }, { type: 'query', metatype })) as Query;

const fieldErrors = (error: ValidationError, path = ''): FieldError[] => {
  const pointer = `${path}/${escaped(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    pointer,
    message: WORDS[rule] ?? message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
};

const WORDS: Readonly<Record<string, string>> = {
  whitelistValidation: 'This request has no such field: leave it out, or check how it is written.',
  nestedValidation: 'must be an object, or a list of objects, with the fields described at /api',
};

/** RFC 6901; a name made up by the sender is cut short before it is said back. */
const escaped = (property: string): string =>
  property.slice(0, 60).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
