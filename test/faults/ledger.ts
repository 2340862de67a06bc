import type { EventStore, RecordedEvent } from '../../src/platform/event-store/event-store.js';

/** The answer to a command. */
export interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A command as it was sent, and as it was acknowledged if it was. */
export interface Entry {
  readonly commandId: string;
  readonly person: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The number of times that it was sent and nothing came back. */
  unanswered: number;
  answered?: Answered;
}

/** The differences between a log and the ledger: none, in a log that keeps its promises. */
export interface Discrepancies {
  /** Acknowledged, and not there as it was acknowledged. */
  readonly lost: string[];
  /** There more than once. */
  readonly doubled: string[];
  /** Never answered, however often it was sent. */
  readonly unresolved: string[];
}

/** Writes down what a supervisor has sent and what was acknowledged, apart from the program and in no file of its. */
export class Ledger {
  readonly entries: Entry[] = [];
  /** Of what was sent and not answered: how much had been carried out all the same, as its repeat said. */
  hadBeenDone = 0;

  /** @param words a text that stands in this command alone, so that its effect is found by what it says, not by its id */
  add(person: string, url: string, body: (words: string) => object): Entry {
    const commandId = `command-${this.entries.length}-of-the-supervisor`;
    const entry: Entry = { commandId, person, url, body: { ...body(`By ${commandId}.`) }, unanswered: 0 };
    this.entries.push(entry);
    return entry;
  }

  get acknowledged(): Entry[] {
    return this.entries.filter(({ answered }) => answered !== undefined);
  }

  async compareWith(log: EventStore): Promise<Discrepancies> {
    const events = await everythingIn(log);
    const byCommand = Map.groupBy(events, ({ metadata }) => metadata.commandId);
    const saying = new Map<string, RecordedEvent[]>();
    for (const event of events) {
      const words = /By (command-\d+-of-the-supervisor)\./.exec(JSON.stringify(event.data));
      if (words) saying.set(words[1]!, [...(saying.get(words[1]!) ?? []), event]);
    }
    const unresolved = this.entries.filter(({ answered }) => answered === undefined);
    return {
      lost: this.acknowledged.filter((entry) => !isThere(entry, byCommand.get(entry.commandId) ?? [])).map(nameOf),
      doubled: this.entries
        .filter(({ commandId }) => isTwice(byCommand.get(commandId) ?? []) || isTwice(saying.get(commandId) ?? []))
        .map(nameOf),
      unresolved: unresolved.map(nameOf),
    };
  }
}

const nameOf = ({ commandId, url }: Entry): string => `${commandId} ${url}`;

/** Its events lie one after the other in the stream of the reference that was given, up to the revision that was given. */
const isThere = ({ answered }: Entry, events: readonly RecordedEvent[]): boolean => {
  const { reference, revision } = answered!.body;
  const first = events[0];
  return (
    first !== undefined &&
    first.stream.slice(first.stream.indexOf('-') + 1) === reference &&
    events.every((event, index) => event.stream === first.stream && event.revision === first.revision + index) &&
    events.at(-1)!.revision === revision
  );
};

/** The same thing said twice of the same matter, or said of two. */
const isTwice = (events: readonly RecordedEvent[]): boolean => {
  const saidOnce = new Set(events.map(({ type, data }) => type + JSON.stringify(data)));
  return saidOnce.size !== events.length || new Set(events.map(({ stream }) => stream)).size > 1;
};

export const everythingIn = async (log: EventStore): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (let page = await log.readAll(undefined); page.length > 0; page = await log.readAll(page.at(-1)!.position)) {
    events.push(...page);
  }
  return events;
};
