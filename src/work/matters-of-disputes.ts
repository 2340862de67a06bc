import type { LocalDate } from '../calendar/calendar.js';
import type { DisputeRow } from '../../projections/dispute-register/dispute-row.js';
import { londonDate } from '../calendar/dates.js';
import { TO_BE_DECIDED } from '../disputes/to-be-decided/to-be-decided-in.js';
import { grantersInTurn, grantersOf } from '../disputes/granters.js';
import { seatsOf } from '../disputes/seats.js';
import { awaitedBy, type Due, dueAsOf, NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import { isOutside } from '../protocol/own-posts.js';
import { countedBy } from '../reading/reading.js';
import { holdersAbove } from '../roles/above.js';
import { type PostKind, SERVICE_POSTS } from '../protocol/protocol.js';
import { openDisputesKnown } from '../reports/open-disputes/open-disputes.js';
import type { OpenDispute, OpenDisputeKnown } from '../reports/open-disputes/open-dispute.js';
import { Case } from './case.js';
import type { Council } from './council.js';
import { type Asked, isLongWithTheIro, type Matter, type Shown, type Work } from './matter.js';
import { nextStageUp } from './vacancy.js';

/** The matters of every open dispute, each with the people who are asked. */
export const mattersOfDisputes = (
  council: Council,
  open: readonly OpenDisputeKnown[] = openDisputesKnown(council.reading, council.disputes),
): Matter[] => {
  const afterCare = toBeDecided(council);
  council.office.lookUp(open.flatMap(({ dispute }) => dispute.children.map(({ id }) => id)));
  return open.flatMap((known) => new DisputeAsking(known, council, afterCare.has(known.dispute.reference)).matters());
};

const toBeDecided = ({ reading: { readModels, now }, disputes }: Council): ReadonlySet<string> => {
  const rows = readModels.all<{ reference: string }>(
    `SELECT DISTINCT register.reference ${TO_BE_DECIDED} AND (${disputes.sql})`,
    { ...disputes.parameters, today: londonDate(now) },
  );
  return new Set(rows.map(({ reference }) => reference));
};

const ACTS: Readonly<Record<'answer' | 'judgement' | 'decision' | 'closing', Work>> = {
  answer: 'answer',
  judgement: 'judge',
  decision: 'decide',
  closing: 'close',
};

/** One open dispute, matter by matter. If its owners cannot be asked, it falls to somebody who can. */
class DisputeAsking {
  private readonly found: Case;

  constructor(
    private readonly known: OpenDisputeKnown,
    private readonly council: Council,
    private readonly isAfterCare: boolean,
  ) {
    this.found = new Case(known.row, council.office);
  }

  matters(): Matter[] {
    const all = this.allButLong();
    const long = all.find((each) => isLongWithTheIro(each) && each.what !== 'take-on' && each.what !== 'chase');
    return long === undefined ? all : [...all, ...this.waitsLong(long)];
  }

  /** Those who manage the IROs, but for the person who is asked already. */
  private waitsLong({ asked, waiting }: Matter): Matter[] {
    const others = this.found
      .holders(['iro-manager'])
      .filter(({ person }) => !asked.some((each) => each.person === person));
    return others.length === 0 ? [] : [{ ...this.matter('waits-long', NONE_SET, others), waiting }];
  }

  private allButLong(): Matter[] {
    const { dispute } = this.known;
    if (!dispute.takenOn) return [this.toTakeOn()];
    if (dispute.waitsFor === 'not-worked-out') return [this.ofTheIro('look-at', dispute.due)];
    // After a child's death nobody is asked but those who decide what becomes of it.
    if (this.found.isFrozen) return [...this.afterCare(), ...(this.found.isWithoutIro ? [this.toHandOver()] : [])];
    return [
      ...this.turn(),
      ...this.outside(),
      ...this.vacancyAmongSeveral(),
      ...this.silence(),
      ...this.extension(),
      ...this.lateAnswer(),
      ...this.sendBack(),
      ...this.meetings(),
      ...this.pause(),
      ...this.afterCare(),
      ...(this.found.isWithoutIro ? [this.toHandOver()] : []),
    ];
  }

  /**
   * A row opens to the IRO whom it names where a child of it is theirs today; the others are for those who answer for the IRO service. Of a
   * restricted one that none of them may read it is for the IRO of a child of it who may. A restricted one falls to all these: nobody sees it
   * in a list of rows who is not on its list.
   */
  private toTakeOn(): Matter {
    const { dispute, row } = this.known;
    const { office } = this.council;
    const isTheirs = dispute.children.some(({ id }) => office.directory.child(id, office.on)?.iro === row.held_by);
    const named = isTheirs ? this.found.opening(office.iro(row.held_by)) : [];
    if (named.length > 0) return this.matter('take-on', NONE_SET, named);
    const isRestricted = this.found.restrictedTo !== null;
    const service = this.found.holders(SERVICE_POSTS);
    const asked = service.length > 0 || !isRestricted ? service : this.found.irosToday();
    const toTakeOn = this.asked('take-on', NONE_SET, asked, () => this.fallen('take-on', NONE_SET));
    return isRestricted ? { ...toTakeOn, hasFallen: true } : toTakeOn;
  }

  /** The thing that it waits for, and to say that it has arrived. */
  private turn(): Matter[] {
    const { dispute, roles } = this.known;
    const { due } = dispute;
    const waitsFor = dispute.waitsFor as keyof typeof ACTS;
    const isAnswer = waitsFor === 'answer';
    const alone = isAnswer ? this.known.row.answers_alone : null;
    const awaited = this.awaited();
    const theirs = waitsFor === 'judgement' ? this.withoutAnswerers(awaited) : awaited;
    if (awaited.length > 0 && theirs.length === 0) return [this.toFindAJudge()];
    if (theirs.length > 0)
      return [
        ...this.receipt(alone === null ? this.seatsNotReached() : theirs),
        this.matter(ACTS[waitsFor], due, theirs),
      ];
    // Without an IRO, it is handed over first.
    if (roles.includes('iro') && this.found.isWithoutIro) return [];
    if (isAnswer && roles.some(isOutside)) return [];
    if (isAnswer) return [this.toFill(roles, this.teamsAwaited())];
    return [this.toFill(roles.filter((role) => role !== 'iro'))];
  }

  /** An answer and its judgement are acts of separate people, whatever posts one of them holds. */
  private withoutAnswerers(asked: readonly Asked[]): Asked[] {
    const given = JSON.parse(this.known.row.answered_by) as DisputeRow['answered_by'];
    return asked.filter((each) => !given.some(({ person }) => person === each.person));
  }

  /** Posts outside of the council: the IRO asks them, and enters what they answer. */
  private outside(): Matter[] {
    const { dispute, roles } = this.known;
    if (dispute.waitsFor !== 'answer' || !roles.some(isOutside)) return [];
    return [this.ofTheIro('enter-answer', dispute.due)];
  }

  /** The people whose turn it is. */
  private awaited(): Asked[] {
    const { dispute, row } = this.known;
    const alone = dispute.waitsFor === 'answer' ? row.answers_alone : null;
    return alone === null ? this.seatsAwaited() : this.found.person(alone, false);
  }

  /** The posts whose turn it is; of several teams those of each whose answer is still to come. */
  private seatsAwaited(): Asked[] {
    const { dispute, roles, stillToAnswer } = this.known;
    if (dispute.waitsFor !== 'answer') return this.seats(roles);
    return stillToAnswer.flatMap(({ team, posts }) => this.seats(posts, team));
  }

  /** To say that it has arrived, where the protocol asks for that and it has not been said. */
  private receipt(asked: readonly Asked[]): Matter[] {
    const { waitsFor, receipt } = this.known.dispute;
    if (waitsFor !== 'answer' || receipt.dueAt === null || asked.length === 0) return [];
    return [this.matter('acknowledge', receipt, asked)];
  }

  /** Of several teams those of each that has neither said that it has reached them nor answered. */
  private seatsNotReached(): Asked[] {
    const { stillToAnswer, notReached } = this.known;
    return stillToAnswer
      .filter(({ team }) => notReached.includes(team))
      .flatMap(({ team, posts }) => this.seats(posts, team));
  }

  private teamsAwaited(): (string | null)[] {
    return this.known.stillToAnswer.map(({ team }) => team);
  }

  /** A stage that needs the answer of all of them, or of several teams, waits for the one whose post is vacant too. */
  private vacancyAmongSeveral(): Matter[] {
    const { rules, row, stillToAnswer } = this.known;
    if (row.answers_alone !== null) return [];
    if (rules?.stage.answeredBy !== 'all' && stillToAnswer.length < 2) return [];
    const vacant = stillToAnswer.flatMap(({ team, posts }) => {
      const empty = posts.filter((post) => !isOutside(post) && this.seats([post], team).length === 0);
      const isWaitedFor = rules?.stage.answeredBy === 'all' ? empty.length > 0 : empty.length === posts.length;
      return isWaitedFor ? [{ team, posts: empty }] : [];
    });
    if (vacant.length === 0) return [];
    return [
      this.toFill(
        vacant.flatMap(({ posts }) => posts),
        vacant.map(({ team }) => team),
      ),
    ];
  }

  /** Others than those who are to answer chase them, also where the protocol lets the same people send it up. */
  private silence(): Matter[] {
    const { dispute, escalatedBy } = this.known;
    if (!dispute.due.late && !this.isSilentWithoutDate()) return [];
    const answering = this.awaited().map(({ person }) => person);
    const others = [...this.seats(escalatedBy), ...this.support()].filter(({ person }) => !answering.includes(person));
    return [this.asked('chase', dispute.due, others, () => this.toHandOver())];
  }

  /** Whether a stage to which the protocol gives no date has waited long: nothing is ever late there, and somebody asks all the same. */
  private isSilentWithoutDate(): boolean {
    const { dispute, rules } = this.known;
    const hasNoClock = rules?.stage.clock.unit === 'none' && dispute.due.dueOn === null && dispute.pausedOn === null;
    return dispute.waitsFor === 'answer' && hasNoClock && dispute.waiting?.isLong === true;
  }

  /** Business support sees no restricted record. It chases once: what follows is for those who may send it up. */
  private support(): Asked[] {
    if (this.found.restrictedTo !== null || this.known.isChased) return [];
    return this.council.office.anywhere('business-support').map((found) => ({ ...found, mayRead: true }));
  }

  private extension(): Matter[] {
    const { dispute, rules } = this.known;
    if (dispute.extensionAskedFor === null) return [];
    const granters = grantersOf(rules?.protocol.extensions.grantedBy ?? [], (kind) => this.seats([kind]).length > 0);
    const ifNobody = (): Matter => (granters.includes('iro') ? this.toHandOver() : this.toFill(granters));
    const [named = []] = grantersInTurn(rules?.protocol.extensions.grantedBy ?? []);
    const hasFallen = !granters.some((kind) => named.includes(kind));
    const matter = this.asked('decide-extension', dispute.due, this.seats(granters), ifNobody);
    return [hasFallen ? { ...matter, hasFallen } : matter];
  }

  /** An answer to an earlier stage that came late: where its judges are satisfied, the stage it is at is not needed. */
  private lateAnswer(): Matter[] {
    const { lateJudges } = this.known;
    if (lateJudges.length === 0) return [];
    const ifNobody = (): Matter => (lateJudges.includes('iro') ? this.toHandOver() : this.toFill(lateJudges));
    return [this.asked('judge-late-answer', NONE_SET, this.seats(lateJudges), ifNobody)];
  }

  private sendBack(): Matter[] {
    const { dispute } = this.known;
    return dispute.sendBackAskedTo === null ? [] : [this.ofTheIro('decide-send-back', dispute.due)];
  }

  private meetings(): Matter[] {
    const { dispute, rules } = this.known;
    const { now, calendar } = this.council.reading;
    const { tabled } = dispute;
    const isWithoutDay =
      dispute.waitsFor === 'answer' && rules?.stage.clock.unit === 'meeting' && dispute.firstDueOn === null;
    return [
      ...(isWithoutDay ? [this.ofTheIro('set-meeting-date', NONE_SET)] : []),
      ...(tabled === null
        ? []
        : [this.ofTheIro('agenda', this.unlessOver(dueAsOf(awaitedBy(tabled.on), now, calendar)))]),
    ];
  }

  /** A meeting that nobody has held on its day is late for those who hold it, and not for who is to be ready. */
  private unlessOver(due: Due): Due {
    return due.late ? NONE_SET : due;
  }

  /** A pause has no last day while it lasts: those who may let the clock run on are asked when, the IRO first; never those whose clock it is. */
  private pause(): Matter[] {
    const { dispute, roles, rules } = this.known;
    if (dispute.waitsFor !== 'answer' || dispute.pausedOn === null) return [];
    const by = seatsOf(rules?.protocol.pauses.by ?? []).filter((kind) => !roles.includes(kind));
    if (by.includes('iro')) return [this.ofTheIro('end-pause', NONE_SET)];
    return [this.asked('end-pause', NONE_SET, this.seats(by), () => this.toFillThePause())];
  }

  /** The IRO decides; after a child's death with those who manage the IROs. */
  private afterCare(): Matter[] {
    if (!this.isAfterCare && !this.found.isFrozen) return [];
    const managers = this.found.isFrozen ? this.found.holders(['iro-manager']) : [];
    return [this.asked('decide-after-care', NONE_SET, [...this.found.iro(), ...managers], () => this.toHandOver())];
  }

  private toHandOver(): Matter {
    return this.fallen('hand-over', NONE_SET);
  }

  /** Of a restricted one nobody can be asked who is not on its list, so the IRO adds somebody, or names who answers. */
  private toChoose(due: Due): Matter {
    return { ...this.ofTheIro('choose-who-answers', due), hasFallen: true };
  }

  private toFillThePause(): Matter {
    return this.found.restrictedTo === null ? this.fallen('fill-vacancy', NONE_SET) : this.toChoose(NONE_SET);
  }

  /** Those of the last resort hand it over; where they may not read a restricted one, the IRO who holds it does. */
  private toFindAJudge(): Matter {
    const fallen = this.fallen('find-a-judge', NONE_SET);
    if (fallen.asked.some(({ mayRead }) => mayRead)) return fallen;
    return { ...this.ofTheIro('find-a-judge', NONE_SET), hasFallen: true };
  }

  /** Of those one stage up, or above a judge, and of the last resort. */
  private toFill(vacant: readonly PostKind[], teams: readonly (string | null)[] = [this.found.team]): Matter {
    const { dispute, rules } = this.known;
    const { team, office, restrictedTo } = this.found;
    if (restrictedTo !== null) return this.toChoose(dispute.due);
    const above =
      dispute.waitsFor === 'answer' && rules !== null
        ? teams.flatMap((each) =>
            nextStageUp(rules.protocol, dispute.stage, (posts) => this.seats(seatsOf(posts), each)),
          )
        : vacant.flatMap((kind) =>
            holdersAbove(kind, { team, service: null }, office.directory, office.on).flatMap(({ person, ...post }) =>
              person === null ? [] : this.found.opening([{ person, post, owner: null }]),
            ),
          );
    const asked = above.length > 0 ? above : this.found.lastResort();
    return { ...this.matter('fill-vacancy', dispute.due, asked), hasFallen: true };
  }

  private ofTheIro(what: Work, due: Due): Matter {
    return this.asked(what, due, this.found.iro(), () => this.toHandOver());
  }

  private fallen(what: Work, due: Due): Matter {
    return { ...this.matter(what, due, this.found.lastResort()), hasFallen: true };
  }

  private asked(what: Work, due: Due, asked: readonly Asked[], ifNobody: () => Matter): Matter {
    return asked.length > 0 ? this.matter(what, due, asked) : ifNobody();
  }

  private matter(what: Work, due: Due, asked: readonly Asked[]): Matter {
    const { dispute } = this.known;
    const own = this.beganOn(what);
    const isTheTurn = own === null && due === dispute.due;
    const waiting = isTheTurn ? dispute.waiting : waitingSince(NONE_SET, own, countedBy(this.council.reading));
    return { what, shown: shownOf(dispute), actionId: null, due, waiting, asked, hasFallen: false };
  }

  /** The day on which work began that is not the turn itself; null if that is not known. */
  private beganOn(what: Work): LocalDate | null {
    const { dispute, row } = this.known;
    const since: Readonly<Partial<Record<Work, LocalDate | null>>> = {
      'take-on': row.waits_since,
      'set-meeting-date': dispute.stageBeganOn,
      'end-pause': dispute.pausedOn,
      'decide-after-care': row.frozen_on,
    };
    return since[what] ?? null;
  }

  private seats(roles: readonly PostKind[], team?: string | null): Asked[] {
    return roles.flatMap((role) => (role === 'iro' ? this.found.iro() : this.found.holders([role], team)));
  }
}

const shownOf = ({
  reference,
  children,
  team,
  theme,
  ladder,
  stage,
  stageName,
  raisedOn,
  takenOn,
  heldBy,
}: OpenDispute): Shown => ({
  ...{ reference, children, team, theme, ladder, stage, stageName, raisedOn, takenOn, heldBy },
});
