import type { Permission } from '../../../access/access-table.js';
import { changeSeriesAct } from './change/change.js';
import { endSeriesAct } from './end/end.js';
import { startSeriesAct } from './start/start.js';

/**
 * Every act on a series of meetings, in alphabetical order. What decides, who may, the routes, the catalogue of events, and in the
 * tests the golden files and the crash points are made from this list.
 */
export const SERIES_ACTS = [changeSeriesAct, endSeriesAct, startSeriesAct] as const;

type Definition = (typeof SERIES_ACTS)[number];
type ActOf<Each> = Each extends { decide(act: infer Act, ...rest: never[]): unknown } ? Act : never;

/** What a person can ask of a series. Ids, the actor and the time are not in here: they come in the envelope of the command. */
export type SeriesAct = ActOf<Definition>;
export type SeriesActType = Definition['type'];

type VersionsOf<Each> = Each extends { readonly events: infer Versions } ? keyof Versions : never;

/** Every event of a series, with the version in which it is written today. */
export const SERIES_EVENT_VERSIONS = Object.assign({}, ...SERIES_ACTS.map(({ events }) => events)) as {
  readonly [Type in VersionsOf<Definition>]: number;
};

const permissions = new Map(SERIES_ACTS.map(({ type, permission }) => [type, permission] as const));

/** The row of the access table that lets people do an act. */
export const permissionFor = (type: SeriesActType): Permission => permissions.get(type)!;
