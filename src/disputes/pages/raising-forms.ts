import { Inject, Injectable } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { dateSaid, NO_DATE } from '../../notices/concerned.js';
import { messageOf } from '../../notices/templates.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { DIRECTORY } from '../../platform/tokens.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { wordsOn } from '../../protocol/words-now.js';
import { Readings } from '../../reading/readings.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Carrying } from '../../web/forms/forms.js';
import type { AnswerDeadlineSet, DisputeRaised } from '../events.js';
import { choicesFrom } from './choices.js';
import { whatFollows } from './what-follows.js';
import { WhoHasIt } from './who-has-it.js';

/** What every form that raises a dispute is drawn with, whatever it begins from. */
@Injectable()
export class RaisingForms {
  constructor(
    private readonly readings: Readings,
    private readonly whoHasIt: WhoHasIt,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /**
   * Stands in the body for what later pages ask, while an earlier one is tried. It is urgent, for a reason, since that alone excuses from
   * what the protocol asks for before raising.
   */
  meanwhile(): Required<Pick<Carrying, 'meanwhile'>> {
    return {
      meanwhile: async () => {
        const { themes = [] } = await this.choices();
        const later = 'Asked for on a later page';
        return { theme: themes[0]?.value ?? '', concern: later, urgent: true, urgentBecause: later };
      },
    };
  }

  async choices(): Promise<ChoicesBy> {
    const { protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const { protocol } = protocols.inForceOn(today);
    return choicesFrom({ dispute: null, entries: [], directory: this.directory, protocol, today });
  }

  /** To whom it goes and by when, from the events that raising would give. */
  async follows(events: readonly DomainEvent[]): Promise<readonly string[]> {
    const raised = events.find(({ type }) => type.endsWith('DisputeRaised'))?.data as DisputeRaised | undefined;
    const { protocols, now } = await this.readings.now();
    const children = raised?.subject.children ?? [];
    const around = { children, directory: this.directory, protocols, today: londonDate(now), now: null };
    return [...whatFollows(events, around), ...(raised === undefined ? [] : [theyAreTold(raised, events, protocols)])];
  }

  /** The message that the next page shows once: to whom it went, and by when. */
  async said({ reference }: WrittenDto, { asker }: SentWith): Promise<string> {
    const sent = (await this.whoHasIt.onceSent(reference, asker, 'Sent to')) ?? 'Sent.';
    return `${sent} It stands below as it was recorded.`;
  }
}

/** The message that goes to those who answer, as it goes: its reference follows from the command, so that it is known before. */
const theyAreTold = (
  { reference, protocolVersion, stage }: DisputeRaised,
  events: readonly DomainEvent[],
  protocols: ProtocolBook,
): string => {
  const words = wordsOn(protocols.version(protocolVersion).protocol, stage.ladder);
  const date = events.find(({ type }) => type === 'AnswerDeadlineSet')?.data as AnswerDeadlineSet | undefined;
  const line = { kind: 'dispute-for-you', about: reference, called: words.dispute, actionId: null } as const;
  const { subject, text } = messageOf({ ...line, ...dateSaid(date ?? NO_DATE) }, words);
  return `They are told: “${subject}. ${text}”`;
};
