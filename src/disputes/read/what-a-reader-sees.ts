import { postThatMay, type RelationsFrom } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { notFound } from '../../platform/http/problem.js';
import { isReference } from '../../platform/ids.js';
import type { DisputeState } from '../dispute.js';
import { isAboutTheirPractice } from '../own-practice.js';
import type { DisputeDto, DisputeEndingDto } from './dispute.dto.js';

/*
 * The view of a dispute that each reader gets. Three rows of the access table (src/access/access-table.ts) say which posts read disputes,
 * and of which: `dispute.read` (everything that was written: an IRO of their own children, a social worker of their own child or where they
 * are named, a manager of the team), `dispute.read-outline` (business support) and `dispute.read-figures` (an analyst). Fields that the row
 * of a reader does not give are taken out here, of the page and of the history: a social worker sees that it was referred to Cafcass and
 * not what was written, and nothing of legal advice and of who opened it. A restricted dispute is for those whom a row lets in and who
 * stand on its list (src/disputes/restriction.ts). When a child dies it is restricted to the IRO managers (`setAside` in
 * src/following/following.ts; until that is on record, src/disputes/set-aside.ts). Other disputes that are named in it, and that the reader
 * may not open, are taken out in other-disputes.ts; whether they may know of a restricted one is decided in src/disputes/restriction.ts.
 */

/** How much of a dispute its reader may see: all of it; without what was written; or only what is counted. */
export type Extent = 'full' | 'outline' | 'figures';

/** Rows of the access table that let somebody read, each with how much it shows, the fullest first. */
export type Extents = readonly (readonly [Permission, Extent])[];

/** The rows about a dispute itself. */
export const EXTENTS: Extents = [
  ['dispute.read', 'full'],
  ['dispute.read-outline', 'outline'],
  ['dispute.read-figures', 'figures'],
];

/** Any of these lets a person know that a dispute exists; the first that holds says how much of it they see. */
export const DISPUTE_READS: readonly Permission[] = EXTENTS.map(([permission]) => permission);

type View = Omit<DisputeDto, 'allowedActs'>;

/** The parts of one dispute that a reader may see, by the rows of the access table. */
export interface Sight {
  readonly extent: Extent;
  /** The correspondence between the IRO and Cafcass. */
  readonly cafcass: boolean;
  /** Privileged legal advice, which lies beside the dispute. */
  readonly legalAdvice: boolean;
}

/** @throws Problem `not-found` for what is not for this person to know */
export const sightOf = (asker: Asker, relationsFrom: RelationsFrom): Sight => {
  const may = (permission: Permission): boolean => postThatMay(asker, permission, relationsFrom) !== undefined;
  const found = EXTENTS.find(([permission]) => may(permission));
  if (!found) throw notFound();
  return { extent: found[1], cafcass: may('dispute.read-cafcass'), legalAdvice: may('dispute.read-legal-advice') };
};

/** The purpose of a reading: for its reader, or for a copy on the child’s own file. */
export type Purpose = 'to-read' | 'for-the-childs-file';

/**
 * A copy on the child’s file is read by others than the person who made it, so what few may see never stands in it.
 * @throws Problem `not-found` for what is not for this person to know
 */
export const sightFor = (
  purpose: Purpose,
  asker: Asker,
  { state, relationsFrom }: { readonly state: DisputeState; readonly relationsFrom: RelationsFrom },
): Sight => {
  const sight = sightOf(asker, relationsFrom);
  if (purpose !== 'to-read') return { ...sight, cafcass: false, legalAdvice: false };
  return isAboutTheirPractice(state, asker) ? { ...sight, legalAdvice: false } : sight;
};

/** About who reads it, and not about the child. */
const ABOUT_READERS = ['EmergencyAccessTaken', 'ReadingAskedFor', 'ReadingGranted', 'ReadingRefused'];

/** Whether an entry of the history stands in what is read. A child’s file does not say who opened a record. */
export const standsIn = (purpose: Purpose, { type }: Pick<RecordedEvent, 'type'>): boolean =>
  purpose === 'to-read' || !ABOUT_READERS.includes(type);

/** The page of a dispute as its reader sees it. */
export const viewSeen = ({ extent, cafcass }: Sight, view: View): View => {
  const shown = cafcass ? view : withoutCorrespondence(view);
  if (extent === 'full') return shown;
  return extent === 'outline' ? withoutWords(shown) : withoutPeople(withoutWords(shown));
};

/** Events of what passed between the IRO and Cafcass. */
const CORRESPONDENCE = ['ReferredToCafcass', 'CafcassReplied', 'CafcassReferralWithdrawn'];

/** The data of an event as a reader of the history sees it; undefined if they see no more than that it happened. */
export const dataSeen = ({ extent, cafcass }: Sight, { type, data }: RecordedEvent): object | undefined => {
  if (extent !== 'full') return undefined;
  if (cafcass || !CORRESPONDENCE.includes(type)) return data;
  const { grounds: _grounds, summary: _summary, reason: _reason, ...dates } = data;
  return dates;
};

/** The correspondence between the IRO and Cafcass is for the IRO, the IRO's manager and the director (domain brief 4.5). */
const withoutCorrespondence = (view: View): View => ({
  ...view,
  cafcass: view.cafcass.map(({ grounds: _grounds, withdrawnBecause: _because, replies, ...referral }) => ({
    ...referral,
    replies: replies.map(({ summary: _summary, ...reply }) => reply),
  })),
});

/** Without what was written. */
const withoutWords = (view: View): View => {
  const {
    raisedWith: _raisedWith,
    conversations: _conversations,
    childViews: _childViews,
    notes: _notes,
    iroViewReason: _iroViewReason,
    requestsToRead: _requestsToRead,
    ...outline
  } = view;
  return {
    ...outline,
    ending: withoutItsWords(view.ending),
    reopenings: view.reopenings.map(({ reopenedOn, ended }) => ({ reopenedOn, ended: withoutItsWords(ended) })),
    ...(view.filings && { filings: view.filings.map(({ child, filedOn }) => ({ child, filedOn })) }),
    rounds: view.rounds.map((round) => ({
      ...round,
      answers: round.answers.map(
        ({
          reasons: _reasons,
          responses: _responses,
          actions: _actions,
          evidence: _evidence,
          documents: _documents,
          saidBy: _saidBy,
          ...answer
        }) => answer,
      ),
      verdicts: round.verdicts.map(({ reason: _reason, ...verdict }) => verdict),
    })),
    actions: view.actions.map(
      ({ what: _what, who: _who, person: _person, evidence: _evidence, documents: _documents, ...action }) => ({
        ...action,
        confirmedInTime: action.confirmedInTime && { on: action.confirmedInTime.on },
      }),
    ),
    agencies: view.agencies.map(({ agency: _agency, summary: _summary, ...asked }) => asked),
    links: view.links.map(({ to, ...link }) => (isOnRecord(to) ? { ...link, to } : link)),
  };
};

/** A complaint, or a review that is kept elsewhere, is named in somebody’s own words. */
const isOnRecord = (to: string | undefined): boolean => to !== undefined && isReference(to);

const withoutItsWords = (ending: DisputeEndingDto | null): DisputeEndingDto | null => {
  if (ending === null) return null;
  const { reason: _reason, impactNote: _impactNote, ...figures } = ending;
  return figures;
};

/** Without whom it is about, who acted, and every other record. */
const withoutPeople = (view: View): View => {
  const { children: _children, filings: _filings, restrictedTo: _restrictedTo, ...figures } = view;
  return {
    ...figures,
    ownReference: null,
    raisedBy: null,
    enteredBy: null,
    heldBy: null,
    waitingFor: withoutPerson(view.waitingFor),
    practiceOf: null,
    links: [],
    linkedFrom: [],
    cafcassBeside: [],
    agencies: [],
    ending: withoutOtherRecords(view.ending),
    reopenings: view.reopenings.map(({ reopenedOn, ended }) => ({ reopenedOn, ended: withoutOtherRecords(ended) })),
    rounds: view.rounds.map((round) => ({
      ...round,
      answers: round.answers.map((answer) => ({ ...answer, answeredBy: { id: '', name: null } })),
    })),
  };
};

const withoutPerson = (waitingFor: View['waitingFor']): View['waitingFor'] => {
  if (waitingFor === null) return null;
  const { person: _person, ...posts } = waitingFor;
  return posts;
};

const withoutOtherRecords = (ending: DisputeEndingDto | null): DisputeEndingDto | null =>
  ending && { ...ending, continuedIn: null, duplicateOf: null };
