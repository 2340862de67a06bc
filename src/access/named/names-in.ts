import { shapesOf } from '../../platform/http/fields.js';

/** One name that was sent, and where it stands. */
export interface NameSent {
  readonly rule: string;
  readonly written: string;
  /** JSON pointer. */
  readonly pointer: string;
  /** The object in which its field is. */
  readonly holder: Record<string, unknown>;
  /** Writes it in its one form in the place of how it was written. */
  replace(name: string): void;
}

/** The names in a body whose form has been checked, in the order of its fields. @param type class of the body */
export const namesIn = (type: new () => object, body: object, path = ''): NameSent[] => {
  const holder = body as Record<string, unknown>;
  return [...shapesOf(type)].flatMap(([property, { rule, of }]) => {
    const value = holder[property];
    const pointer = `${path}/${property}`;
    if (value === null || value === undefined) return [];
    if (of !== undefined) return within(of(), value, pointer);
    if (rule === undefined) return [];
    if (!Array.isArray(value)) {
      const replace = (name: string): void => void (holder[property] = name);
      return [{ rule, written: value as string, pointer, holder, replace }];
    }
    return value.map((written: string, index) => {
      const replace = (name: string): void => void (value[index] = name);
      return { rule, written, pointer: `${pointer}/${index}`, holder, replace };
    });
  });
};

const within = (type: new () => object, value: unknown, pointer: string): NameSent[] =>
  Array.isArray(value)
    ? value.flatMap((each: object, index) => namesIn(type, each, `${pointer}/${index}`))
    : namesIn(type, value as object, pointer);
