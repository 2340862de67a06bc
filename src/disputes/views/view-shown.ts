import type { Viewing } from '../../access/view-log/view-log.js';
import type { Names } from '../../directory/names.js';
import { actorShown } from '../read/actor-shown.js';
import type { ViewDto } from './views.dto.js';

/** One entry of the view log as its reader is shown it. */
export const viewShown = ({ viewedAt, what, by, person, post, role, actingFor }: Viewing, names: Names): ViewDto => ({
  viewedAt,
  by: actorShown({ person, post, role, ...(actingFor === null ? {} : { actingFor }) }, names),
  what,
  where: by.replace(OF_ADVICE, ''),
});

/** The list of who opened it is read by more than may know of legal advice: there each page about advice is one of the dispute’s. */
const OF_ADVICE = /\/(record-)?legal-advice$/;
