import type { LocalDate } from '../calendar/calendar.js';
import type { Recorded } from '../platform/decider.js';
import type { Acknowledged, AcknowledgementEvent, ImportedAcknowledgementFacts } from './events.js';
import { stillStands } from './thanks.js';

/** A practice acknowledgement as its events tell it. It has no clock and waits for nobody. */
export type AcknowledgementState = NotGiven | Given | Withdrawn | ImportedAcknowledgementState | ImportWithdrawn;

export interface NotGiven {
  readonly status: 'not-given';
}
export interface Given {
  readonly status: 'given';
  readonly reference: string;
  readonly givenOn: LocalDate;
  readonly giver: string;
  /** Id of the person who looks after it: the giver, until it is handed over. */
  readonly heldBy: string;
  /** It was written down for another child first: the person who gave it may know nothing of this one. */
  readonly wasMoved: boolean;
  readonly protocolVersion: number;
  /** Ids of the people whose thanks stand. */
  readonly thankedBy: readonly string[];
  /** The version that counts now; the earlier ones stay readable in the record. */
  readonly acknowledged: Acknowledged;
}
export interface Withdrawn {
  readonly status: 'withdrawn';
}
/** A row of a council's register. */
export interface ImportedAcknowledgementState {
  readonly status: 'imported';
  readonly importId: string;
  readonly facts: ImportedAcknowledgementFacts;
}
/** The import was withdrawn; the same row may be imported again. */
export interface ImportWithdrawn {
  readonly status: 'import-withdrawn';
}

export const notGiven: NotGiven = { status: 'not-given' };

/** One event further. Never refuses: what is on record happened. */
export const evolve = (state: AcknowledgementState, event: Recorded<AcknowledgementEvent>): AcknowledgementState => {
  switch (event.type) {
    case 'PracticeAcknowledged': {
      const { reference, givenOn, giver, protocolVersion, acknowledged } = event.data;
      return {
        status: 'given',
        reference,
        givenOn,
        giver,
        heldBy: giver,
        wasMoved: false,
        protocolVersion,
        thankedBy: [],
        acknowledged,
      };
    }
    case 'AcknowledgementCorrected':
      return state.status === 'given' ? asVersion(state, event.data.acknowledged) : state;
    case 'AcknowledgementMovedToChild': {
      const { children, team } = event.data.to;
      if (state.status === 'imported') return { ...state, facts: { ...state.facts, children, team } };
      return state.status === 'given'
        ? { ...asVersion(state, { ...state.acknowledged, children, team }), wasMoved: true }
        : state;
    }
    case 'AcknowledgementHandedOver':
      return state.status === 'given' ? { ...state, heldBy: event.data.toIro } : state;
    case 'AcknowledgementWithdrawn':
      return { status: 'withdrawn' };
    case 'AcknowledgementImported':
      return { status: 'imported', importId: event.data.importId, facts: event.data.facts };
    case 'ImportedAcknowledgementCorrected':
      return state.status === 'imported' ? { ...state, facts: event.data.facts } : state;
    case 'ImportedAcknowledgementWithdrawn':
      return { status: 'import-withdrawn' };
    case 'AcknowledgementThanked':
      return state.status === 'given' ? { ...state, thankedBy: [...state.thankedBy, personOf(event)] } : state;
    case 'AcknowledgementThanksTakenBack':
      return state.status === 'given'
        ? { ...state, thankedBy: state.thankedBy.filter((person) => person !== personOf(event)) }
        : state;
    default:
      return ignoreUnknown(event, state);
  }
};

const personOf = ({ metadata }: Recorded<AcknowledgementEvent>): string => metadata.actor.person;

/** Under another version, with the thanks that stand under it. */
const asVersion = (given: Given, acknowledged: Acknowledged): Given => ({
  ...given,
  acknowledged,
  thankedBy: given.thankedBy.filter((person) => stillStands(person, given.acknowledged, acknowledged)),
});

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: AcknowledgementState): AcknowledgementState => state;
