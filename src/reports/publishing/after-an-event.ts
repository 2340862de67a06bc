import { londonDate } from '../../calendar/dates.js';
import { assertNever, type Recorded } from '../../platform/decider.js';
import { type Edition, newestEdition, type PublishedReportState } from './edition.js';
import type { PartTakenOut, PublishedReportEvent } from './events.js';

/** One that is begun, by the person who begins it. */
export const newEdition = (edition: number, reason: string | null, writer: string): Edition => ({
  ...{ edition, reason, figures: null, sections: {}, entered: [], stories: [], actions: [], takenOut: [] },
  ...{ comments: [], writers: [writer] },
  ...{
    presented: null,
    checkedBy: null,
    approvedBy: null,
    approvedOn: null,
    published: null,
    withdrawn: null,
    givenUp: null,
  },
});

/** In the place of what has the same key, or last. */
const putIn = <Each>(list: readonly Each[], put: Each, keyOf: (each: Each) => string): Each[] =>
  list.some((each) => keyOf(each) === keyOf(put))
    ? list.map((each) => (keyOf(each) === keyOf(put) ? put : each))
    : [...list, put];

const withoutPart = (
  { entered, stories, actions, takenOut }: Edition,
  part: PartTakenOut,
  name: string,
): Partial<Edition> => {
  switch (part) {
    case 'figure':
      return { entered: entered.filter(({ label }) => label !== name) };
    case 'story':
      return { stories: stories.filter(({ story }) => story !== name), takenOut: [...takenOut, name] };
    case 'action':
      return { actions: actions.filter(({ action }) => action !== name), takenOut: [...takenOut, name] };
    default:
      return assertNever(part);
  }
};

type Later = Exclude<Recorded<PublishedReportEvent>, { type: 'ReportDrafted' }>;

/** A report after something happened to it. */
export const evolved = (state: PublishedReportState, event: Later): PublishedReportState => {
  const person = event.metadata.actor.person;
  const changed = (change: (edition: Edition) => Partial<Edition>): PublishedReportState => ({
    ...state,
    editions: state.editions.map((each) => (each.edition === event.data.edition ? { ...each, ...change(each) } : each)),
  });
  /** A report that is changed after its check or its approval needs both again. */
  const written = (edition: Edition): Partial<Edition> => ({
    writers: edition.writers.includes(person) ? edition.writers : [...edition.writers, person],
    ...{ checkedBy: null, approvedBy: null, approvedOn: null },
  });
  switch (event.type) {
    case 'ReportFiguresFrozen': {
      const { edition: _, ...figures } = event.data;
      return changed((edition) => ({ ...written(edition), figures }));
    }
    case 'ReportSectionWritten': {
      const { section, text } = event.data;
      return changed((edition) => ({ ...written(edition), sections: { ...edition.sections, [section]: text } }));
    }
    case 'ReportFigureEntered': {
      const { edition: _, ...figure } = event.data;
      const put = { ...figure, by: person };
      return changed((edition) => ({
        ...written(edition),
        entered: putIn(edition.entered, put, ({ label }) => label),
      }));
    }
    case 'ReportStoryWritten': {
      const { edition: _, ...story } = event.data;
      const put = { ...story, writer: person, isSignedOff: false };
      return changed((edition) => ({
        ...written(edition),
        stories: putIn(edition.stories, put, (each) => each.story),
      }));
    }
    case 'ReportActionEntered': {
      const { edition: _, ...action } = event.data;
      const put = { ...action, by: person };
      return changed((edition) => ({
        ...written(edition),
        actions: putIn(edition.actions, put, (each) => each.action),
      }));
    }
    case 'ReportPartTakenOut': {
      const { part, name } = event.data;
      return changed((edition) => ({ ...written(edition), ...withoutPart(edition, part, name) }));
    }
    case 'ReportStorySignedOff': {
      const { story } = event.data;
      return changed(({ stories }) => ({
        stories: stories.map((each) => (each.story === story ? { ...each, isSignedOff: true } : each)),
      }));
    }
    case 'ReportCommentedOn': {
      const { text } = event.data;
      return changed(({ comments }) => ({ comments: [...comments, { by: person, text }] }));
    }
    case 'ReportPresented': {
      const { on, to } = event.data;
      return changed(() => ({ presented: { on, to } }));
    }
    case 'ReportChecked':
      return changed(() => ({ checkedBy: person }));
    case 'ReportApproved':
      return changed(() => ({ approvedBy: person, approvedOn: londonDate(event.metadata.occurredAt) }));
    case 'ReportPublished': {
      const { edition: _, ...published } = event.data;
      return changed(() => ({ published }));
    }
    case 'ReportCorrectionBegun': {
      const { edition, reason } = event.data;
      const { sections, entered, stories, actions, takenOut } = newestEdition(state);
      const copied = { sections, entered, stories, actions, takenOut };
      const begun = { ...newEdition(edition, reason, person), ...copied };
      return { ...state, editions: [...state.editions, begun] };
    }
    case 'ReportDraftGivenUp':
      return changed(() => ({ givenUp: event.data.reason }));
    case 'ReportWithdrawn':
      return changed(() => ({ withdrawn: event.data.reason }));
    default:
      return assertNever(event);
  }
};
