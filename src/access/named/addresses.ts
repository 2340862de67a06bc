import { isPageAddress } from '../../platform/http/pages.js';
import type { KindOfThing } from './things.js';

/** The thing that the part of an address after a colon names, and the record that a command sent to an address begins. */
interface Address {
  readonly under: string;
  readonly names: KindOfThing;
  /** Only those who may see it know that there is one; the directory is everybody's. */
  readonly isPrivate: boolean;
}

/**
 * Every address that names something. An act that is added under one of them is covered by its line here: a person who may not see what it
 * names is answered as if there were none, before anything else of the request is looked at.
 */
const ADDRESSES: readonly Address[] = [
  { under: '/api/v1/disputes', names: 'dispute', isPrivate: true },
  { under: '/api/v1/acknowledgements', names: 'acknowledgement', isPrivate: true },
  { under: '/api/v1/reviews', names: 'check', isPrivate: true },
  { under: '/api/v1/recommendations', names: 'recommendations', isPrivate: true },
  { under: '/api/v1/challenge/meetings', names: 'meeting', isPrivate: true },
  { under: '/api/v1/challenge/series', names: 'series', isPrivate: true },
  { under: '/api/v1/children', names: 'child', isPrivate: true },
  { under: '/api/v1/covers', names: 'person', isPrivate: false },
  { under: '/api/v1/people', names: 'person', isPrivate: false },
  { under: '/api/v1/posts', names: 'post', isPrivate: false },
  { under: '/api/v1/teams', names: 'team', isPrivate: false },
  { under: '/api/v1/roles/proposals', names: 'proposal', isPrivate: false },
  { under: '/api/v1/published-reports', names: 'report', isPrivate: false },
  { under: '/api/v1/disclosures', names: 'disclosure', isPrivate: false },
  { under: '/api/v1/accounts', names: 'account', isPrivate: false },
  { under: '/api/v1/imports', names: 'import', isPrivate: false },
  { under: '/api/v1/tokens', names: 'token', isPrivate: false },
];

/** The kind of record that begins at an address which names no id to act on, or which leads from one record to another. */
const BEGINNINGS: Readonly<Record<string, KindOfThing>> = {
  '/api/v1/disputes': 'dispute',
  '/api/v1/conversations': 'dispute',
  '/api/v1/reviews/:reference/raise': 'dispute',
  '/api/v1/recommendations/:reference/raise': 'dispute',
  '/api/v1/acknowledgements': 'acknowledgement',
  '/api/v1/reviews': 'check',
  '/api/v1/recommendations': 'recommendations',
  '/api/v1/disclosures': 'disclosure',
  '/api/v1/published-reports/:reference/enter-disclosure': 'disclosure',
  '/api/v1/covers': 'person',
  '/api/v1/people/:id/hand-over-caseload': 'person',
  '/api/v1/posts': 'post',
  '/api/v1/teams': 'team',
  // Of pages alone, which name people in their forms.
  '/api/v1/covers/end': 'person',
  '/api/v1/caseload/hand-over': 'person',
};

export interface NamedInPath {
  readonly kind: KindOfThing;
  readonly isPrivate: boolean;
  /** Name of the parameter. */
  readonly parameter: string;
}

/** A page has the address of the API without what stands in front of it, and names the same. */
const asOfTheApi = (route: string): string => (isPageAddress(route) ? `/api/v1${route}` : route);

/** The thing that the address of a route names; undefined if none. @param declared as it is declared: `/api/v1/disputes/:reference/answer` */
export const namedInPath = (declared: string): NamedInPath | undefined => {
  const route = asOfTheApi(declared);
  const found = ADDRESSES.find(({ under }) => route.startsWith(`${under}/:`));
  return (
    found && {
      kind: found.names,
      isPrivate: found.isPrivate,
      parameter: route.slice(found.under.length + 2).split('/')[0]!,
    }
  );
};

/**
 * The record, known to some people only, that the address of a page names: `/disputes/DRP-7K4M-2QXH/answer`. Undefined if the address
 * names nothing of the kind.
 */
export const privateInPage = (
  address: string,
): { readonly kind: KindOfThing; readonly written: string } | undefined => {
  const found = ADDRESSES.find(({ under, isPrivate }) => isPrivate && asOfTheApi(address).startsWith(`${under}/`));
  const written =
    found === undefined
      ? ''
      : (asOfTheApi(address)
          .slice(found.under.length + 1)
          .split('/')[0] ?? '');
  return found === undefined || OF_NONE.includes(written) ? undefined : { kind: found.names, written };
};

/** Words of an address that stand in the place of an id and name no record: the page begins one, or is about many. */
const OF_NONE = ['', 'new', 'take-on'];

/** The page of what begins something ends in `/new`. */
export const begunBy = (route: string): KindOfThing | undefined =>
  BEGINNINGS[isPageAddress(route) ? asOfTheApi(route).replace(/\/new$/, '') : route];
