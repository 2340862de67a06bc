import type { Permission } from '../access/access-table.js';
import type { DomainEvent } from '../platform/decider.js';

/**
 * One act on a meeting, or on a series of meetings: what a person or the program can ask of it. It is defined in the folder of its
 * name, which also holds its route, its test, and an example of each event that it brought with it; one list names all acts on a thing.
 */
export interface ActDefinition<Act extends { readonly type: string }, Owned extends string, State, Context, Event> {
  readonly type: Act['type'];
  /** The row of the access table that lets people do it. It stands on each route that sends the act as well, and a test compares them. */
  readonly permission: Permission;
  /**
   * The events that follow from the act.
   * @throws Refusal where a rule says no
   */
  decide(act: Act, state: State, context: Context): Event[];
  /** The folders, under `acts/`, of the routes by which people send it. */
  readonly routes: readonly string[];
  /** The events that came with this act, each with the version in which it is written today. */
  readonly events: { readonly [Type in Owned]: number };
}

/** Checks the definition of an act on a thing with this state, and keeps its types. */
export const actOn =
  <State, Context, Event extends DomainEvent>() =>
  <Act extends { readonly type: string }, Owned extends Event['type'] = never>(
    definition: ActDefinition<Act, Owned, State, Context, Event>,
  ): ActDefinition<Act, Owned, State, Context, Event> =>
    definition;

/** The row of the access table that lets people do each act of a list. */
export const permissionsOf = <Type extends string>(
  acts: readonly { readonly type: Type; readonly permission: Permission }[],
): ((type: Type) => Permission) => {
  const permissions = new Map(acts.map(({ type, permission }) => [type, permission]));
  return (type) => permissions.get(type)!;
};

/** Every event that came with the acts of a list, with the version in which it is written today. */
export const versionsOf = <Type extends string>(
  acts: readonly { readonly events: { readonly [Each in Type]?: number } }[],
): { readonly [Each in Type]: number } =>
  Object.assign({}, ...acts.map(({ events }) => events)) as { readonly [Each in Type]: number };
