import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { actorShown } from '../../disputes/read/actor-shown.js';
import { visibleAmong } from '../../disputes/list/visible-disputes.js';
import { Readings } from '../../reading/readings.js';
import { notRaisedAmong, withoutHidden } from '../without-hidden.js';
import { isAnsweredAfterSilence, standingOf } from './recommendations.js';
import type { RecommendationsDto } from './recommendations.dto.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';

/**
 * The recommendations of one review, and what came of them. A dispute raised over a disagreement is named to those who may see it; to
 * those from whom it is hidden, they read as if nothing had been raised.
 * @throws Problem `not-found` where there are none, or none for the asker to know of
 */
export class ReadRecommendations extends Query<RecommendationsDto> {
  constructor(
    readonly reference: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadRecommendations)
export class ReadRecommendationsHandler implements IQueryHandler<ReadRecommendations> {
  constructor(
    private readonly authorised: AuthorisedRecommendations,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadRecommendations): Promise<RecommendationsDto> {
    const { state: found, revision } = await this.authorised.find(reference, asker);
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const raised = found.dispute === null ? [] : [found.dispute];
    const state = withoutHidden(found, notRaisedAmong(raised, asker, today, readModels));
    const {
      child,
      iro,
      team,
      answer,
      dispute,
      protocolVersion: _version,
      notYetCertain,
      countedFrom: _from,
      ...shown
    } = state;
    const names = namesFrom(directory, today);
    const sees = visibleAmong(raised, asker, directory, today, readModels).size > 0;
    const view: RecommendationsDto = {
      ...shown,
      child: names.child(child),
      iro: names.person(iro),
      team: team === null ? null : names.team(team, state.sentOn),
      certain: notYetCertain !== true,
      standing: standingOf(state),
      answer: answer && {
        what: answer.what,
        by: names.person(answer.person),
        role: answer.role,
        answeredAt: answer.answeredAt,
        words: answer.words,
        late: isAnsweredAfterSilence(state),
      },
      dispute: sees ? dispute : null,
      letStandBy: state.letStandBy && actorShown(state.letStandBy, names),
      revision,
    };
    return this.authorised.readsWords(found, asker) ? view : withoutWords(view);
  }
}

/** That there are some, and their dates; nothing that was written. */
const withoutWords = (view: RecommendationsDto): RecommendationsDto => {
  const { letStandBecause: _because, withdrawnBecause: _why, ...outline } = view;
  return {
    ...outline,
    recommendations: view.recommendations.map(({ number, by }) => ({ number, by })),
    answer: view.answer && { ...view.answer, words: undefined },
  };
};
