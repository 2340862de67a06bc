import { type FieldOptions, naming, namingMany } from '../../platform/http/fields.js';
import { namedRule, type NamedRuleName } from './rules.js';

const described = <Options extends FieldOptions>(rule: NamedRuleName, options: Options): Options => ({
  ...options,
  description: [options.description, namedRule(rule).says].filter((each) => each !== undefined).join(' '),
});

/** A field that names a record, a person or anything else of Footprint. @param rule what it may name: src/access/named/rules.ts */
export const Named = (rule: NamedRuleName, options: FieldOptions = {}): PropertyDecorator =>
  naming(rule, namedRule(rule).form, described(rule, options));

/** A field with a list of such names. */
export const NamedMany = (
  rule: NamedRuleName,
  options: FieldOptions & { most?: number; atLeastOne?: boolean } = {},
): PropertyDecorator => namingMany(rule, namedRule(rule).form, described(rule, options));
