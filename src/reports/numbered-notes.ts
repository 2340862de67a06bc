/** Notes in the order in which they are first needed, each with its number, from 1. */
export class NumberedNotes {
  private readonly notes: string[] = [];

  of(note: string): number {
    if (!this.notes.includes(note)) this.notes.push(note);
    return this.notes.indexOf(note) + 1;
  }

  all(): readonly string[] {
    return this.notes;
  }
}
