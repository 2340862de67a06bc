import { derivedId } from '../../platform/ids.js';
import type { Directory } from '../directory.js';
import { plainName, slug } from '../spelling.js';
import type { Plan } from './plan.js';
import type { Row } from './table.js';

interface Met {
  readonly id: string;
  readonly email: string | null;
}

/** Finds the people whom a file names, and gives an id to those who are new: `P. Ames` is `p-ames`, the next one `p-ames-2`. */
export class PeopleByName {
  private readonly met = new Map<string, Met[]>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly directory: Directory,
    private readonly plan: Plan,
  ) {}

  /** Plans the person's registration or missing details, and gives their id. Two addresses under one name are two people. */
  register(row: Row, column: string, name: string, email: string | null): string {
    const known = this.find(row, column, name, email);
    const id = known?.id ?? this.newId(name);
    if (known === undefined || (email !== null && known.email === null)) this.meet(name, { id, email });
    const details = this.directory.person(id);
    if (details === undefined || details.fromRegister || (email !== null && details.email !== email)) {
      // A name that they bore before is not given back to them.
      const called = details === undefined || plainName(details.name) === plainName(name) ? name : details.name;
      const person = { personId: id, name: called, email: email ?? details?.email ?? null, fromRegister: false };
      this.plan.add(row, column, { kind: 'person', id, act: { type: 'register', ...person } });
    }
    return id;
  }

  /** Of several who bear the name, the one with this address; a row without one could mean any of them, so it is refused. */
  private find(row: Row, column: string, name: string, email: string | null): Met | undefined {
    const met = this.met.get(plainName(name)) ?? [];
    const others = this.directory
      .peopleNamed(name)
      .map(({ personId, email: known }): Met => ({ id: personId, email: known }))
      .filter(({ id }) => !met.some((each) => each.id === id));
    const people = [...met, ...others];
    if (email === null) {
      if (people.length > 1)
        this.plan.refuse(row, column, 'an e-mail address in the row, by which people of one name are told apart');
      return people[0];
    }
    const isTheirs = (each: Met): boolean => each.email?.toLowerCase() === email.toLowerCase();
    return people.find(isTheirs) ?? people.find((each) => each.email === null);
  }

  private meet(name: string, person: Met): void {
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
