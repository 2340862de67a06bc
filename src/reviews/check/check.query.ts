import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { actorShown } from '../../disputes/read/actor-shown.js';
import { namesFrom } from '../../directory/names.js';
import { visibleAmong } from '../../disputes/list/visible-disputes.js';
import { Readings } from '../../reading/readings.js';
import { notRaisedAmong, withoutHidden } from '../without-hidden.js';
import { outstandingIn } from '../review.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import type { CheckDto, StandardShownDto } from './check.dto.js';

/**
 * One check, with what is outstanding. A dispute that was raised from it is named to those who may see that dispute; to
 * those from whom it is hidden, the standard reads as if nothing had been raised.
 * @throws Problem `not-found` where there is none, or none for the asker to know of
 */
export class ReadCheck extends Query<CheckDto> {
  constructor(
    readonly reference: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadCheck)
export class ReadCheckHandler implements IQueryHandler<ReadCheck> {
  constructor(
    private readonly authorised: AuthorisedReviews,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadCheck): Promise<CheckDto> {
    const { state, revision } = await this.authorised.find(reference, asker);
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const readsWords = this.authorised.readsWords(state.child, asker);
    const names = namesFrom(directory, today);
    const raised = state.standards.flatMap(({ dispute }) => dispute ?? []);
    const visible = visibleAmong(raised, asker, directory, today, readModels);
    const hidden = notRaisedAmong(raised, asker, today, readModels);
    return {
      reference,
      kind: state.kind,
      child: names.child(state.child),
      iro: names.person(state.iro),
      heldOn: state.heldOn,
      withdrawn: state.withdrawnBecause !== null,
      ...(readsWords ? { withdrawnBecause: state.withdrawnBecause } : {}),
      standards: state.standards
        .map((each) => withoutHidden(each, hidden))
        .map((standard) => ({
          ...standard,
          dispute: standard.dispute !== null && visible.has(standard.dispute) ? standard.dispute : null,
          notRaisedBy: standard.notRaisedBy && actorShown(standard.notRaisedBy, names),
          outstanding: outstandingIn(state, standard),
        }))
        .map((standard) => (readsWords ? standard : withoutWords(standard))),
      revision,
    };
  }
}

/** The standards, and whether each is met, without the notes. */
const withoutWords = ({ note: _note, notRaisedBecause: _because, ...standard }: StandardShownDto): StandardShownDto =>
  standard;
