import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { PERMISSIONS } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { currentRound, type DisputeState, isPaused, type Matter } from '../dispute.js';
import { readersOf } from '../restriction.js';
import { standingOf } from '../standing.js';

const ALWAYS = ['add-note', 'link', 'record-child-view', 'record-conversation', 'note-filing'];
const ONCE_RAISED = [
  ...ALWAYS,
  'mark-action-done',
  'refer-to-cafcass',
  'record-cafcass-reply',
  'correct-theme',
  'hand-over',
  'record-legal-advice',
  'restrict',
  'void',
];
const WHILE_OPEN = [
  ...ONCE_RAISED,
  'record-iro-view',
  'escalate',
  'record-stalemate',
  'end-otherwise',
  'carry-on-after-care',
  'withdraw',
];
const REOPENABLE: readonly string[] = ['resolved', 'stalemate', 'ended-otherwise'];
const WHILE_AWAITED = [
  'acknowledge-receipt',
  'answer',
  'redirect',
  'chase',
  'ask-for-extension',
  'ask-for-earlier-date',
  'set-meeting-date',
];

/** Another agency is asked, or has been and is to reply. */
const toAgencies = ({ agencies }: Matter): string[] => [
  agencies.at(-1)?.repliedOn === null ? 'record-agency-reply' : 'take-to-agency',
];

/** What the process allows next. A hint for whoever draws the page: the decider has the last word. */
const actsInState = (state: DisputeState, protocols: ProtocolBook): readonly string[] => {
  switch (state.status) {
    case 'discussed':
      return ['record-conversation'];
    case 'imported':
      return state.facts.outcome === null && state.facts.resolvedOn === null ? ['take-on'] : [];
    case 'ended':
      return state.ending === 'voided'
        ? []
        : [
            ...ONCE_RAISED,
            ...liftable(state),
            ...toAgencies(state.matter),
            ...(REOPENABLE.includes(state.ending) ? ['reopen'] : []),
          ];
    case 'open': {
      const { matter } = state;
      const standing = standingOf(matter, protocols);
      const awaited = standing === 'awaiting-answer';
      const settledInTheCall = matter.kind === 'informal' && matter.spoken && awaited;
      return [
        ...liftable(state),
        ...WHILE_OPEN.filter((act) => act !== 'escalate' || matter.kind === 'formal'),
        ...(matter.kind === 'informal' ? ['formalise'] : []),
        ...toAgencies(matter),
        ...(awaited ? [...WHILE_AWAITED, isPaused(currentRound(matter)) ? 'resume-clock' : 'pause-clock'] : []),
        ...(currentRound(matter).stage > 1 && standing !== 'accepted' ? ['send-back'] : []),
        ...(currentRound(matter).extensionAsked ? ['grant-extension', 'refuse-extension'] : []),
        ...(['awaiting-judgement', 'judges-differ', 'not-accepted', 'accepted'].includes(standing) ? ['judge'] : []),
        ...(standing === 'accepted' || settledInTheCall ? ['resolve'] : []),
      ];
    }
    case 'not-raised':
    case 'import-withdrawn':
      return [];
  }
};

const liftable = (state: DisputeState): string[] => (readersOf(state) === null ? [] : ['lift-restriction']);

/** The acts that the process allows now and the access table allows this person, in alphabetical order. */
export const allowedActs = (
  state: DisputeState,
  protocols: ProtocolBook,
  asker: Asker,
  relationsFrom: RelationsFrom,
): string[] => {
  const possible = new Set(actsInState(state, protocols));
  return PERMISSIONS.filter((permission) => permission.startsWith('dispute.'))
    .filter((permission) => possible.has(permission.slice('dispute.'.length)))
    .filter((permission) => postThatMay(asker, permission, relationsFrom))
    .map((permission) => permission.slice('dispute.'.length))
    .sort();
};
