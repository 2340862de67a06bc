import { shapesOf } from '../../platform/http/fields.js';

/** One name that was sent, and where it stands. */
export interface NameSent {
  readonly rule: string;
  readonly written: string;
  /** JSON pointer. */
  readonly pointer: string;
  /** The object in which its field is. */
  readonly holder: Record<string, unknown>;
  /** The list in which it stands, where its field holds one. */
  readonly list?: { readonly pointer: string; readonly names: readonly string[] };
  /** Writes it in its one form in the place of how it was written. @returns puts back what stood there */
  replace(name: string): () => void;
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
      const replace = inPlaceOf(
        () => holder[property] as string,
        (name) => void (holder[property] = name),
      );
      return [{ rule, written: value as string, pointer, holder, replace }];
    }
    const names = value as string[];
    return names.map((written, index) => {
      const replace = inPlaceOf(
        () => names[index]!,
        (name) => void (names[index] = name),
      );
      return { rule, written, pointer: `${pointer}/${index}`, holder, list: { pointer, names }, replace };
    });
  });
};

const inPlaceOf =
  (stands: () => string, put: (name: string) => void): NameSent['replace'] =>
  (name) => {
    const before = stands();
    put(name);
    return () => put(before);
  };

const within = (type: new () => object, value: unknown, pointer: string): NameSent[] =>
  Array.isArray(value)
    ? value.flatMap((each: object, index) => namesIn(type, each, `${pointer}/${index}`))
    : namesIn(type, value as object, pointer);
