import { derivedId } from '../../platform/ids.js';
import type { Directory, Person } from '../directory.js';
import { plainName, slug } from '../spelling.js';
import type { Plan } from './plan.js';
import type { Row } from './table.js';

/** Finds the people whom a file names, and gives an id to those who are new: `P. Ames` is `p-ames`, the next one `p-ames-2`. */
export class PeopleByName {
  private readonly met = new Map<string, { id: string; email: string | null }[]>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly directory: Directory,
    private readonly plan: Plan,
  ) {}

  /** Plans the person's registration or missing details, and gives their id. Two addresses under one name are two people. */
  register(row: Row, column: string, name: string, email: string | null): string {
    const known = this.find(name, email);
    const id = known?.id ?? this.newId(name);
    if (known === undefined || (email !== null && known.email === null)) this.meet(name, { id, email });
    const details = this.directory.person(id);
    if (details === undefined || details.fromRegister || (email !== null && details.email !== email)) {
      const person = { personId: id, name, email: email ?? details?.email ?? null, fromRegister: false };
      this.plan.add(row, column, { kind: 'person', id, act: { type: 'register', ...person } });
    }
    return id;
  }

  private find(name: string, email: string | null): { id: string; email: string | null } | undefined {
    const same = (each: { email: string | null }): boolean =>
      email === null || each.email === null || each.email.toLowerCase() === email.toLowerCase();
    const met = this.met.get(plainName(name))?.find(same);
    if (met !== undefined) return met;
    const person: Person | undefined = this.directory.personNamed(name);
    return person !== undefined && same(person) ? { id: person.personId, email: person.email } : undefined;
  }

  private meet(name: string, person: { id: string; email: string | null }): void {
    const others = (this.met.get(plainName(name)) ?? []).filter(({ id }) => id !== person.id);
    this.met.set(plainName(name), [...others, person]);
  }

  private newId(name: string): string {
    const wanted = slug(name) || derivedId('person', name);
    let id = wanted;
    for (let number = 2; this.taken.has(id) || this.directory.person(id) !== undefined; number++)
      id = `${wanted}-${number}`;
    this.taken.add(id);
    return id;
  }
}
