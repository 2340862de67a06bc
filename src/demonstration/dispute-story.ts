import type { LocalDate } from '../calendar/calendar.js';
import { addDays, instantInLondon } from '../calendar/dates.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import type { Raising } from '../disputes/acts/raise/raising.js';
import type { Agreement, Subject, WantedResponse } from '../disputes/events.js';
import type { DocumentNamed } from '../documents/events.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import { stageOf } from '../protocol/ladder.js';
import type { Cast, ScriptedAct, Setting } from './setting.js';
import {
  daysOffered,
  type EvidenceFile,
  minutesOfTheReview,
  noteThatItIsDone,
  type ScriptedDocument,
  sentAs,
} from './evidence.js';
import { ANSWERS, STORIES, type Story } from './stories.js';

const DAYS = 730;

/** The response to the one action that each dispute asks for, by how far the answer agrees. */
const RESPONSES_BY: Readonly<Record<Agreement, WantedResponse>> = {
  agree: { wanted: 1, response: 'accepted', reason: null },
  partly: { wanted: 1, response: 'changed', reason: 'It can be done, by another worker and a week later.' },
  disagree: { wanted: 1, response: 'declined', reason: 'It would come before the assessment on which it rests.' },
};

/** Told forwards in time; whatever would happen after today is cut off, and so the newest disputes are still open. */
export class DisputeStory {
  /** The evidence that was sent with it. */
  readonly documents: ScriptedDocument[] = [];
  private readonly acts: ScriptedAct[] = [];
  private hasEvidence = false;
  /** The person who raises it where the IRO does not. */
  private sentBy: Actor | null = null;
  private readonly story: Story;
  private readonly subject: Subject;
  private day: LocalDate;
  private minute = 0;
  private reference = '';
  private step = 0;

  constructor(
    private readonly setting: Setting,
    private readonly number: number,
  ) {
    const { chance, cast, today } = setting;
    this.story = chance.weighted(STORIES);
    const child = chance.oneOf(cast.children);
    const siblings = chance.happens(5) ? siblingsOf(child, cast) : [];
    const children = [child, ...siblings].map(({ childId }) => childId);
    this.subject = { children, population: child.population, iro: child.iro, team: child.team };
    this.day = this.nextWorkingDay(addDays(today, -chance.number(0, DAYS)));
    this.minute = chance.number(0, 90);
  }

  tell(): ScriptedAct[] {
    if (this.setting.chance.happens(56)) this.informal();
    else this.formal(this.setting.chance.happens(6) ? 2 : 1, []);
    return this.acts;
  }

  /** Raised so many working days ago, and no answer yet. */
  unanswered(kind: 'informal' | 'formal', workingDaysAgo: number): ScriptedAct[] {
    this.begin(workingDaysAgo);
    this.raise(kind);
    return this.acts;
  }

  /** Raised so many working days ago by somebody in the place of its IRO, and no answer yet. */
  raisedInTheirPlace(kind: 'business-support' | 'iro-manager', workingDaysAgo: number): ScriptedAct[] {
    const { team: _, ...holder } = this.setting.cast.holder(kind, this.subject.team);
    this.sentBy = kind === 'business-support' ? { ...holder, actingFor: this.subject.iro } : holder;
    return this.unanswered('formal', workingDaysAgo);
  }

  /** Answered on the day after it was raised, and the IRO has not judged it yet. */
  answered(workingDaysAgo: number): ScriptedAct[] {
    return this.answeredAt(1, workingDaysAgo);
  }

  /** The same at a stage above, which was reached as no answer came below; or informally, at stage 0. */
  answeredAt(stage: number, workingDaysAgo: number): ScriptedAct[] {
    this.sentUpTo(stage, workingDaysAgo);
    this.later(1, 1);
    this.answer(stage);
    return this.acts;
  }

  /** Nobody answers, and the IRO sends it up as each date passes. */
  climbing(workingDaysAgo: number): ScriptedAct[] {
    this.begin(workingDaysAgo);
    this.raise('formal');
    for (let stage = 2; stage <= this.setting.protocol.stages.length; stage++) {
      this.later(6, 6);
      this.byIro({ type: 'escalate', toStage: stage, reason: 'No answer came by the date due.', meetingOn: null });
    }
    this.later(6, 6);
    this.stalemate();
    return this.acts;
  }

  /** No answer yet, and those who must give it ask for a later date. */
  extensionAsked(workingDaysAgo: number, atStage = 1): ScriptedAct[] {
    const { calendar, today } = this.setting;
    this.sentUpTo(atStage, workingDaysAgo);
    this.later(1, 1);
    const askedFor = calendar.addWorkingDays(today, 5).day;
    this.byStage(atStage, {
      ...{ type: 'ask-for-extension', askedFor },
      reason: 'The hearing is on the day the answer is due.',
    });
    return this.acts;
  }

  /** Nobody reads it but those on a list, and the IRO who holds it. */
  restricted(workingDaysAgo: number, readers: readonly string[]): ScriptedAct[] {
    this.begin(workingDaysAgo);
    this.raise('formal');
    const reason = 'A member of staff is a relative of the family.';
    this.byIro({ type: 'restrict', readers: [...readers], answeredBy: null, reason });
    return this.acts;
  }

  /** Answered, accepted and resolved, with what was promised still to be done. */
  agreed(workingDaysAgo: number): ScriptedAct[] {
    this.begin(workingDaysAgo);
    this.raise('formal');
    this.later(1, 1);
    this.answer(1);
    this.later(1, 1);
    this.byIro({ type: 'judge', verdict: 'satisfied', reason: 'There is a date, and a person who will do it.' });
    this.byIro({ type: 'resolve', outcome: 'RES-ACT', impact: [this.story.change], impactNote: null });
    return this.acts;
  }

  /** Agreed, and what was promised has been done since. */
  carriedOut(workingDaysAgo: number): ScriptedAct[] {
    this.agreed(workingDaysAgo);
    this.later(8, 8);
    this.markDone('A1');
    return this.acts;
  }

  /** Every raising, answer and done action of the story comes with a file. */
  withEvidence(): this {
    this.hasEvidence = true;
    return this;
  }

  /** The stages below gave no answer, and it waits at this one. */
  sentUpTo(stage: number, workingDaysAgo: number): ScriptedAct[] {
    this.begin(workingDaysAgo);
    this.raise(stage === 0 ? 'informal' : 'formal');
    for (let toStage = 2; toStage <= stage; toStage++) {
      this.later(6, 6);
      this.byIro({ type: 'escalate', toStage, reason: 'No answer came by the date due.', meetingOn: null });
    }
    return this.acts;
  }

  private begin(workingDaysAgo: number): void {
    const { calendar, today } = this.setting;
    let day = today;
    for (let left = workingDaysAgo; left > 0;) {
      day = addDays(day, -1);
      if (calendar.isWorkingDay(day)) left--;
    }
    this.day = this.nextWorkingDay(day);
    this.minute = -this.setting.chance.number(10, 60);
  }

  private informal(): void {
    const { chance } = this.setting;
    this.raise('informal');
    if (chance.happens(2))
      return this.byIro({ type: 'withdraw', reason: 'The facts were not as I had understood them.' });
    const silent = chance.happens(14);
    if (silent) {
      this.later(6, 8);
      this.byIro({ type: 'chase', how: 'Telephone' });
      if (chance.happens(55)) return this.formalise('No answer came.');
    }
    this.later(1, silent ? 3 : 7);
    this.answer(0);
    this.later(0, 3);
    if (chance.happens(76)) return this.settle(0);
    this.byIro({
      type: 'judge',
      verdict: chance.oneOf(['partly', 'not']),
      reason: 'The answer has no date by which it will be done.',
    });
    this.later(0, 2);
    this.formalise('The informal answer does not put it right.');
  }

  private formalise(reason: string): void {
    const informal = this.reference;
    const firstActs = this.acts.length;
    this.formal(1, [{ kind: 'formalises', to: informal }]);
    const raised = this.acts[firstActs]!;
    const formal = this.acts[firstActs]!.stream.slice('dispute-'.length);
    this.acts.push({
      ...raised,
      stream: `dispute-${informal}`,
      commandId: derivedId(raised.commandId, 'formalise'),
      act: { aggregate: 'dispute', act: { type: 'formalise', formal, reason } },
    });
  }

  private formal(stage: number, links: Raising['links']): void {
    const { chance } = this.setting;
    this.raise('formal', stage, links);
    if (chance.happens(1)) {
      this.later(0, 2);
      return this.byIro({
        type: 'void',
        because: 'raised-in-error',
        duplicateOf: null,
        reason: 'Raised twice by mistake.',
      });
    }
    if (chance.happens(2)) {
      this.later(1, 3);
      return this.byIro({ type: 'withdraw', reason: 'It was put right before the answer was due.' });
    }
    if (this.onTheWay() === 'goes-on') this.climb(stage);
  }

  /** Events on the way of some disputes: the theme is set right, the child gives a view, the child leaves care. */
  private onTheWay(): 'goes-on' | 'ended' {
    const { chance } = this.setting;
    if (chance.happens(6) && this.story.theme !== 'DD-CARE') {
      const reason = 'On reading it again this is what it is about.';
      this.byIro({ type: 'correct-theme', theme: 'DD-CARE', secondaryThemes: [this.story.theme], reason });
    }
    if (chance.happens(10))
      this.byIro({ type: 'note-filing', child: this.subject.children[0]!, where: 'Case notes', filedOn: this.day });
    if (!chance.happens(2)) return 'goes-on';
    this.later(1, 3);
    const reason = 'They went home with the order discharged; the worker of the new team has the concern in writing.';
    this.byIro({ type: 'end-otherwise', outcome: 'ENDED-CARE', reason, impact: ['not-known'] });
    return 'ended';
  }

  /** Stage by stage until it is settled, or the top is reached. */
  private climb(stage: number): void {
    const { chance, protocol } = this.setting;
    const top = protocol.stages.length;
    for (let at = stage; ; at++) {
      const answered = this.stageIsAnswered(at);
      if (answered && chance.happens(70 + at * 5)) return this.settle(at);
      if (answered) {
        this.later(0, 3);
        this.byIro({
          type: 'judge',
          verdict: chance.oneOf(['partly', 'not']),
          reason: 'It still has no end date, and nothing has moved.',
        });
      }
      if (at === top) return this.stalemate();
      // Cafcass has one referral of a dispute at a time.
      if (at === 3 && chance.happens(30)) this.cafcass();
      this.later(0, 2);
      this.byIro({
        type: 'escalate',
        toStage: at + 1,
        reason: answered ? 'The answer does not put it right.' : 'No answer came by the date due.',
        meetingOn: null,
      });
    }
  }

  /** Says whether an answer came at all. Some come late, some after an extension, some never. */
  private stageIsAnswered(stage: number): boolean {
    const { chance } = this.setting;
    if (chance.happens(12)) {
      this.later(7, 9);
      return false;
    }
    if (chance.happens(8)) return this.extendedAnswer(stage);
    this.later(1, chance.happens(80) ? 5 : 9);
    this.answer(stage);
    return true;
  }

  private extendedAnswer(stage: number): boolean {
    const { chance, calendar, protocol } = this.setting;
    if (!protocol.extensions.allowed) {
      this.later(2, 5);
      this.answer(stage);
      return true;
    }
    const askedFor = calendar.addWorkingDays(this.day, 8).day;
    this.later(2, 3);
    this.byStage(stage, {
      type: 'ask-for-extension',
      askedFor,
      reason: 'The hearing is on the day the answer is due.',
    });
    this.later(0, 1);
    const granted = chance.happens(70);
    this.byIro(
      granted
        ? { type: 'grant-extension', reason: null }
        : { type: 'refuse-extension', reason: 'The child cannot wait for it.' },
    );
    this.later(1, granted ? 4 : 2);
    this.answer(stage);
    return true;
  }

  private stalemate(): void {
    const reason = 'The IRO remains dissatisfied at the top of the ladder.';
    this.byIro({ type: 'record-stalemate', reason, impact: ['no-change-yet'] });
  }

  private cafcass(): void {
    this.later(1, 2);
    this.byIro({
      type: 'refer-to-cafcass',
      grounds: 'Regulation 45: review decisions not carried out',
      legalAdviceTaken: true,
      told: ['child', 'iro-manager', 'director'],
      sentOn: this.day,
    });
  }

  /** The judge accepts, the dispute is resolved, and what was promised is done, mostly. */
  private settle(stage: number): void {
    const { chance, calendar } = this.setting;
    this.later(0, 3);
    this.byIro({ type: 'judge', verdict: 'satisfied', reason: 'There is a date, and a person who will do it.' });
    const doneAtOnce = chance.happens(35);
    const done = (): void => this.markDone('A1');
    if (doneAtOnce) {
      this.later(2, 10);
      done();
    }
    this.later(0, 2);
    const impact = chance.happens(72) ? this.story.change : chance.oneOf(['no-change-yet', 'not-known'] as const);
    this.byIro({ type: 'resolve', outcome: doneAtOnce ? 'RES-FULL' : 'RES-ACT', impact: [impact], impactNote: null });
    if (!doneAtOnce && chance.happens(96)) {
      this.day = calendar.addWorkingDays(this.day, chance.number(3, 25)).day;
      done();
    } else if (!doneAtOnce && chance.happens(60)) {
      this.day = calendar.addWorkingDays(this.day, chance.number(20, 30)).day;
      this.byIro({ type: 'reopen', reason: 'What was agreed has not been done.' });
      this.putRightAtLast(stage);
    }
  }

  /** After it was opened again: a second answer, this time kept. */
  private putRightAtLast(stage: number): void {
    this.later(1, 4);
    this.answer(stage);
    this.later(0, 2);
    this.byIro({ type: 'judge', verdict: 'satisfied', reason: 'I have seen it begun.' });
    this.later(2, 8);
    for (const actionId of ['A1', 'A2'])
      this.byIro({ type: 'mark-action-done', actionId, evidence: this.story.evidence, doneOn: this.day });
    this.byIro({ type: 'resolve', outcome: 'RES-FULL', impact: [this.story.change], impactNote: null });
  }

  private raise(kind: 'informal' | 'formal', stage = 1, links: Raising['links'] = []): void {
    const { chance, calendar, cast } = this.setting;
    const commandId = derivedId('demonstration', this.number, this.step);
    this.reference = referenceFor('DRP', commandId);
    const raising: Raising = {
      reference: this.reference,
      subject: this.subject,
      theme: this.story.theme,
      secondaryThemes: [],
      concern: this.story.concern,
      impactIfNothingChanges: this.story.impact,
      acknowledged: chance.happens(60) ? 'The worker has kept every visit and knows them well.' : null,
      actionsWanted: [
        {
          what: this.story.wanted,
          ...this.owner(cast.managerName(this.subject.team)),
          by: calendar.addWorkingDays(this.day, 10).day,
          measure: this.story.evidence,
        },
      ],
      spokeFirst: chance.happens(65)
        ? {
            spokeTo: cast.managerName(this.subject.team),
            spokeOn: this.day,
            result: 'We agreed that it should be written down.',
          }
        : null,
      childView: chance.happens(40)
        ? { view: 'I want to know what happens next.', told: true, advocateOffered: true, advocateOfferedOn: this.day }
        : null,
      urgent: stage > 1,
      links,
      earlierDate: null,
      meetingOn: null,
      outsideAdvice: [],
      ...this.attached(cast.iro(this.subject.iro), (child) =>
        minutesOfTheReview(child, addDays(this.day, -30), this.story.wanted),
      ),
    };
    this.push(
      kind === 'informal'
        ? { type: 'raise-informal', ...raising }
        : {
            type: 'raise-formal',
            ...raising,
            stage,
            stageReason: stage > 1 ? 'The team manager has already said that it cannot decide this.' : null,
          },
      this.sentBy ?? cast.iro(this.subject.iro),
      commandId,
    );
  }

  private answer(stage: number): void {
    const { chance, calendar, cast } = this.setting;
    const agreement = chance.weighted<Agreement>([
      [70, 'agree'],
      [20, 'partly'],
      [10, 'disagree'],
    ]);
    const worker = chance.oneOf(cast.workers(this.subject.team));
    this.byStage(stage, {
      type: 'answer',
      agreement,
      reasons: chance.oneOf(ANSWERS[agreement]),
      responses: [RESPONSES_BY[agreement]],
      actions: [
        {
          what: this.story.promised,
          ...this.owner(worker),
          by: calendar.addWorkingDays(this.day, chance.number(5, 20)).day,
          measure: null,
        },
      ],
      evidence: null,
      ...this.attached(this.holderOf(stage), () =>
        daysOffered(this.story.promised, [addDays(this.day, 7), addDays(this.day, 14)]),
      ),
    });
  }

  private owner(name: string): { who: string; person: string } {
    return { who: name, person: this.setting.cast.personId(name) };
  }

  private byStage(stage: number, act: DisputeAct): void {
    this.push(act, this.holderOf(stage));
  }

  private holderOf(stage: number): Actor {
    const { addressees } = stageOf(this.setting.protocol, stage);
    const role = addressees.includes('team-manager') ? 'team-manager' : addressees[0]!;
    return this.setting.cast.holder(role, this.subject.team);
  }

  private markDone(actionId: string): void {
    const { promised, evidence } = this.story;
    this.byIro({
      ...{ type: 'mark-action-done', actionId, evidence, doneOn: this.day },
      ...this.attached(this.setting.cast.iro(this.subject.iro), () => noteThatItIsDone(promised, this.day)),
    });
  }

  /** @param write is given the record number of the first child */
  private attached(sender: Actor, write: (child: string) => EvidenceFile): { documents?: DocumentNamed[] } {
    if (!this.hasEvidence) return {};
    const file = write(this.subject.children[0]!);
    const document = sentAs(file, sender.person, this.day, `${this.number} ${this.step}`);
    this.documents.push(document);
    return { documents: [document.named] };
  }

  private byIro(act: DisputeAct): void {
    this.push(act, this.setting.cast.iro(this.subject.iro));
  }

  private push(act: DisputeAct, actor: Actor, commandId = derivedId('demonstration', this.number, this.step)): void {
    this.step++;
    this.minute += 2;
    this.acts.push({
      at: instantInLondon(this.day, 9, this.minute),
      stream: `dispute-${this.reference}`,
      commandId,
      actor,
      act: { aggregate: 'dispute', act },
    });
  }

  private later(least: number, most: number): void {
    const days = this.setting.chance.number(least, most);
    if (days === 0) return;
    this.day = this.setting.calendar.addWorkingDays(this.day, days).day;
    this.minute = this.setting.chance.number(0, 90);
  }

  private nextWorkingDay(date: LocalDate): LocalDate {
    return this.setting.calendar.isWorkingDay(date) ? date : this.setting.calendar.addWorkingDays(date, 1).day;
  }
}

/** Another child with the same team and IRO, where there is one. */
const siblingsOf = (child: Cast['children'][number], cast: Cast): Cast['children'] =>
  cast.children
    .filter(({ childId, team, iro }) => childId > child.childId && team === child.team && iro === child.iro)
    .slice(0, 1);
