import type { Type } from '@nestjs/common';
import type { ActPage } from './act-forms.js';
import { ACT_FORMS } from './act-links.js';
import { actPageFrom, actPageOf } from './act-page.js';
import { DisputesListPage } from '../list/list.page.js';
import { DocumentPage } from '../documents/document.page.js';
import { NewsOfDispute } from '../news/news.page.js';
import { AdviceAlonePage } from '../legal-advice/advice-alone.page.js';
import { LetterPage } from '../letter/letter.page.js';
import { RecordCopyPage } from '../record-copy/record-copy.page.js';
import { DisputePage } from './dispute.page.js';

const routesOf = (act: string): Promise<unknown> =>
  act === 'record-legal-advice'
    ? import('../legal-advice/record-legal-advice.route.js')
    : import(`../acts/${act}/${act}.route.js`);

/** The page of every act on a dispute that people send by a form. */
export const ACT_PAGES: readonly ActPage[] = await Promise.all(
  [...ACT_FORMS].map(async ([act, form]) => actPageFrom(act, form, await routesOf(act))),
);

/** Every page about disputes. A page with an address of its own stands before those that are read by a reference. */
export const disputePages: Type[] = [
  ...ACT_PAGES.map(actPageOf),
  LetterPage,
  AdviceAlonePage,
  RecordCopyPage,
  DocumentPage,
  DisputesListPage,
  NewsOfDispute,
  DisputePage,
];
