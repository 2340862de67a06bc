import { Get, type Type } from '@nestjs/common';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { About } from '../../web/frame/page.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { REPORT_PAGES } from './all-reports.js';
import { reportPageOf } from './report-page.js';

const presentReports = (
  { mayReadPublished }: { readonly mayReadPublished: boolean },
  { words: { said } }: About,
): object => ({
  title: 'Reports',
  published: mayReadPublished,
  reports: REPORT_PAGES.map(({ path, title, about }) => ({
    href: `/reports/${path}`,
    title: said(title),
    about: said(about),
  })),
});

/** The reports that there are. */
@PageRoute('reports')
export class ReportsPage {
  @Get()
  @Permits('figures.read')
  @OpensNothing('A list of reports.')
  @Page('reports/pages/reports', presentReports)
  list(@Asking() { posts }: Asker): { mayReadPublished: boolean } {
    return { mayReadPublished: posts.some(({ kind }) => rowFor('report.read', kind) !== undefined) };
  }
}

/** The list of reports, and each of them. */
export const reportPages: readonly Type[] = [ReportsPage, ...REPORT_PAGES.map(reportPageOf)];
