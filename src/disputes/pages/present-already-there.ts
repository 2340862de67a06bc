import { shortDay } from '../../calendar/in-words.js';
import type { BesideForm } from '../../web/forms/carrying.js';
import type { DisputeListedDto } from '../list/list.dto.js';
import type { AlreadyThere } from '../acts/raise/already-there.query.js';

interface AskedFor {
  /** Code of the theme that is chosen; empty while none is. */
  readonly theme: string;
  /** Whether several children were named, so that each line says about which of them it is. */
  readonly areSeveral: boolean;
}

export const presentAlreadyThere = (
  { open, agreed }: AlreadyThere,
  { theme, areSeveral }: AskedFor,
  labelOf: (code: string) => string,
): BesideForm => ({
  heading: 'What is there already',
  items: [
    ...open.map((each) => ({
      text: each.reference,
      href: `/disputes/${each.reference}`,
      more: `${areSeveral ? childrenOf(each) : ''}${themeOf(each, theme, labelOf)} · ${kindOf(each)}, ${shortDay(each.raisedOn)} · still open`,
    })),
    ...(agreed === null
      ? []
      : [
          {
            text: agreed.reference,
            href: `/disputes/${agreed.reference}`,
            more: `the last time that something was agreed with ${agreed.team} on this theme, ${shortDay(agreed.raisedOn)}: ${doneOf(agreed)}`,
          },
        ]),
  ],
});

const themeOf = (each: DisputeListedDto, theme: string, labelOf: (code: string) => string): string => {
  if (each.theme === null) return 'no theme';
  return each.theme === theme ? `${labelOf(each.theme)}, the same theme` : labelOf(each.theme);
};

const childrenOf = ({ children = [] }: DisputeListedDto): string =>
  children.length === 0 ? '' : `${children.map(({ id, initials }) => initials ?? id).join(' and ')} · `;

const kindOf = ({ status, kind }: DisputeListedDto): string =>
  status === 'recorded' ? 'a conversation' : kind === 'informal' ? 'raised informally' : 'raised formally';

const doneOf = ({ actions, done }: { readonly actions: number; readonly done: number }): string =>
  `${actions} ${actions === 1 ? 'action' : 'actions'}, ${done} done`;
