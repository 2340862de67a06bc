import { type DateRuleName, dateRule } from '../../calendar/date-rules.js';
import { dating, datingMany, datingWords, type FieldOptions } from '../../platform/http/fields.js';

const described = (rule: DateRuleName, options: FieldOptions): FieldOptions => ({
  ...options,
  description: [options.description, dateRule(rule).says].filter((each) => each !== undefined).join(' '),
});

/** A field that holds a day, as `YYYY-MM-DD`. @param rule which days are possible: src/calendar/date-rules.ts */
export const Dated = (rule: DateRuleName, options: FieldOptions = {}): PropertyDecorator =>
  dating(rule, described(rule, options));

/** A field with a list of such days. */
export const DatedMany = (rule: DateRuleName, options: FieldOptions = {}): PropertyDecorator =>
  datingMany(rule, described(rule, options));

/** A field that holds a day, or the words by which the writer puts it off: only a day is held against the rule. */
export const DatedOrWords = (rule: DateRuleName, options: FieldOptions = {}): PropertyDecorator =>
  datingWords(rule, options);
