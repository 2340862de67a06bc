import type { ActOf, EventsOf } from '../../../platform/decider.js';
import { permissionsOf, versionsOf } from '../../act.js';
import { changeSeriesAct } from './change/change.js';
import { endSeriesAct } from './end/end.js';
import { startSeriesAct } from './start/start.js';

/**
 * Every act on a series of meetings, in alphabetical order. The deciders, rights, routes, the catalogue of events, and in the
 * tests the golden files and the crash points are made from this list.
 */
export const SERIES_ACTS = [changeSeriesAct, endSeriesAct, startSeriesAct] as const;

type Definition = (typeof SERIES_ACTS)[number];

/** The acts of a person on a series. Ids, the actor and the time are not in here: they come in the envelope of the command. */
export type SeriesAct = ActOf<Definition>;
export type SeriesActType = Definition['type'];

/** Every event of a series, with the version in which it is written today. */
export const SERIES_EVENT_VERSIONS = versionsOf<EventsOf<Definition>>(SERIES_ACTS);

/** The row of the access table that lets people do an act. */
export const permissionFor = permissionsOf<SeriesActType>(SERIES_ACTS);
