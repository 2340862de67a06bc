import type { TokenEvent } from '../access/tokens/events.js';
import type { CoverEvent } from '../directory/events.js';
import type { ReviewEvent } from '../reviews/events.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import { COVERS } from './where-it-leads.js';
import type { Wanted } from './who-is-told.js';

/** Both sides of a cover are told of it. @param away person id of the one who is away */
export const toldOfCover = (event: CoverEvent, away: string): Wanted[] =>
  fromTable(tellsOf('cover', event.type), {
    recipients: { away: [{ person: away }], 'stands-in': [{ person: event.data.by }] },
    line: (kind) => ({
      ...{ kind, about: COVERS, called: 'cover', dueAt: null, actionId: null },
      dueOn: event.type === 'CoverArranged' ? event.data.to : event.data.on,
    }),
  });

/** The person whom a token signs in is told, as somebody else may have made it; so are the IRO managers. @param holder null for a program */
export const toldOfToken = (event: TokenEvent, token: string, holder: string | null): Wanted[] =>
  fromTable(tellsOf('token', event.type), {
    recipients: {
      holder: holder === null ? [] : [{ person: holder }],
      'iro-managers': [{ post: 'iro-manager', team: null }],
    },
    line: (kind) => ({ kind, about: token, called: 'token', dueOn: null, dueAt: null, actionId: null }),
  });

/** The IRO to whose child a check moved. */
export const toldOfReview = (event: ReviewEvent, reference: string): Wanted[] =>
  fromTable(tellsOf('review', event.type), {
    recipients: { 'new-iro': event.type === 'CheckMovedToChild' ? [{ person: event.data.iro }] : [] },
    line: (kind) => ({ kind, about: reference, called: 'check', dueOn: null, dueAt: null, actionId: null }),
  });
