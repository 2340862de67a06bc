import { awaitedIn } from '../disputes/time/late-in-sql.js';
import { isNotContinuedByCafcass, type Referral, referralWithCafcass } from '../disputes/referrals.js';
import type { RequestToRead } from '../disputes/dispute.js';
import { type DayGiven, type Due, dueAsOf, NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import { countedBy } from '../reading/reading.js';
import { dateAsJson } from '../../projections/deadlines/date-columns.js';
import {
  FROM_DISPUTES,
  FROM_OUTSTANDING_ACTIONS,
} from '../../projections/dispute-register/dispute-register.queries.js';
import { IS_ASKED_FOR, WAS_REFERRED } from '../../projections/dispute-register/dispute-row.js';
import { teamNameOn } from '../../projections/names.js';
import type { LocalDate } from '../calendar/calendar.js';
import { ENDED_BY_A_MISTAKE } from '../disputes/to-be-decided/to-be-decided-in.js';
import type { PostKind } from '../protocol/protocol.js';
import type { Addressee } from '../disputes/events.js';
import { seatsOf } from '../disputes/seats.js';
import { teamsAsked } from '../disputes/teams-asked.js';
import { Case, CASE_COLUMNS, type CaseRow } from './case.js';
import type { Council } from './council.js';
import type { Asked, Matter, Shown } from './matter.js';

/** A dispute, open or ended, as its row tells it, with a date of it. */
interface Found extends CaseRow {
  readonly reference: string;
  readonly teamName: string;
  readonly theme: string;
  readonly ladder: string;
  readonly stage: number;
  readonly stageName: string | null;
  readonly raisedOn: LocalDate;
  /** As JSON; null where it has none. */
  readonly date: string | null;
  /** The day from which it is awaited. */
  readonly since: LocalDate | null;
}

const OF_THE_ROW = `${CASE_COLUMNS}, register.reference, ${teamNameOn('register.team', 'register.raised_on')} AS teamName,
  register.theme, register.ladder, register.current_stage AS stage, coalesce(rules.name, register.stage_name) AS stageName,
  register.raised_on AS raisedOn`;

interface ActionFound extends Found {
  readonly actionId: string;
  /** Person id of the one who is to do it; null where it is in words. */
  readonly owner: string | null;
  /** The posts whose answer offered it, or who were asked when a meeting decided on it, as JSON. */
  readonly offeredBy: string;
}

/**
 * Agreed and not done, also after the end: to do for the person who is named, else for those whose answer offered it; and to check for the IRO
 * where its day has passed, or where it has none. After a child's death nobody is asked, until somebody lets it go on.
 */
export const mattersOfActions = (council: Council): Matter[] => {
  const { reading, disputes } = council;
  return reading.readModels
    .all<ActionFound>(
      `SELECT ${OF_THE_ROW}, action.action_id AS actionId, action.person AS owner, register.offered_by -> action.action_id AS offeredBy,
         action.agreed_on AS since, ${dateAsJson('date')} AS date
       ${FROM_OUTSTANDING_ACTIONS} AND (${disputes.sql})`,
      disputes.parameters,
    )
    .flatMap((row) => {
      const found = new Case(row, council.office);
      if (found.isFrozen) return [];
      const { due, ofTheIro, matter } = matterMaker(row, found, council);
      const { actionId } = row;
      const asked = doers(row, found);
      const isTheIros = asked.some(({ person }) => person === found.heldBy);
      const toCheck = !isTheIros && (due.late || due.dueOn === null) ? [ofTheIro('check-action', actionId)] : [];
      if (asked.length === 0) return [{ ...ofTheIro('action', actionId), hasFallen: true }];
      const hasFallen = row.owner !== null && !asked.some(({ person }) => person === row.owner);
      return [{ ...matter('action', asked, actionId), hasFallen }, ...toCheck];
    });
};

/** The person, if they are in office and may read it; else those whose answer offered it, also where others answer by now. */
const doers = (row: ActionFound, found: Case): Asked[] => {
  const owner = found.person(row.owner, true);
  if (owner.length > 0) return owner;
  const { posts, person: inTheirPlace = null, ...teams } = JSON.parse(row.offeredBy) as Addressee;
  const ofThem = (post: PostKind, team: string | null): Asked[] =>
    post === 'iro' ? found.iro() : found.holders([post], team);
  const everybody = teamsAsked(teams).flatMap((team) => seatsOf(posts).flatMap((post) => ofThem(post, team)));
  const offering = [...everybody, ...found.person(inTheirPlace, true)];
  return [...new Map(offering.map((each) => [each.person, each])).values()];
};

/**
 * Somebody in office asks to read it, open or ended, and may not by now: those who manage the IROs answer. Nobody is asked after a child's
 * death, and of what is restricted nobody who may not read it themselves.
 */
export const mattersOfReaders = (council: Council): Matter[] => {
  const { reading, disputes, office } = council;
  return reading.readModels
    .all<Found & { readonly requests: string }>(
      `SELECT ${OF_THE_ROW}, register.requests_to_read AS requests, NULL AS since, NULL AS date
       ${FROM_DISPUTES} WHERE ${IS_ASKED_FOR} AND (${disputes.sql})`,
      disputes.parameters,
    )
    .flatMap((row) => {
      const found = new Case(row, office);
      const requests = (JSON.parse(row.requests) as RequestToRead[]).filter(
        ({ person }) => office.isIn(person) && !found.mayOpen({ person }),
      );
      const [first] = requests.map(({ askedOn }) => askedOn).sort();
      if (found.isFrozen || first === undefined) return [];
      const managers = found.holders(['iro-manager']);
      const asked = managers.length > 0 ? managers : found.lastResort();
      if (found.restrictedTo !== null && !asked.some(({ mayRead }) => mayRead)) return [];
      return [
        {
          ...{ what: 'answer-request-to-read' as const, shown: shownOf(row, found), actionId: null, due: NONE_SET },
          waiting: waitingSince(NONE_SET, first, countedBy(reading)),
          asked,
          hasFallen: managers.length === 0,
        },
      ];
    });
};

/** Another agency is to reply, or a meeting is to look again; with a day, or with none. */
export const mattersOfDates = (council: Council): Matter[] => {
  const { reading, disputes } = council;
  return reading.readModels
    .all<Found & { readonly deadline: 'agency-reply' | 'next-look' }>(
      `SELECT ${OF_THE_ROW}, date.deadline, NULL AS since, ${dateAsJson('date')} AS date
       ${FROM_DISPUTES} JOIN deadlines AS date ON date.reference = register.reference
       WHERE date.deadline IN ('agency-reply', 'next-look') AND ${awaitedIn({ metAt: 'date.met_at', overAt: 'date.over_at' })}
         AND (${disputes.sql})`,
      disputes.parameters,
    )
    .flatMap((row) => {
      const found = new Case(row, council.office);
      if (found.isFrozen) return [];
      const { ofTheIro } = matterMaker(row, found, council);
      return [ofTheIro(row.deadline === 'next-look' ? 'look-again' : 'chase-agency')];
    });
};

/** Those that were referred to Cafcass, and the formal ones that continue an informal one that was. */
const REFERRED_OR_CONTINUED = `SELECT reference FROM dispute_register WHERE ${WAS_REFERRED}
  UNION SELECT formalised_by FROM dispute_register WHERE ${WAS_REFERRED}`;

/**
 * Cafcass has a referral, and has not said what it does: the IRO asks how it stands, or sends what it asks for. A dispute that ended
 * because Cafcass continues it is the IRO's again once Cafcass does so no more.
 */
export const mattersOfReferrals = (council: Council): Matter[] => {
  const { reading, disputes } = council;
  return reading.readModels
    .all<Found & { readonly outcome: string | null; readonly before: string | null }>(
      `SELECT ${OF_THE_ROW}, register.outcome, NULL AS since, NULL AS date,
         CASE WHEN register.referrals = '[]' THEN informal.referrals END AS before
       ${FROM_DISPUTES} LEFT JOIN dispute_register AS informal ON informal.reference = register.formalises
       WHERE register.reference IN (${REFERRED_OR_CONTINUED}) AND (register.referrals <> '[]' OR register.outcome = 'TO-CAF')
         AND (${disputes.sql})`,
      disputes.parameters,
    )
    .flatMap((row) => {
      const found = new Case(row, council.office);
      const referrals = JSON.parse(row.before ?? row.referrals) as Referral[];
      if (found.isFrozen) return [];
      if (row.outcome === 'TO-CAF' && isNotContinuedByCafcass({ referrals })) {
        const { repliedOn = null, withdrawnOn = null } = referrals.at(-1) ?? {};
        const { ofTheIro } = matterMaker({ ...row, since: withdrawnOn ?? repliedOn }, found, council);
        return [ofTheIro('no-longer-with-cafcass')];
      }
      // A referral that is on record in the informal dispute is asked about there.
      const referral = row.before === null ? referralWithCafcass({ referrals }) : null;
      if (referral === null) return [];
      const { ofTheIro } = matterMaker(
        { ...row, since: referral.moreSentOn ?? referral.repliedOn ?? referral.sentOn },
        found,
        council,
      );
      const isToSend = referral.reply === 'asks-for-more' && referral.moreSentOn === null;
      const what = isToSend ? 'answer-cafcass' : 'chase-cafcass';
      const { asked, hasFallen } = askedAboutCafcass(found, referral.by);
      const matter = ofTheIro(what, null, asked);
      return [matter.what === what ? { ...matter, hasFallen } : matter];
    });
};

/** It ended because of what was recorded of a child by mistake: the IRO reopens it, so that it goes on or ends as it really does. */
export const mattersOfMistakenEndings = (council: Council): Matter[] => {
  const { reading, disputes } = council;
  return reading.readModels
    .all<Found>(
      `SELECT ${OF_THE_ROW}, register.ended_on AS since, NULL AS date
       ${FROM_DISPUTES} WHERE ${ENDED_BY_A_MISTAKE} AND (${disputes.sql})`,
      disputes.parameters,
    )
    .flatMap((row) => {
      const found = new Case(row, council.office);
      return found.isFrozen ? [] : [matterMaker(row, found, council).ofTheIro('reopen')];
    });
};

/**
 * The IRO who referred it follows it, while one of its children is theirs; else its holder. A conference chair has no route to Cafcass: where
 * a chair holds it, the IRO of a child of it asks.
 */
const askedAboutCafcass = (found: Case, referredBy: string): { asked: readonly Asked[]; hasFallen: boolean } => {
  const { directory, on } = found.office;
  const isNoChair = ({ post }: Asked): boolean => post?.kind !== 'conference-chair';
  const iros = new Set(found.children.map((child) => directory.child(child, on)?.iro ?? null));
  const seated = (iro: string | null): Asked[] => found.opening(found.office.iro(iro)).filter(isNoChair);
  const referrer = iros.has(referredBy) ? seated(referredBy) : [];
  if (referrer.length > 0) return { asked: referrer, hasFallen: false };
  const holder = found.iro().filter(isNoChair);
  // Whoever takes a child over alone has the dispute with it, and hears of that.
  return { asked: holder.length > 0 ? holder : [...iros].flatMap(seated), hasFallen: found.children.length > 1 };
};

interface Maker {
  readonly due: Due;
  matter(what: Matter['what'], asked: readonly Asked[], actionId?: string | null): Matter;
  /** A matter of the IRO's: if the IRO has left, the record is handed over instead. */
  ofTheIro(what: Matter['what'], actionId?: string | null, iro?: readonly Asked[]): Matter;
}

const matterMaker = (row: Found, found: Case, { reading }: Council): Maker => {
  const due = row.date === null ? NONE_SET : dueAsOf(JSON.parse(row.date) as DayGiven, reading.now, reading.calendar);
  const waiting = waitingSince(due, row.since, countedBy(reading));
  const matter: Maker['matter'] = (what, asked, actionId) => ({
    ...{ what, shown: shownOf(row, found), actionId: actionId ?? null, due, waiting, asked, hasFallen: false },
  });
  const ofTheIro: Maker['ofTheIro'] = (what, actionId, asked = found.iro()) =>
    asked.length > 0 ? matter(what, asked, actionId) : { ...matter('hand-over', found.lastResort()), hasFallen: true };
  return { due, matter, ofTheIro };
};

const shownOf = (row: Found, found: Case): Shown => {
  const { directory, on } = found.office;
  const { reference, theme, ladder, stage, stageName, raisedOn, team, teamName, held_by: holder } = row;
  return {
    ...{ reference, theme, ladder, stage, stageName, raisedOn },
    team: { id: team, name: teamName },
    children: found.children.map((id) => ({ id, initials: directory.child(id, on)?.initials ?? null })),
    takenOn: true,
    heldBy: holder === null ? null : { id: holder, name: directory.person(holder)?.name ?? null },
  };
};
