import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Recorded } from '../../platform/decider.js';
import { standingThanks, thanksTakenBack } from '../thanks.js';
import { notFound } from '../../platform/http/problem.js';
import { Versioned } from '../../platform/http/written.dto.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import type { Acknowledged, AcknowledgementEvent } from '../events.js';
import type { AcknowledgementDto } from './read.dto.js';

/** One acknowledgement as its reader may see it. */
export class ReadAcknowledgement extends Query<Versioned<AcknowledgementDto>> {
  constructor(
    readonly reference: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadAcknowledgement)
export class ReadAcknowledgementHandler implements IQueryHandler<ReadAcknowledgement> {
  constructor(
    private readonly authorised: AuthorisedAcknowledgements,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadAcknowledgement): Promise<Versioned<AcknowledgementDto>> {
    const { events, permission } = await this.authorised.read(reference, asker);
    const { directory, now } = this.readings.withoutRules();
    const view = acknowledgementView(reference, events, namesFrom(directory, londonDate(now)));
    const seen =
      permission === 'acknowledgement.read'
        ? view
        : permission === 'acknowledgement.read-outline'
          ? outlineOf(view)
          : figuresOf(view);
    const yours = seesAll(asker) ? undefined : standingIn(events).find(({ person }) => person === asker.person);
    return new Versioned({ ...seen, yourThanks: yours?.text ?? null }, view.revision);
  }
}

/** Folds the events of one acknowledgement into what a page shows. */
export const acknowledgementView = (
  reference: string,
  events: readonly RecordedEvent[],
  names: Names,
): AcknowledgementDto => {
  let view: AcknowledgementDto | undefined;
  for (const { type, data } of events as unknown as readonly Recorded<AcknowledgementEvent>[]) {
    switch (type) {
      case 'PracticeAcknowledged':
        view = {
          ...blank(reference),
          ...said(data.acknowledged, data.givenOn, names),
          givenOn: data.givenOn,
          givenBy: names.person(data.giver),
          giverRole: data.giverRole,
        };
        break;
      case 'AcknowledgementCorrected':
        view = { ...view!, ...said(data.acknowledged, view!.givenOn, names), version: view!.version + 1 };
        break;
      case 'AcknowledgementMovedToChild':
        view = {
          ...view!,
          team: names.team(data.to.team, view!.givenOn),
          children: data.to.children.map(names.child),
        };
        break;
      case 'AcknowledgementThanked':
      case 'AcknowledgementThanksTakenBack':
        break;
      case 'AcknowledgementWithdrawn':
        view = { ...view!, status: 'withdrawn', withdrawnBecause: data.reason };
        break;
      case 'AcknowledgementImported':
        view = {
          ...blank(reference),
          status: 'imported',
          ownReference: data.ownReference,
          ...fromRow(data.facts, names),
        };
        break;
      case 'ImportedAcknowledgementCorrected':
        view = { ...view!, ...fromRow(data.facts, names), version: view!.version + 1 };
        break;
      case 'ImportedAcknowledgementWithdrawn':
        break;
    }
  }
  if (!view) throw notFound();
  return { ...view, ...thanksIn(events), revision: events.at(-1)!.revision };
};

const blank = (reference: string): AcknowledgementDto => ({
  reference,
  ownReference: null,
  status: 'given',
  givenOn: '',
  givenBy: null,
  giverRole: null,
  team: { id: '', name: null },
  theme: '',
  wholeTeam: false,
  people: [],
  thanks: [],
  thanksTakenBack: [],
  yourThanks: null,
  version: 1,
  revision: 0,
});

/** The words of thanks that stand under the version that counts now, and those that were taken back. */
const thanksIn = (events: readonly RecordedEvent[]): Pick<AcknowledgementDto, 'thanks' | 'thanksTakenBack'> => ({
  thanks: standingIn(events).map(({ text }) => text),
  thanksTakenBack: [...thanksTakenBack(happenedIn(events))],
});

const standingIn = (events: readonly RecordedEvent[]): ReturnType<typeof standingThanks> =>
  standingThanks(happenedIn(events));

const happenedIn = (events: readonly RecordedEvent[]): readonly Recorded<AcknowledgementEvent>[] =>
  events as unknown as readonly Recorded<AcknowledgementEvent>[];

const said = (acknowledged: Acknowledged, givenOn: string, names: Names) => ({
  team: names.team(acknowledged.team, givenOn),
  children: acknowledged.children.map(names.child),
  theme: acknowledged.theme,
  wholeTeam: acknowledged.wholeTeam,
  people: acknowledged.people.map(({ person, name, agency }) => ({
    person: person === null ? null : names.person(person),
    name,
    agency,
  })),
  whatTheyDid: acknowledged.whatTheyDid,
  differenceForChild: acknowledged.differenceForChild,
});

type Facts = Extract<AcknowledgementEvent, { type: 'AcknowledgementImported' }>['data']['facts'];

const fromRow = (facts: Facts, names: Names) => ({
  givenOn: facts.givenOn,
  givenBy: facts.giver === null ? null : names.person(facts.giver),
  team: names.team(facts.team, facts.givenOn),
  children: facts.children.map(names.child),
  theme: facts.theme,
  whatTheyDid: facts.whatTheyDid,
  differenceForChild: null,
});

/** Without what was written, names of people outside of the directory among it. */
const outlineOf = (view: AcknowledgementDto): AcknowledgementDto => {
  const {
    whatTheyDid: _what,
    differenceForChild: _difference,
    thanks: _thanks,
    thanksTakenBack: _takenBack,
    withdrawnBecause: _why,
    ...seen
  } = view;
  const { people = [], ...outline } = seen;
  return { ...outline, people: people.map(({ person }) => ({ person, name: null, agency: null })) };
};

/** Without the children, and without anybody's name. */
const figuresOf = (view: AcknowledgementDto): AcknowledgementDto => {
  const { children: _children, people: _people, ...figures } = outlineOf(view);
  return { ...figures, ownReference: null, givenBy: null };
};
