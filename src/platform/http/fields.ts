import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isFinancialYear, isLikeADay, isLocalDate } from '../../calendar/dates.js';
import { NAME, NARRATIVE, type TextRules, whyNotText } from './text.js';

/*
 * The fields that a body or a query may have. Each decorator checks its field and describes it in the OpenAPI document, so that the
 * two cannot disagree. Nothing is converted, trimmed or filled in.
 */

export interface FieldOptions {
  /** It may be left out, or be null. */
  readonly optional?: boolean;
  /** It may be null, and must not be left out: of a change, where null empties what it names. */
  readonly nullable?: boolean;
  readonly description?: string;
}

/** A check that gives the reason why a value will not do, or undefined. */
type WhyNot = (value: unknown) => string | undefined;

type ClassOf = () => new () => object;

/** The facts about a field besides its check: for code that walks through a body, or through the classes of all bodies. */
export interface FieldShape {
  /** The name of the decorator that described it: `narrative`, `day`, `named`. */
  readonly format: string;
  readonly isList: boolean;
  /** Class of the thing, or of each thing, that stands in it. */
  readonly of?: ClassOf;
  /** The name of the rule that says what it may name. */
  readonly rule?: string;
  /** The name of the rule that says what days it may hold. */
  readonly dateRule?: string;
  readonly pattern?: RegExp;
}

const SHAPES = Symbol('shapes of fields');

/** The fields of a body or a query by name, those of the classes that it extends too. */
export const shapesOf = (type: new () => object): ReadonlyMap<string, FieldShape> =>
  (Reflect.getMetadata(SHAPES, type.prototype) as ReadonlyMap<string, FieldShape> | undefined) ?? new Map();

const WITH_FIELDS = new Set<object>();

/** Every class of which some field was described: those of the API, and those that only a form of a page is read into. */
export const classesWithFields = (): (new () => object)[] =>
  [...WITH_FIELDS].map((prototype) => prototype.constructor as new () => object);

const shaped =
  (shape: FieldShape): PropertyDecorator =>
  (prototype, property) => {
    WITH_FIELDS.add(prototype);
    const before = Reflect.getMetadata(SHAPES, prototype) as ReadonlyMap<string, FieldShape> | undefined;
    Reflect.defineMetadata(SHAPES, new Map([...(before ?? []), [String(property), shape]]), prototype);
  };

const field = (
  name: string,
  whyNot: WhyNot,
  schema: Record<string, unknown>,
  { optional = false, nullable = false, description }: FieldOptions,
  shape: Partial<FieldShape> = {},
): PropertyDecorator =>
  applyDecorators(
    shaped({ format: name, isList: false, ...shape }),
    ...(optional ? [IsOptional()] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    ValidateBy({
      name,
      validator: {
        validate: (value) => whyNot(value) === undefined,
        defaultMessage: (sent) => whyNot(sent?.value) ?? 'is not right',
      },
    }),
    described(schema, optional, description, optional || nullable),
  );

const described = (
  schema: object,
  optional: boolean,
  description: string | undefined,
  nullable = optional,
): PropertyDecorator =>
  ApiProperty({
    ...schema,
    required: !optional,
    ...(nullable ? { nullable: true } : {}),
    description,
  } as ApiPropertyOptions);

const MOST_IN_A_LIST = 100;

const listOf =
  (whyNot: WhyNot, most: number): WhyNot =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list, in square brackets';
    if (value.length > most) return `must not have more than ${most} entries`;
    return value.map(whyNot).find((why) => why !== undefined);
  };

const text = (rules: TextRules, options: FieldOptions): PropertyDecorator =>
  field('text', (value) => whyNotText(value, rules), { type: String, minLength: 1, maxLength: rules.max }, options);

/** A text that a person wrote, in any script: line breaks and tabs too, 8,000 characters. */
export const Narrative = (options: FieldOptions = {}): PropertyDecorator =>
  text({ max: NARRATIVE, multiline: true }, options);

/** A name, a title or a few words: one line, 200 characters unless a shorter length is given. */
export const Name = ({ max = NAME, ...options }: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  text({ max }, options);

/** A text with a length of its own, over several lines. */
export const Text = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  text({ max, multiline: true }, options);

export const Names = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'names',
    listOf((value) => whyNotText(value, { max: NAME }), MOST_IN_A_LIST),
    { type: [String], maxItems: MOST_IN_A_LIST },
    options,
  );

const CODE = /^[\w.-]{1,100}$/;
const whyNotCode: WhyNot = (value) =>
  typeof value === 'string' && CODE.test(value)
    ? undefined
    : 'must be a code or an id: 1 to 100 letters, digits, dots, dashes or underscores';

const whyNotTwice = (list: readonly string[]): string | undefined =>
  new Set(list).size < list.length ? 'must not name the same one twice' : undefined;

/** A code of a list that the program or the protocol has: of a theme, of a kind of post. It names no record and nobody. */
export const Code = (options: FieldOptions = {}): PropertyDecorator =>
  field('code', whyNotCode, { type: String, pattern: CODE.source }, options);

/** How a name of something may be written in a field, without saying whether there is such a thing. */
export interface NameForm {
  readonly whyNot: WhyNot;
  readonly schema: Record<string, unknown>;
}

/** An id of the directory, or a child's record number. */
export const AN_ID: NameForm = { whyNot: whyNotCode, schema: { type: 'string', pattern: CODE.source } };

/** A few words by which people call it: one line, 200 characters. */
export const SOME_WORDS: NameForm = {
  whyNot: (value) => whyNotText(value, { max: NAME }),
  schema: { type: 'string', minLength: 1, maxLength: NAME },
};

/** A text of a fixed form. @param words what is said of another */
export const formOf = (pattern: RegExp, words: string): NameForm => ({
  whyNot: (value) => (typeof value === 'string' && pattern.test(value) ? undefined : words),
  schema: { type: 'string', pattern: pattern.source },
});

/** A field that names something, by the rule of that name. A feature declares one with `Named` of src/access/named. */
export const naming = (rule: string, { whyNot, schema }: NameForm, options: FieldOptions): PropertyDecorator =>
  field('named', whyNot, schema, options, { rule });

/** A field with a list of names, all by the rule of that name. */
export const namingMany = (
  rule: string,
  { whyNot, schema }: NameForm,
  options: FieldOptions & { most?: number; atLeastOne?: boolean },
): PropertyDecorator => {
  const { most = MOST_IN_A_LIST, atLeastOne = false } = options;
  const whyNotList: WhyNot = (value) =>
    (atLeastOne && Array.isArray(value) && value.length === 0 ? 'must name at least one' : undefined) ??
    listOf(whyNot, most)(value) ??
    whyNotTwice(value as string[]);
  const listed = {
    type: 'array',
    items: schema,
    maxItems: most,
    ...(atLeastOne ? { minItems: 1 } : {}),
    uniqueItems: true,
  };
  return field('named', whyNotList, listed, options, { rule, isList: true });
};

const whyNotDay: WhyNot = (value) =>
  isLocalDate(value) ? undefined : 'must be a day that exists, written YYYY-MM-DD, for example 2026-03-31';

/** A day that exists, as `YYYY-MM-DD`, by the rule of that name. A feature declares one with `Dated` of src/access/dated. */
export const dating = (rule: string, options: FieldOptions): PropertyDecorator =>
  field('day', whyNotDay, { type: String, format: 'date', example: '2026-03-31' }, options, { dateRule: rule });

/** A list of days that exist, all by the rule of that name. */
export const datingMany = (rule: string, options: FieldOptions): PropertyDecorator =>
  field(
    'days',
    listOf(
      (value) => (isLocalDate(value) ? undefined : 'must be days that exist, each written YYYY-MM-DD'),
      MOST_IN_A_LIST,
    ),
    { type: 'array', items: { type: 'string', format: 'date' }, maxItems: MOST_IN_A_LIST },
    options,
    { dateRule: rule, isList: true },
  );

/** A day, or a few words in its place; a day goes by the rule of that name, and what is written like a day is one. */
export const datingWords = (rule: string, options: FieldOptions): PropertyDecorator =>
  field(
    'text',
    (value) => SOME_WORDS.whyNot(value) ?? whyNoDay(value),
    { type: String, minLength: 1, maxLength: NAME },
    options,
    { dateRule: rule },
  );

const whyNoDay = (value: unknown): string | undefined =>
  typeof value === 'string' && isLikeADay(value) && !isLocalDate(value)
    ? 'must be a day that exists, written YYYY-MM-DD, or other words'
    : undefined;

/** A financial year, as answers print it (`2022/23`) or as a path needs it, where a stroke would be part of the path (`2022-23`). */
export const Year = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'year',
    (value) =>
      typeof value === 'string' && YEAR.test(value) && isFinancialYear(value.replace('-', '/'))
        ? undefined
        : 'must be a financial year, for example 2022/23',
    { type: String, pattern: YEAR.source },
    options,
  );

const YEAR = /^\d{4}[-/]\d{2}$/;

/** A quarter of a financial year, as answers print it (`2022/23 Q1`); or its number alone, where the year is said beside it. */
export const Quarter = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'pattern',
    (value) =>
      typeof value === 'string' && QUARTER.test(value)
        ? undefined
        : 'must be a quarter of a financial year, for example 2022/23 Q1, or 1, 2, 3 or 4',
    { type: String, pattern: QUARTER.source },
    options,
    { pattern: QUARTER },
  );

const QUARTER = /^(\d{4}[-/]\d{2} )?Q?[1-4]$/;

export const Choice = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field('choice', oneOf(choices), { type: String, enum: [...choices] }, options);

export const Choices = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    'choices',
    (value) => listOf(oneOf(choices), choices.length)(value) ?? whyNotTwice(value as string[]),
    { type: 'array', items: { type: 'string', enum: [...choices] }, maxItems: choices.length, uniqueItems: true },
    options,
  );

const oneOf =
  (choices: readonly string[]): WhyNot =>
  (value) =>
    typeof value === 'string' && choices.includes(value) ? undefined : `must be one of: ${choices.join(', ')}`;

/** true or false, as JSON has them. */
export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'flag',
    (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
    { type: Boolean },
    options,
  );

export const WholeNumber = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    'wholeNumber',
    (value) =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max
        ? undefined
        : `must be a whole number from ${min} to ${max}, without quotation marks`,
    { type: 'integer', minimum: min, maximum: max },
    options,
  );

/** Several whole numbers. */
export const WholeNumbers = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    'wholeNumbers',
    listOf(
      (value) =>
        Number.isInteger(value) && (value as number) >= min && (value as number) <= max
          ? undefined
          : `must be whole numbers from ${min} to ${max}, without quotation marks`,
      MOST_IN_A_LIST,
    ),
    { type: 'array', items: { type: 'integer', minimum: min, maximum: max }, maxItems: MOST_IN_A_LIST },
    options,
  );

/** A text of a fixed form, with the words that say which. */
export const Pattern = (pattern: RegExp, words: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    'pattern',
    (value) => (typeof value === 'string' && pattern.test(value) ? undefined : words),
    { type: String, pattern: pattern.source },
    options,
    { pattern },
  );

/** One thing with fields of its own. */
export const One = (type: ClassOf, { optional = false, description }: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    shaped({ format: 'one', isList: false, of: type }),
    ...(optional ? [IsOptional()] : []),
    mustBeObject(false),
    ValidateNested(),
    Type(type),
    described({ type: type() }, optional, description),
  );

/** A list of things with fields of their own. */
export const Many = (
  type: ClassOf,
  { optional = false, description, most = 50 }: FieldOptions & { most?: number } = {},
): PropertyDecorator =>
  applyDecorators(
    shaped({ format: 'many', isList: true, of: type }),
    ...(optional ? [IsOptional()] : []),
    mustBeObject(true),
    ArrayMaxSize(most, { message: `must not have more than ${most} entries` }),
    ValidateNested({ each: true }),
    Type(type),
    described({ type: [type()], maxItems: most }, optional, description),
  );

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const mustBeObject = (list: boolean): PropertyDecorator =>
  ValidateBy({
    name: list ? 'list' : 'object',
    validator: {
      validate: (value) => (list ? Array.isArray(value) && value.every(isObject) : isObject(value)),
      defaultMessage: () =>
        list ? 'must be a list, in square brackets, of objects' : 'must be an object, in curly brackets',
    },
  });
