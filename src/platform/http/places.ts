/** One person or program has at most this part of all the places. */
const SHARE_OF_ONE = 4;

/** So many may wait for something at once, and one person or program has at most a quarter of the places. */
export class Places {
  private readonly byPerson = new Map<string, number>();
  private taken = 0;

  constructor(private readonly places: number) {}

  /** Takes a place; false, and none is taken, where there is none left for anybody or for this person. */
  take(person: string): boolean {
    const own = this.byPerson.get(person) ?? 0;
    if (this.taken >= this.places || own >= Math.ceil(this.places / SHARE_OF_ONE)) return false;
    this.taken++;
    this.byPerson.set(person, own + 1);
    return true;
  }

  /** Gives back a place that was taken. */
  leave(person: string): void {
    this.taken--;
    const own = this.byPerson.get(person)! - 1;
    if (own === 0) this.byPerson.delete(person);
    else this.byPerson.set(person, own);
  }
}
