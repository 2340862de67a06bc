import { referencesIn } from '../../platform/ids.js';

/** The matters whose words or initials stand in an answer. */
export interface Matters {
  readonly references: readonly string[];
  /** Record numbers of children. */
  readonly children: readonly string[];
  /** Whether initials stand in it at all. */
  readonly hasInitials: boolean;
}

/** Fields that hold the reference of a thing about a child. */
const NAMING: readonly string[] = ['reference', 'dispute'];

/** The matters of which something stands in an answer, as it leaves: JSON, or the text of papers. */
export const mattersIn = (answer: unknown): Matters => {
  if (typeof answer === 'string')
    return { references: [...new Set(referencesIn(answer))], children: [], hasInitials: true };
  const found = { references: new Set<string>(), children: new Set<string>(), hasInitials: false };
  look(answer, found);
  return { references: [...found.references], children: [...found.children], hasInitials: found.hasInitials };
};

interface Found {
  readonly references: Set<string>;
  readonly children: Set<string>;
  hasInitials: boolean;
}

const look = (value: unknown, found: Found): void => {
  if (Array.isArray(value)) for (const each of value) look(each, found);
  else if (typeof value === 'object' && value !== null) lookIn(value as Record<string, unknown>, found);
};

const lookIn = (thing: Record<string, unknown>, found: Found): void => {
  if ('initials' in thing) found.hasInitials = true;
  for (const [name, value] of Object.entries(thing)) {
    if (typeof value !== 'string') look(value, found);
    else if (NAMING.includes(name)) found.references.add(value);
    else if (name === 'childId') found.children.add(value);
  }
  // The cases of one child, counted together.
  if ('child' in thing && Array.isArray(thing.references))
    for (const reference of thing.references as string[]) found.references.add(reference);
};
