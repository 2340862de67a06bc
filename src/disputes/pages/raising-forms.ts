import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { dateSaid, NO_DATE } from '../../notices/concerned.js';
import { messageOf } from '../../notices/templates.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { wordsOn } from '../../protocol/words-now.js';
import { Readings } from '../../reading/readings.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { BesideForm, Carrying } from '../../web/forms/carrying.js';
import { entriesAt, textAt, type Typed } from '../../web/forms/typed.js';
import { type AlreadyThere, ReadAlreadyThere } from '../acts/raise/already-there.query.js';
import { presentAlreadyThere } from './present-already-there.js';
import type { AnswerDeadlineSet, DisputeRaised } from '../events.js';
import { choicesFrom } from './choices.js';
import { type AroundTheAct, isSettledOnTheCall, raisedTo, whatFollows } from './what-follows.js';
import { WhoHasIt } from './who-has-it.js';

/** The parts that every form which raises a dispute is drawn with, whatever it begins from. */
@Injectable()
export class RaisingForms {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly whoHasIt: WhoHasIt,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /** The part that all of them have in common, whatever raising begins from. */
  inCommon(asker: Asker): Required<Pick<Carrying, 'meanwhile' | 'beside' | 'said'>> {
    return {
      meanwhile: () => this.meanwhile(),
      beside: (typed) => this.beside(typed, asker),
      said: (written, sent) => this.said(written, sent),
    };
  }

  /**
   * Stands in the body for what later pages ask, while an earlier one is tried. It is urgent, for a reason, since that alone excuses from
   * what the protocol asks for before raising.
   */
  private async meanwhile(): Promise<Readonly<Record<string, unknown>>> {
    const { themes = [] } = await this.choices();
    const later = 'Asked for on a later page';
    return { theme: themes[0]?.value ?? '', concern: later, urgent: true, urgentBecause: later };
  }

  /** @param typed what was typed so far: what is asked of a stage goes by the stage at which it begins */
  async choices(typed: Typed = {}): Promise<ChoicesBy> {
    const { protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const beginsAt = stageIn(typed);
    const fromConversation = textAt(typed, 'conversation') === '' ? [] : [{ value: 'asked', text: '' }];
    return {
      ...choicesFrom({ dispute: null, entries: [], directory: this.directory, protocols, today, beginsAt }),
      'from-a-conversation': fromConversation,
    };
  }

  /** The matters open about these children already, and the actions agreed last time with their team on the theme. */
  private async beside(typed: Typed, asker: Asker): Promise<BesideForm | null> {
    const children = entriesAt(typed, 'children');
    const theme = textAt(typed, 'theme');
    if (children.length === 0) return null;
    const there = await this.queries.execute<ReadAlreadyThere, AlreadyThere>(
      new ReadAlreadyThere(children, theme, asker),
    );
    const { themes = [] } = await this.choices();
    const labelOf = (code: string): string => themes.find(({ value }) => value === code)?.text ?? code;
    return presentAlreadyThere(there, { theme, areSeveral: children.length > 1 }, labelOf);
  }

  /** To whom it goes and by when, from the events that raising would give. */
  async follows(events: readonly DomainEvent[], asker: Asker): Promise<readonly string[]> {
    const raised = events.find(({ type }) => type.endsWith('DisputeRaised'))?.data as DisputeRaised | undefined;
    const { protocols, now } = await this.readings.now();
    const children = raised?.subject.children ?? [];
    const around = { children, directory: this.directory, protocols, today: londonDate(now), now: null };
    return [
      ...whatFollows(events, around),
      ...(raised === undefined ? [] : [theyAreTold(raised, events, around)]),
      ...this.goesUnseen(asker),
    ];
  }

  /** Whoever types it in for somebody sends it: it is no draft that waits for that person. */
  private goesUnseen({ actingFor }: Asker): string[] {
    if (actingFor === undefined) return [];
    const name = this.directory.person(actingFor)?.name ?? 'the person for whom you enter it';
    return [`It goes at once, as raised by ${name}, who reads it once it is sent, and not before.`];
  }

  /** The message that the next page shows once: to whom it went, and by when. */
  private async said({ reference }: WrittenDto, { asker }: SentWith): Promise<string> {
    const sent = (await this.whoHasIt.onceSent(reference, asker, 'Sent to')) ?? 'Sent.';
    return mayReadInFull(asker)
      ? `${sent} It stands below as it was recorded.`
      : `${sent} You see below where it stands. What was written you can no longer see: it is for whoever holds it, and for those who answer.`;
  }
}

/** The number of the stage at which it would begin; undefined where nothing says so yet. */
const stageIn = (typed: Typed): number | undefined => {
  const kind = textAt(typed, 'kind');
  if (kind === 'informal') return INFORMAL;
  return kind === 'formal' ? Number(textAt(typed, 'stage') || 1) : undefined;
};

const INFORMAL = 0;

/** Business support, which types in what others raise, reads only where it stands, once it is sent. */
const mayReadInFull = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => rowFor('dispute.read', kind) !== undefined);

/** The message that goes to those who answer, as it goes: its reference follows from the command, so that it is known before. */
const theyAreTold = (raised: DisputeRaised, events: readonly DomainEvent[], around: AroundTheAct): string => {
  const { reference, protocolVersion, stage } = raised;
  const { protocols } = around;
  const words = wordsOn(protocols.version(protocolVersion).protocol, stage.ladder);
  const date = events.find(({ type }) => type === 'AnswerDeadlineSet')?.data as AnswerDeadlineSet | undefined;
  const isSettled = isSettledOnTheCall(events);
  const kind = isSettled ? 'settled-on-the-call' : 'dispute-for-you';
  const line = { kind, about: reference, called: words.dispute, actionId: null } as const;
  const { subject, text } = messageOf({ ...line, ...(isSettled ? NO_DATE : dateSaid(date ?? NO_DATE)) }, words);
  // Of what the call put right no sentence before has said to whom it goes.
  return `${isSettled ? `Told of it: ${raisedTo(raised, around)}` : 'They are told'}: “${subject}. ${text}”`;
};
