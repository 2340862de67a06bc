import type { Type } from '@nestjs/common';
import { type Permission, rowOf } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { ChangesSince } from '../../directory/changes-since.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import type { Choice, Form } from '../../web/forms/form.js';
import { NothingFilledIn } from '../../web/forms/nothing-filled-in.js';
import { inThreeBoxes, type Typed } from '../../web/forms/typed.js';
import { newestEdition } from './edition.js';
import type { PartTakenOut, TableChosen, TableLeftOut } from './events.js';
import { leftOutInWords, RECORDS_IN_WORDS } from './in-words.js';
import { actsOffered, editionOnPage, partsIn, storiesToSign } from './present-published-reports.js';
import {
  approveReportForm,
  enterActionForm,
  takeOutForm,
  writeStoryForm,
  signOffStoryForm,
  presentReportForm,
  enterFigureForm,
  commentOnReportForm,
  checkReportForm,
  correctReportForm,
  draftReportForm,
  giveUpDraftForm,
  publishReportForm,
  takeFiguresForm,
  withdrawReportForm,
  writeSectionForm,
} from './published-report-forms.js';
import { publishedReportStream } from './published-report.js';
import type { PublishedReportDto, TablesProposedDto } from './published-reports.dto.js';
import {
  CommentDto,
  DraftReportDto,
  EnterActionDto,
  EnterFigureDto,
  PresentReportDto,
  PublishReportDto,
  ReportReasonDto,
  SignOffStoryDto,
  TakeFiguresOnPageDto,
  TakeOutOnPageDto,
  WriteSectionDto,
  WriteStoryDto,
} from './report-acts.dto.js';
import { ReadPublishedReport } from './published-reports.query.js';
import { PublishedReportsRoute } from './published-reports.route.js';
import { ProposeReportActions } from './actions-proposed.query.js';
import { ProposeReportTables } from './tables-proposed.query.js';

const NO_CHILD = 'Counts with the small ones hidden, and words that are to be published.';

const teamsIn = (directory: Directory, now: string): Choice[] =>
  directory.teams(londonDate(now)).map(({ teamId, name }) => ({ value: teamId, text: name }));

const draftPage = formPageOf({
  path: 'published-reports/new',
  permits: 'report.write',
  opens: OpensNothing(NO_CHILD),
  carrying: ({ get }) => ({
    pages: [draftReportForm],
    body: DraftReportDto,
    around: async () => ({
      choices: { teams: teamsIn(get<Directory>(DIRECTORY), get<Clock>(CLOCK).now()) },
      back: '/published-reports',
    }),
    carryOut: (body, sent) => get(PublishedReportsRoute).draft(body as DraftReportDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/published-reports/${reference}`,
  }),
});

/** A table that hides too much is offered as well: where numbers are rounded it prints. */
const tableChoices = ({ method, items }: TablesProposedDto): Choice[] =>
  items.flatMap(({ records, tables, ofNoUse }) => {
    const choice = ({ code, says }: { readonly code: string; readonly says: string }, prints: string): Choice => ({
      value: `${records}:${code}`,
      text: `${RECORDS_IN_WORDS[records as TableChosen['records']]} ${says}: ${prints}`,
    });
    return [
      ...tables.map((each) => choice(each, `${each.printed} of ${each.figures} figures print`)),
      ...(method === 'hidden' ? ofNoUse : []).map((each) => choice(each, 'of use only where numbers are rounded')),
    ];
  });

interface ActPage {
  readonly form: Form;
  readonly permits: Permission;
  readonly body: Type;
  does(route: PublishedReportsRoute, report: PublishedReportDto, body: object, sent: SentWith): Promise<WrittenDto>;
  readonly choices?: (asked: AskedForForm) => Promise<Readonly<Record<string, readonly Choice[]>>>;
  /** The other things that the page says, and the view by which it does. */
  readonly more?: (asked: AskedForForm) => Promise<{ readonly view?: string; readonly more?: object }>;
  readonly begins?: (asked: AskedForForm, report: PublishedReportDto) => Promise<Typed>;
}

const asRead = ({ editions }: PublishedReportDto): { sha256: string } => ({
  sha256: newestEdition({ editions }).sha256,
});

const ACTS: Readonly<Record<string, ActPage>> = {
  'take-figures': {
    ...{ form: takeFiguresForm, permits: 'report.write', body: TakeFiguresOnPageDto },
    does: (route, { report }, body, sent) => {
      const { tables, ...rest } = body as TakeFiguresOnPageDto;
      return route.takeFigures(
        report,
        { ...rest, ...(tables === undefined ? {} : { layout: tables.map(chosen) }) },
        sent,
      );
    },
    choices: async (asked) => ({ tables: tableChoices(await tablesFor(asked)) }),
    more: async (asked) => {
      const { method, items } = await tablesFor(asked);
      const notOffered = items.flatMap(({ records, tooLong, ofNoUse }) => [
        ...tooLong.map(({ code }) => ({ records, table: code, why: 'too-long' as const })),
        ...(method === 'hidden' ? [] : ofNoUse).map(({ code }) => ({
          ...{ records, table: code, why: 'of-no-use' as const },
        })),
      ]);
      return notOffered.length === 0
        ? {}
        : {
            view: 'reports/publishing/take-figures',
            more: { notOffered: notOffered.map((each) => leftOutInWords(each as TableLeftOut)) },
          };
    },
    begins: async (asked) => {
      const { method, items } = await tablesFor(asked);
      return { method, tables: items.flatMap(({ records, usual }) => usual.map((code) => `${records}:${code}`)) };
    },
  },
  'write-section': {
    ...{ form: writeSectionForm, permits: 'report.write', body: WriteSectionDto },
    does: (route, { report }, body, sent) => route.writeSection(report, body as WriteSectionDto, sent),
    begins: async ({ request }, { editions }) => {
      const section = inAddress(request, 'section');
      const written = newestEdition({ editions }).sections.find((each) => each.section === section);
      return section === undefined ? {} : { section, text: written?.text ?? '' };
    },
  },
  'enter-figure': {
    ...{ form: enterFigureForm, permits: 'report.write', body: EnterFigureDto },
    does: (route, { report }, body, sent) => route.enterFigure(report, body as EnterFigureDto, sent),
    choices: async (asked) => ({
      entered: newestEdition(await reportOf(asked))
        .entered.filter(({ partOf }) => partOf === null)
        .map(({ label }) => ({ value: label, text: label })),
    }),
  },
  'write-story': {
    ...{ form: writeStoryForm, permits: 'report.write', body: WriteStoryDto },
    does: (route, { report }, body, sent) => route.writeStory(report, body as WriteStoryDto, sent),
    choices: async (asked) => ({
      written: newestEdition(await reportOf(asked)).stories.map(({ story, title }) => ({ value: story, text: title })),
      signers: signersAmong(asked.get<Directory>(DIRECTORY), asked.get<Clock>(CLOCK).now(), asked.asker),
    }),
    begins: async ({ request, asker }, { editions }) => {
      const written = newestEdition({ editions }).stories.find(({ story }) => story === inAddress(request, 'story'));
      if (written === undefined) return {};
      const { story, kind, title, text, signer } = written;
      // Whoever writes it anew does not sign it off.
      return { story, kind, title, text, ...(signer.id === asker.person ? {} : { signer: signer.id }) };
    },
  },
  'enter-action': {
    ...{ form: enterActionForm, permits: 'report.write', body: EnterActionDto },
    does: (route, { report }, body, sent) => route.enterAction(report, body as EnterActionDto, sent),
    choices: async (asked) => ({
      entered: newestEdition(await reportOf(asked)).actions.map(({ action, what }) => ({ value: action, text: what })),
    }),
    more: async ({ ask, id }) => {
      const { from, items } = await ask(new ProposeReportActions(id));
      if (from === null || items.length === 0) return {};
      const proposed = items.map(({ priority, what, isEntered }) => ({
        ...{ what, isEntered, href: `/published-reports/${id}/enter-action?priority=${priority}` },
      }));
      const more = { from: `${from.report}, edition ${from.edition},`, proposed };
      return { view: 'reports/publishing/enter-action', more };
    },
    begins: async ({ request, ask, id }, { editions }) => {
      const entered = newestEdition({ editions }).actions.find(({ action }) => action === inAddress(request, 'action'));
      if (entered !== undefined) {
        const { action, what, holder, progress, sentence, asAt } = entered;
        return { action, what, holder, progress, sentence, asAt: inThreeBoxes(asAt) };
      }
      const { items } = await ask(new ProposeReportActions(id));
      const announced = items.find(({ priority }) => String(priority) === inAddress(request, 'priority'));
      return announced === undefined ? {} : { what: announced.what };
    },
  },
  'take-out': {
    ...{ form: takeOutForm, permits: 'report.write', body: TakeOutOnPageDto },
    does: (route, { report }, body, sent) => route.takeOut(report, partNamed((body as TakeOutOnPageDto).what), sent),
    choices: async (asked) => ({ parts: partsIn(await reportOf(asked)) }),
  },
  'sign-off-story': {
    ...{ form: signOffStoryForm, permits: 'report.sign-off', body: SignOffStoryDto },
    does: (route, { report }, body, sent) => route.signOffStory(report, body as SignOffStoryDto, sent),
    choices: async (asked) => ({
      stories: storiesToSign(await reportOf(asked), asked.asker).map(({ story, title, text }) => ({
        ...{ value: story, text: title, hint: text },
      })),
    }),
  },
  comment: {
    ...{ form: commentOnReportForm, permits: 'report.comment', body: CommentDto },
    does: (route, { report }, body, sent) => route.comment(report, body as CommentDto, sent),
  },
  present: {
    ...{ form: presentReportForm, permits: 'report.approve', body: PresentReportDto },
    does: (route, { report }, body, sent) => route.present(report, body as PresentReportDto, sent),
  },
  check: {
    ...{ form: checkReportForm, permits: 'report.check', body: NothingFilledIn },
    does: (route, report, _, sent) => route.check(report.report, asRead(report), sent),
  },
  approve: {
    ...{ form: approveReportForm, permits: 'report.approve', body: NothingFilledIn },
    does: (route, report, _, sent) => route.approve(report.report, asRead(report), sent),
  },
  publish: {
    ...{ form: publishReportForm, permits: 'report.approve', body: PublishReportDto },
    does: (route, { report }, body, sent) => route.publish(report, body as PublishReportDto, sent),
  },
  'begin-correction': {
    ...{ form: correctReportForm, permits: 'report.write', body: ReportReasonDto },
    does: (route, { report }, body, sent) => route.beginCorrection(report, body as ReportReasonDto, sent),
  },
  'give-up': {
    ...{ form: giveUpDraftForm, permits: 'report.write', body: ReportReasonDto },
    does: (route, { report }, body, sent) => route.giveUp(report, body as ReportReasonDto, sent),
  },
  withdraw: {
    ...{ form: withdrawReportForm, permits: 'report.approve', body: ReportReasonDto },
    does: (route, { report }, body, sent) => route.withdraw(report, body as ReportReasonDto, sent),
  },
};

/** What an address asks for after its question mark. */
const inAddress = ({ query }: AskedForForm['request'], name: string): string | undefined => {
  const written = ((query ?? {}) as Readonly<Record<string, unknown>>)[name];
  return typeof written === 'string' ? written : undefined;
};

const proposed = new WeakMap<object, Promise<TablesProposedDto>>();

/** Once for each request: the records of the whole council are read for it. */
const tablesFor = ({ ask, id, request }: AskedForForm): Promise<TablesProposedDto> => {
  const asked = proposed.get(request) ?? ask(new ProposeReportTables(id));
  proposed.set(request, asked);
  return asked;
};

/** `figure:Children for each IRO` */
const partNamed = (written: string): { part: PartTakenOut; name: string } => {
  const [part = ''] = written.split(':');
  return { part: part as PartTakenOut, name: written.slice(part.length + 1) };
};

const chosen = (written: string): TableChosen => {
  const [records, table] = written.split(':') as [TableChosen['records'], string];
  return { records, table };
};

const reportOf = ({ ask, id, asker }: AskedForForm): Promise<PublishedReportDto> =>
  ask(new ReadPublishedReport(id, asker));

/** Those in office who read reports, but for the person who asks. */
const signersAmong = (directory: Directory, now: string, asker: Asker): Choice[] => {
  const today = londonDate(now);
  const kinds = Object.keys(rowOf('report.sign-off')) as PostKind[];
  const people = kinds.flatMap((kind) => directory.postsHeld(kind, today)).flatMap(({ person }) => person ?? []);
  return [...new Set(people)]
    .filter((person) => person !== asker.person)
    .map((person) => ({ value: person, text: directory.person(person)?.name ?? person }));
};

/** The acts beside whose form the report is shown, for the checker or approver to read again. */
const READ_AGAIN = ['check', 'approve'];

/** The pages of the acts on reports. */
export const publishedReportPages: readonly Type[] = [
  draftPage,
  ...Object.entries(ACTS).map(([act, { form, permits, body, does, choices, begins, more }]) =>
    formPageOf({
      path: `published-reports/:reference/${act}`,
      permits,
      opens: OpensNothing(NO_CHILD),
      begins: async (asked) => {
        const report = await reportOf(asked);
        if (!actsOffered(report, asked.asker).includes(act)) return notNow(`/published-reports/${asked.id}`);
        return (await begins?.(asked, report)) ?? {};
      },
      carrying: (asked) => ({
        pages: [form],
        body,
        around: async () => {
          const report = await reportOf(asked);
          return {
            ...(await more?.(asked)),
            ...{ choices: (await choices?.(asked)) ?? {}, back: `/published-reports/${asked.id}` },
            ...{ caption: report.title, isCaptionInTheirWords: true },
            ...(await asked.get(ChangesSince).of(publishedReportStream(asked.id))),
            ...(READ_AGAIN.includes(act)
              ? {
                  view: 'reports/publishing/read-again',
                  more: { edition: editionOnPage(report, newestEdition(report)) },
                }
              : {}),
          };
        },
        carryOut: async (given, sent) => does(asked.get(PublishedReportsRoute), await reportOf(asked), given, sent),
        follows: async () => [],
        leadsTo: () => `/published-reports/${asked.id}`,
      }),
    }),
  ),
];
