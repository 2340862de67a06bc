import { type FieldOptions, naming, namingMany } from '../../platform/http/fields.js';
import { isCalledByName } from './by-name.js';
import { namedRule, type NamedRule, type NamedRuleName } from './rules.js';

const described = <Options extends FieldOptions>(name: NamedRuleName, options: Options): Options => {
  const rule = namedRule(name);
  const said = [options.description, rule.says, ...(isByName(rule) ? [BY_NAME] : [])];
  return { ...options, description: said.filter((each) => each !== undefined).join(' ') };
};

const BY_NAME = 'Its id, or its name where one alone that you may name bears it.';

const isByName = (rule: NamedRule): boolean => 'otherwise' in rule && 'names' in rule && isCalledByName(rule.names);

/** A field that names a record, a person or anything else of Footprint. @param rule what it may name: src/access/named/rules.ts */
export const Named = (rule: NamedRuleName, options: FieldOptions = {}): PropertyDecorator =>
  naming(rule, namedRule(rule).form, described(rule, options));

/** A field with a list of such names. */
export const NamedMany = (
  rule: NamedRuleName,
  options: FieldOptions & { most?: number; atLeastOne?: boolean } = {},
): PropertyDecorator => namingMany(rule, namedRule(rule).form, described(rule, options));
