import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { DomainEvent } from '../../platform/decider.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { Readings } from '../../reading/readings.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Carrying } from '../../web/forms/forms.js';
import type { DisputeRaised } from '../events.js';
import { choicesFrom } from './choices.js';
import { whatFollows } from './what-follows.js';

/** What every form that raises a dispute is drawn with, whatever it begins from. */
@Injectable()
export class RaisingForms {
  constructor(
    private readonly readings: Readings,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /** Stands in the body for what later pages ask, while an earlier one is checked. */
  meanwhile(): Pick<Carrying, 'meanwhile'> {
    return { meanwhile: { theme: 'OTHER', concern: 'Asked for on a later page' } };
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
    const { now } = this.readings.withoutRules();
    return whatFollows(events, raised?.subject.children ?? [], this.directory, londonDate(now));
  }
}
