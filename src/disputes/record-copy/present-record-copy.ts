import { dayInWords } from '../../calendar/in-words.js';
import type { About } from '../../web/frame/page.js';
import { IMPACT_IN_WORDS, endingInWords, POPULATION_IN_WORDS } from '../codes-in-words.js';
import type { RecordCopyDto } from './record-copy.dto.js';

/** The content of a record copy, on a page and on paper. */
export interface RecordCopyShown {
  readonly title: string;
  readonly copy: RecordCopyDto;
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly digest: string;
  readonly protocol: string;
  readonly isForSeveral: boolean;
  readonly sentences: {
    readonly forWhom: string;
    readonly stages: string;
    readonly checkNumber: string;
    readonly receipt: string;
  };
}

/** The facts in a table, then everything that happened in the order of its dates. */
export const presentRecordCopy = (copy: RecordCopyDto, { words }: Pick<About, 'words'>): RecordCopyShown => ({
  title: `Record copy of ${words.said(copy.reference)}`,
  copy,
  facts: factsOf(copy, words).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
  digest: copy.receipt.sha256.match(/.{1,8}/g)!.join(' '),
  protocol:
    copy.protocolVersions.length === 0
      ? 'none applied'
      : `version ${copy.protocolVersions.join(', then ')} of the council’s protocol`,
  isForSeveral: copy.children.length > 1,
  sentences: {
    forWhom:
      'For the child’s own file. It holds what was raised, answered and decided. It never holds legal advice, correspondence with ' +
      'Cafcass, or who opened the record.',
    stages: words.said('Stages'),
    checkNumber: `Check number of this copy, made at revision ${copy.receipt.revision} of the record:`,
    receipt:
      'Copies of this record with the same check number say the same; one made after something was added has another. It is the ' +
      'receipt of the record: the SHA-256 of everything that it said.',
  },
});

type Fact = readonly [key: string, value: string | null];

const factsOf = (copy: RecordCopyDto, words: About['words']): Fact[] => [
  ['Child', copy.children.map(({ id, initials }) => `${initials ?? 'Initials not known'}, record ${id}`).join('; ')],
  ['Standing of the child', copy.population && POPULATION_IN_WORDS[copy.population as 'looked-after']],
  ['Kind', copy.kind === 'conversation' ? 'A conversation only' : words.said(`${capital(copy.kind)} dispute`)],
  ['Theme', [copy.theme, ...copy.secondaryThemes].flatMap((theme) => theme?.label ?? []).join('; ')],
  ['Team', copy.team?.name ?? null],
  ['Raised', [copy.raisedOn && dayInWords(copy.raisedOn), whoRaised(copy)].filter(Boolean).join(', ')],
  ['Held by', copy.heldBy?.name ?? null],
  ['The council’s own reference', copy.ownReference],
  ['How it stands', words.said(standingOf(copy))],
];

const whoRaised = ({ raisedBy, enteredBy }: RecordCopyDto): string =>
  [
    ...(raisedBy?.name ? [`by ${raisedBy.name}`] : []),
    ...(enteredBy?.name ? [`entered by ${enteredBy.name}`] : []),
  ].join(', ');

const STANDING: Readonly<Record<string, string>> = {
  discussed: 'A conversation; nothing was raised',
  open: 'Open',
  imported: 'Taken over from a register',
};

const standingOf = ({ status, ending, actions }: Pick<RecordCopyDto, 'status' | 'ending' | 'actions'>): string => {
  if (ending === null) return STANDING[status] ?? 'Ended';
  const how = endingInWords(ending.how, ending.outcome) ?? ending.how;
  const impact = ending.impact.map((code) => IMPACT_IN_WORDS[code as 'not-known'] ?? code).join('; ');
  return [
    `Ended${ending.endedOn === null ? '' : ` ${dayInWords(ending.endedOn)}`}: ${how}`,
    ...doneSince(actions),
    ...(impact === '' ? [] : [`What changed: ${impact}`]),
  ].join('. ');
};

/** What has become of the agreed actions: an end with actions for afterwards is not the end of them. */
const doneSince = (actions: RecordCopyDto['actions']): string[] => {
  const days = actions.flatMap(({ doneOn }) => doneOn ?? []).sort();
  const last = days.at(-1);
  if (actions.length === 0) return [];
  if (last === undefined || days.length < actions.length)
    return [
      actions.length === 1
        ? 'The agreed action is not yet done'
        : `${days.length} of ${actions.length} agreed actions ${days.length === 1 ? 'is' : 'are'} done`,
    ];
  return [
    actions.length === 1
      ? `The agreed action was done on ${dayInWords(last)}`
      : `All ${actions.length} agreed actions are done, the last on ${dayInWords(last)}`,
  ];
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
