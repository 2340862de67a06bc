import { ACT_FORMS } from '../disputes/pages/act-links.js';
import { inWords } from '../web/forms/drawn-form.js';
import type { About } from '../web/frame/page.js';
import type { WordsOfPages } from '../web/frame/shared.js';
import type { DraftDto, DraftListedDto } from './drafts.dto.js';

const BEGINNINGS: Readonly<Record<string, string>> = {
  'dispute.raise': 'Raise a {dispute}',
  'acknowledgement.give': 'Give an {acknowledgement}',
};

/** The name of the record that a draft will be, in the words of its form and of the council. */
export const whatItWillBe = ({ act }: Pick<DraftListedDto, 'act'>, words: WordsOfPages): string => {
  const name = act.slice(act.indexOf('.') + 1);
  const plain = `${name[0]?.toUpperCase() ?? ''}${name.slice(1).replaceAll('-', ' ')}`;
  const link = act.startsWith('dispute.') ? ACT_FORMS.get(name)?.link : undefined;
  return inWords(BEGINNINGS[act] ?? link ?? plain, words);
};

export const presentDraft = (draft: DraftDto, { words }: Pick<About, 'words'>): object => ({
  title: draft.isYours ? 'Your draft' : 'A draft that you may read',
  draft,
  what: whatItWillBe(draft, words),
});
