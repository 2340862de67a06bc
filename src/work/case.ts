import { mayKnow } from '../access/access.js';
import type { LocalDate } from '../calendar/calendar.js';
import { type Owners, readsAfterDeath } from '../disputes/after-death.js';
import type { Addressee } from '../disputes/events.js';
import { type ConcernedParties, relationsByParties } from '../disputes/relations.js';
import { type Referral, standingReferral } from '../disputes/referrals.js';
import { mayRead } from '../disputes/restriction.js';
import { addressedTo, isOfSeveralTeams, teamsAsked } from '../disputes/teams-asked.js';
import { SET_ASIDE } from '../../projections/deadlines/date-columns.js';
import type { DisputeRow } from '../../projections/dispute-register/dispute-row.js';
import type { PostKind } from '../protocol/protocol.js';
import type { Asked } from './matter.js';
import type { InOffice, Office } from './office.js';

/** As much of a dispute's row as says who may read it, as the register has it (alias `register`). */
export const CASE_COLUMNS = `register.team, register.children, register.held_by, register.iro, register.practice_of, register.was_moved,
  register.addressed_team, register.addressed_also, register.addressed_posts, register.answers_alone, register.asked, register.referrals, register.tabled, register.restricted_to,
  (SELECT json_object('heldBy', formal.held_by, 'restrictedTo', json(formal.restricted_to)) FROM dispute_register AS formal
    WHERE formal.reference = register.formalised_by AND formal.restricted_to IS NOT NULL) AS continued_for,
  register.taken_on, register.frozen_on, register.waits_since, NOT register.was_set_aside AND register.reference IN (${SET_ASIDE}) AS to_be_set_aside`;

export interface CaseRow {
  readonly team: string;
  readonly children: string;
  readonly held_by: string | null;
  readonly iro: string | null;
  readonly practice_of: string | null;
  readonly was_moved: number;
  readonly addressed_team: string | null;
  readonly addressed_also: string;
  readonly addressed_posts: string;
  readonly answers_alone: string | null;
  readonly asked: string;
  readonly referrals: string;
  readonly tabled: string;
  readonly restricted_to: string | null;
  /** The readers of the formal dispute that continues it, as JSON; null where none does, or that one is not restricted. */
  readonly continued_for: string | null;
  readonly taken_on: number;
  readonly frozen_on: LocalDate | null;
  readonly waits_since: LocalDate | null;
  /** A child has died, and it has not been frozen for it yet. */
  readonly to_be_set_aside: number;
}

type Readers = Parameters<typeof mayRead>[1];

/** One dispute, and who in office can be asked about it: those alone who may read it, by the same rules as a request. */
export class Case {
  /** The team that must answer; where a senior post answers for all, the one it is counted under. */
  readonly team: string;
  readonly children: readonly string[];
  /** The IRO in a row of a register was found by a name: nobody holds it before it is taken on. */
  readonly heldBy: string | null;
  readonly restrictedTo: readonly string[] | null;
  readonly isFrozen: boolean;
  private readonly isOfSeveralTeams: boolean;
  private readonly isToBeSetAside: boolean;
  private readonly isTakenOn: boolean;
  /** Of a restricted formal dispute that continues it: they are one matter, so whoever may not read that one knows of neither. */
  private readonly continuedFor: Readers | null;
  private readonly ownReaders: Readers | null;
  private readonly parties: ConcernedParties;

  constructor(
    row: CaseRow,
    readonly office: Office,
  ) {
    const takenOn = row.taken_on === 1;
    this.isTakenOn = takenOn;
    this.team = row.addressed_team ?? row.team;
    this.isOfSeveralTeams = isOfSeveralTeams(teamsOn(row));
    this.children = JSON.parse(row.children) as string[];
    this.heldBy = takenOn ? row.held_by : null;
    this.continuedFor = row.continued_for === null ? null : (JSON.parse(row.continued_for) as Readers);
    const referrals = JSON.parse(row.referrals) as Referral[];
    const listed = row.restricted_to === null ? null : (JSON.parse(row.restricted_to) as string[]);
    this.ownReaders = listed === null ? null : { heldBy: this.heldBy, restrictedTo: listed };
    this.restrictedTo = listed ?? this.continuedFor?.restrictedTo ?? null;
    this.isToBeSetAside = row.to_be_set_aside === 1;
    this.isFrozen = row.frozen_on !== null || this.isToBeSetAside;
    this.parties = {
      children: this.children,
      teams: [row.team, ...teamsAsked(addresseeOf(row)).flatMap((team) => team ?? [])],
      heldBy: this.heldBy,
      raisedBy: takenOn && row.was_moved === 0 ? row.iro : null,
      practiceOf: row.practice_of,
      addressedNow: addresseeOf(row),
      addressedEver: JSON.parse(row.asked) as Addressee[],
      leftWithoutAnswer: [],
      wasReferred: referrals.length > 0,
      referredFrom: standingReferral({ referrals })?.from ?? null,
      sitting: JSON.parse(row.tabled) as DisputeRow['tabled'],
      named: [],
      listed: this.restrictedTo ?? [],
      // Nothing is asked of those who are only let read it.
      letRead: [],
    };
  }

  /** @param isNamed they are to do one of its actions */
  mayOpen({ person }: Pick<InOffice, 'person'>, isNamed = false): boolean {
    const asker = this.office.asker(person);
    if (this.ownReaders !== null && !mayRead(person, this.ownReaders)) return false;
    if (this.continuedFor !== null && !mayRead(person, this.continuedFor)) return false;
    if (this.isToBeSetAside && !readsAfterDeath(asker, this.owners())) return false;
    const parties = isNamed ? { ...this.parties, named: [person] } : this.parties;
    const { directory, on } = this.office;
    return mayKnow(asker, relationsByParties(parties, asker, directory, on), ['dispute.read']);
  }

  /** Nobody holds a row of a register: it is theirs to whom its children are allocated. */
  private owners(): Owners {
    const { directory, on } = this.office;
    return this.isTakenOn ? [this.heldBy] : this.children.map((child) => directory.child(child, on)?.iro);
  }

  /** Those of some people who may read it. */
  opening(people: readonly InOffice[]): Asked[] {
    return people.filter((each) => this.mayOpen(each)).map((each) => ({ ...each, mayRead: true }));
  }

  /** A person who sits in the IRO's seat of it. */
  iro(): Asked[] {
    return this.opening(this.office.iro(this.heldBy));
  }

  /** Those who sit in the IRO's seat of its children today, whoever holds it. */
  irosToday(): Asked[] {
    const { directory, on } = this.office;
    const iros = new Set(this.children.map((child) => directory.child(child, on)?.iro ?? null));
    return this.opening([...iros].flatMap((iro) => this.office.iro(iro)));
  }

  /** Nobody can act from the IRO's seat: the person who held it has left. */
  get isWithoutIro(): boolean {
    return this.office.iro(this.heldBy).length === 0;
  }

  /** Holders of some kinds of post that answer for its team, or for another that is asked. */
  holders(kinds: readonly PostKind[], team: string | null = this.team): Asked[] {
    return this.opening(kinds.flatMap((kind) => this.office.holders(kind, team ?? this.team, this.childrenOf(team))));
  }

  /** Of siblings of several teams those of one: what is asked of social workers is asked of theirs. All of them, where none is of it. */
  private childrenOf(team: string | null): readonly string[] {
    if (!this.isOfSeveralTeams) return this.children;
    const { directory, on } = this.office;
    const ofIt = this.children.filter((child) => directory.child(child, on)?.team === team);
    return ofIt.length > 0 ? ofIt : this.children;
  }

  /** The person who is to do something as a person: one of its actions, or its answer in place of those asked. */
  person(person: string | null, isNamed: boolean): Asked[] {
    if (person === null || !this.office.isIn(person)) return [];
    const found: InOffice = { person, post: null, owner: null };
    return this.mayOpen(found, isNamed) ? [{ ...found, mayRead: true }] : [];
  }

  /** The last to be asked, who may not be able to read it. */
  lastResort(): Asked[] {
    return this.office.lastFor(this).map((found) => ({ ...found, mayRead: this.mayOpen(found) }));
  }
}

/** The teams that must answer, as a row of the register has them. */
export const teamsOn = ({
  addressed_team: team,
  addressed_also: also,
}: Pick<CaseRow, 'addressed_team' | 'addressed_also'>): Pick<Addressee, 'team' | 'alsoTeams'> =>
  addressedTo([team, ...(JSON.parse(also) as string[])]);

export const addresseeOf = (row: CaseRow): Addressee => ({
  ...teamsOn(row),
  posts: JSON.parse(row.addressed_posts) as PostKind[],
  ...(row.answers_alone === null ? {} : { person: row.answers_alone }),
});
