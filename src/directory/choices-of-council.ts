import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '../calendar/dates.js';
import { choicesFrom } from '../disputes/pages/choices.js';
import type { Clock } from '../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { ChoicesBy } from '../web/forms/drawn-form.js';
import type { Directory } from './directory.js';

/** The choices in forms that depend on the council alone: its teams, its IROs, the statuses of children. */
@Injectable()
export class ChoicesOfCouncil {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): ChoicesBy {
    const { directory } = this;
    const today = londonDate(this.clock.now());
    return choicesFrom({ dispute: null, entries: [], directory, protocols: null, today });
  }
}
