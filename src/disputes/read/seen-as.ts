import type { DisputeDto, DisputeEndingDto } from './dispute.dto.js';

/** How much of a dispute its reader may see. */
export type Extent = 'full' | 'outline' | 'figures';

type View = Omit<DisputeDto, 'allowedActs'>;

/** What a reader may see of one dispute, by the rows of the access table. */
export interface Sight {
  readonly extent: Extent;
  /** What passed between the IRO and Cafcass. */
  readonly cafcass: boolean;
}

/** Leaves out what was written, and for figures who it is about, who acted, and every other record. */
export const seenAs = ({ extent, cafcass }: Sight, view: View): View => {
  const shown = cafcass ? view : withoutCorrespondence(view);
  if (extent === 'full') return shown;
  return extent === 'outline' ? withoutWords(shown) : withoutPeople(withoutWords(shown));
};

const withoutCorrespondence = (view: View): View => ({
  ...view,
  cafcass: view.cafcass.map(({ grounds: _grounds, replies, ...referral }) => ({
    ...referral,
    replies: replies.map(({ summary: _summary, ...reply }) => reply),
  })),
});

const withoutWords = (view: View): View => {
  const {
    raisedWith: _raisedWith,
    conversations: _conversations,
    childViews: _childViews,
    notes: _notes,
    iroViewReason: _iroViewReason,
    ...outline
  } = view;
  return {
    ...outline,
    ending: withoutItsWords(view.ending),
    reopenings: view.reopenings.map(({ reopenedOn, ended }) => ({ reopenedOn, ended: withoutItsWords(ended) })),
    ...(view.filings && { filings: view.filings.map(({ child, filedOn }) => ({ child, filedOn })) }),
    rounds: view.rounds.map((round) => ({
      ...round,
      answers: round.answers.map(({ reasons: _reasons, actions: _actions, evidence: _evidence, ...answer }) => answer),
      verdicts: round.verdicts.map(({ reason: _reason, ...verdict }) => verdict),
    })),
    actions: view.actions.map(({ what: _what, who: _who, evidence: _evidence, ...action }) => action),
    agencies: view.agencies.map(({ summary: _summary, ...agency }) => agency),
  };
};

const withoutItsWords = (ending: DisputeEndingDto | null): DisputeEndingDto | null => {
  if (ending === null) return null;
  const { reason: _reason, impactNote: _impactNote, ...figures } = ending;
  return figures;
};

const withoutPeople = (view: View): View => {
  const { children: _children, filings: _filings, ...figures } = view;
  return {
    ...figures,
    ownReference: null,
    raisedBy: null,
    heldBy: null,
    links: [],
    linkedFrom: [],
    agencies: [],
    ending: withoutOthers(view.ending),
    reopenings: view.reopenings.map(({ reopenedOn, ended }) => ({ reopenedOn, ended: withoutOthers(ended) })),
    rounds: view.rounds.map((round) => ({
      ...round,
      answers: round.answers.map((answer) => ({ ...answer, answeredBy: { id: '', name: null } })),
    })),
  };
};

const withoutOthers = (ending: DisputeEndingDto | null): DisputeEndingDto | null =>
  ending && { ...ending, carriedOnIn: null, duplicateOf: null };
