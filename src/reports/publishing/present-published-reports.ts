import { postThatMay } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { Audience } from '../disclosure/small.js';
import { type StoryKind, SECTIONS } from './events.js';
import {
  AUDIENCE_IN_WORDS,
  changeInWords,
  filesInWords,
  METHOD_IN_WORDS,
  OF_NO_USE,
  printedInWords,
  PROGRESS_IN_WORDS,
  standingInWords,
} from './in-words.js';
import {
  changeIn,
  comparedWith,
  markOf,
  notesNumbered,
  SECTION_TITLES,
  STANDS_IN,
  titleOf,
  withUnit,
} from './paper.js';
import { type EditionStanding, newestEdition } from './edition.js';
import type {
  PublishedReportDto,
  ReportComparedDto,
  ReportEditionDto,
  ReportListedDto,
  ReportsListedDto,
} from './published-reports.dto.js';

export interface ReportsAsListed extends ReportsListedDto {
  readonly asker: Asker;
}

export interface ReportAsRead {
  readonly report: PublishedReportDto;
  readonly asker: Asker;
}

const may = (asker: Asker, permission: Permission): boolean => postThatMay(asker, permission) !== undefined;

export const presentPublishedReports = ({ items, asker }: ReportsAsListed): object => ({
  title: 'Reports that are given out',
  mayWrite: may(asker, 'report.write'),
  mayReadDisclosures: may(asker, 'disclosure.read'),
  reports: items.map(rowOf),
});

const rowOf = ({
  report,
  kind,
  from,
  to,
  team,
  audience,
  edition,
  standing,
  sections,
  changedAt,
}: ReportListedDto): object => ({
  href: `/published-reports/${report}`,
  ...{ report, edition, changedAt, title: titleOf({ kind, from, to, team }) },
  readers: AUDIENCE_IN_WORDS[audience],
  standing: standingInWords(standing as EditionStanding, sections),
});

/** The acts that the access table and the standing of the newest edition leave somebody. The other rules are asked when an act is sent. */
export const actsOffered = (
  { kind, editions }: Pick<PublishedReportDto, 'kind' | 'editions'>,
  asker: Asker,
): string[] => {
  const { standing, writers } = newestEdition({ editions });
  const isWriter = writers.some(({ id }) => id === asker.person);
  const isToSign = storiesToSign({ editions }, asker).length > 0;
  const stands = editions.some((each) => each.standing === 'published');
  return [...ACTS_BY_STANDING[standing as EditionStanding], ...(stands ? OF_WHAT_STANDS : [])]
    .filter((act) => may(asker, PERMISSION_OF[act] ?? 'report.write'))
    .filter((act) => (act !== 'check' || !isWriter) && (act !== 'sign-off-story' || isToSign))
    .filter((act) => act !== 'take-out' || partsIn({ editions }).length > 0)
    .filter((act) => act !== 'enter-action' || kind !== 'learning-briefing');
};

/** What can be taken out of the newest edition, each as a page names it. */
export const partsIn = ({
  editions,
}: Pick<PublishedReportDto, 'editions'>): { readonly value: string; readonly text: string }[] => {
  const { entered, stories, actions } = newestEdition({ editions });
  return [
    ...entered.map(({ label }) => ({ value: `figure:${label}`, text: `Figure: ${label}` })),
    ...stories.map(({ story, title }) => ({ value: `story:${story}`, text: `Story: ${title}` })),
    ...actions.map(({ action, what }) => ({ value: `action:${action}`, text: `Action: ${what}` })),
  ];
};

/** Stories of the newest edition that wait for somebody to sign them off. */
export const storiesToSign = (
  { editions }: Pick<PublishedReportDto, 'editions'>,
  asker: Asker,
): PublishedReportDto['editions'][number]['stories'] =>
  newestEdition({ editions }).stories.filter(({ signer, isSignedOff }) => signer.id === asker.person && !isSignedOff);

const WRITING = [
  'take-figures',
  'write-section',
  'enter-figure',
  'write-story',
  'enter-action',
  'take-out',
  'sign-off-story',
  'comment',
  'give-up',
];
/** Of an edition that is published, while the next one is written too. */
const OF_WHAT_STANDS = ['withdraw'];
const ACTS_BY_STANDING: Readonly<Record<EditionStanding, readonly string[]>> = {
  drafted: WRITING,
  counted: ['check', ...WRITING],
  checked: ['approve', ...WRITING],
  approved: ['publish', 'present', ...WRITING],
  published: ['begin-correction', 'enter-disclosure'],
  withdrawn: ['begin-correction', 'enter-disclosure'],
  'given-up': [],
};

const PERMISSION_OF: Readonly<Record<string, Permission>> = {
  'sign-off-story': 'report.sign-off',
  comment: 'report.comment',
  present: 'report.approve',
  check: 'report.check',
  approve: 'report.approve',
  publish: 'report.approve',
  withdraw: 'report.approve',
  'enter-disclosure': 'disclosure.enter',
};

const LINKS: Readonly<Record<string, string>> = {
  'take-figures': 'Take the figures',
  'write-section': 'Write a section',
  'enter-figure': 'Enter a figure',
  'write-story': 'Write a story',
  'enter-action': 'Enter an action of last year',
  'take-out': 'Take something out',
  'sign-off-story': 'Sign a story off',
  comment: 'Comment on it',
  present: 'Record before whom it came',
  check: 'Check what could be worked out',
  approve: 'Approve',
  publish: 'Record that it was published',
  'begin-correction': 'Begin a correction',
  'give-up': 'Give up the draft',
  withdraw: 'Withdraw',
  'enter-disclosure': 'Enter that it was given to others',
};

const NEXT: Readonly<Record<EditionStanding, string>> = {
  drafted: 'Whoever writes it takes its figures.',
  counted:
    'Next is an analyst, or somebody of information governance, who wrote nothing in it: they check what could be worked out.',
  checked: 'Next is the IRO manager, who approves it.',
  approved: 'Next is the IRO manager, who publishes it and says where.',
  published: 'It is published. What it says never changes again.',
  withdrawn: 'It is withdrawn, and stands no more.',
  'given-up': 'Its draft was given up. Nobody works on it any more.',
};

/** The sections in which something stands: a text, a figure that was entered, a story, or the actions of last year. */
const standIn = ({ sections, entered, stories, actions }: ReportEditionDto): ReadonlySet<string> =>
  new Set([
    ...[...sections, ...entered].map(({ section }) => section),
    ...stories.map(({ kind }) => STANDS_IN[kind as StoryKind]),
    ...(actions.length === 0 ? [] : ['last-years-actions']),
  ]);

/** What comes next: before it can be checked, stories wait for those who sign them off, and sections for whoever writes. */
const nextInWords = (edition: ReportEditionDto): string => {
  const { standing, sections, stories } = edition;
  const stands = standIn(edition).size;
  if (standing !== 'counted') return NEXT[standing as EditionStanding];
  const unsigned = [...new Set(stories.filter(({ isSignedOff }) => !isSignedOff).map(({ signer }) => nameOf(signer)))];
  return [
    ...(sections.length === 0
      ? ['Its figures are taken, and no section is written yet. Write what is to stand in it, then have it checked.']
      : [`${stands} of ${SECTIONS.length} sections have something in them; one that is empty is left out.`]),
    unsigned.length > 0 ? `First a story is signed off by ${unsigned.join(', ')}.` : NEXT.counted,
  ].join(' ');
};

export const presentPublishedReport = ({ report, asker }: ReportAsRead): object => {
  const newest = newestEdition(report);
  const offered = actsOffered(report, asker);
  const standing = newest.standing as EditionStanding;
  return {
    title: report.title,
    reference: report.report,
    standing: standingInWords(standing, newest.sections.length),
    next: nextInWords(newest),
    facts: [
      { key: 'Readers', value: AUDIENCE_IN_WORDS[report.audience as Audience] },
      { key: 'Hidden', value: hiddenIn(report, newest) },
      ...stepsOf(newest),
    ],
    acts: offered.map((act, index) => ({
      href: `/published-reports/${report.report}/${act}`,
      ...{ text: LINKS[act], isMain: index === 0 },
    })),
    edition: editionOnPage(report, newest),
    files: report.editions.flatMap(({ published }) => published?.files ?? []),
    isGivenOut: newest.published !== null,
    unwritten: offered.includes('write-section')
      ? SECTIONS.filter((section) => !standIn(newest).has(section)).map((section) => ({
          ...{
            title: SECTION_TITLES[section],
            href: `/published-reports/${report.report}/write-section?section=${section}`,
          },
        }))
      : [],
    mayWriteSections: offered.includes('write-section'),
    mayWriteStories: offered.includes('write-story'),
    mayEnterActions: offered.includes('enter-action'),
    others: report.editions
      .filter((each) => each !== newest)
      .map(({ edition, standing: stood, sections, published, withdrawn, givenUp }) => ({
        ...{
          edition,
          because: withdrawn ?? givenUp,
          standing: standingInWords(stood as EditionStanding, sections.length),
        },
        publishedOn: published?.on ?? null,
        pdf: `/published-reports/${report.report}/pdf?edition=${edition}`,
        docx: `/published-reports/${report.report}/docx?edition=${edition}`,
        compare: published === null ? null : `/published-reports/${report.report}/compare?edition=${edition}`,
      })),
    compare: report.editions.some(({ published }) => published !== null)
      ? `/published-reports/${report.report}/compare`
      : null,
  };
};

const hiddenIn = ({ threshold }: Pick<PublishedReportDto, 'threshold'>, { figures }: ReportEditionDto): string => {
  if (figures?.method === 'rounded') return `nothing: ${METHOD_IN_WORDS.rounded}`;
  return threshold === 1 ? 'nothing' : `counts below ${threshold}`;
};

const stepsOf = ({
  writers,
  checkedBy,
  approvedBy,
  presented,
  published,
  withdrawn,
  givenUp,
}: ReportEditionDto): object[] => [
  { key: 'Written by', value: writers.map(nameOf).join(', ') },
  ...(checkedBy === null ? [] : [{ key: 'Checked by', value: nameOf(checkedBy) }]),
  ...(approvedBy === null ? [] : [{ key: 'Approved by', value: nameOf(approvedBy) }]),
  ...(presented === null ? [] : [{ key: 'Presented', value: `${presented.to}, ${dayInWords(presented.on)}` }]),
  ...(published === null
    ? []
    : [
        {
          key: 'Published',
          value: `${dayInWords(published.on)}${published.address === null ? '' : `, ${published.address}`}`,
        },
      ]),
  ...(withdrawn === null ? [] : [{ key: 'Withdrawn', value: withdrawn }]),
  ...(givenUp === null ? [] : [{ key: 'Given up', value: givenUp }]),
];

const nameOf = ({ id, name }: { readonly id: string; readonly name: string | null }): string => name ?? id;

/** An edition as it will print, with the numbers that somebody typed. */
export const editionOnPage = (
  { report, kind }: Pick<PublishedReportDto, 'report' | 'kind'>,
  edition: ReportEditionDto,
): object => {
  const { figures, sections, entered, stories, actions, comments, typedNumbers, sha256 } = edition;
  const notes = notesNumbered(figures?.measures ?? []);
  return {
    ...{ number: edition.edition, reason: edition.reason, sha256: sha256.match(/.{1,8}/g)!.join(' ') },
    asAt: figures?.asAt ?? null,
    comparedWith: comparedWith({ kind }),
    notes: notes.map((note, place) => `[${place + 1}] ${note}.`),
    measures: (figures?.measures ?? []).map((measure) => ({
      ...{ label: measure.label, definition: measure.definition, mark: markOf(measure, notes) },
      value: withUnit(measure, measure.value),
      previous: measure.previous === null ? '' : withUnit(measure, measure.previous),
      change: changeIn(measure),
    })),
    tables: (figures?.tables ?? []).map(({ title, columns, rows, notes, isOfUse }, index) => ({
      ...{
        title,
        columns,
        notes,
        ofNoUse: isOfUse ? null : OF_NO_USE,
        csv: `/published-reports/${report}/csv?table=${index + 1}&edition=${edition.edition}`,
        ods: `/published-reports/${report}/ods?table=${index + 1}&edition=${edition.edition}`,
      },
      rows: rows.map(({ label, cells }) => ({ label, cells: cells.map((cell) => printedInWords(cell)) })),
    })),
    leftOut: (figures?.leftOut ?? []).map(({ says }) => says),
    sections: sections.map(({ section, title, text }) => ({
      ...{ title, text, href: `/published-reports/${report}/write-section?section=${section}` },
    })),
    entered: entered.map(({ label, shown, definition, source, asAt, by }) => ({
      ...{ label, definition, source, asAt, shown: printedInWords(shown), by: nameOf(by) },
    })),
    stories: stories.map(({ story, title, text, writer, signer, isSignedOff }) => ({
      ...{ title, text, isSignedOff, writer: nameOf(writer), signer: nameOf(signer) },
      href: `/published-reports/${report}/write-story?story=${story}`,
    })),
    actions: actions.map(({ action, what, holder, progress, sentence, asAt, by }) => ({
      ...{ what, holder, sentence, asAt, progress: PROGRESS_IN_WORDS[progress], by: nameOf(by) },
      href: `/published-reports/${report}/enter-action?action=${action}`,
    })),
    actionsFiles:
      figures === null || actions.length === 0
        ? null
        : {
            csv: `/published-reports/${report}/csv?table=${figures.tables.length + 1}&edition=${edition.edition}`,
            ods: `/published-reports/${report}/ods?table=${figures.tables.length + 1}&edition=${edition.edition}`,
          },
    comments: comments.map(({ by, text }) => ({ by: nameOf(by), text })),
    typedNumbers: [...typedNumbers],
    pdf: figures === null ? null : `/published-reports/${report}/pdf?edition=${edition.edition}`,
    docx: figures === null ? null : `/published-reports/${report}/docx?edition=${edition.edition}`,
  };
};

export const presentComparison = ({
  compared,
  report,
}: {
  readonly compared: ReportComparedDto;
  readonly report: string;
}): object => ({
  title: `Edition ${compared.edition} as published, and as the records say now`,
  back: `/published-reports/${report}`,
  ...{ edition: compared.edition, isMadeAgain: compared.isMadeAgain, filesSay: filesInWords(compared.files) },
  ...{ publishedAsAt: compared.publishedAsAt, correctedAsAt: compared.correctedAsAt },
  figures: compared.figures.map(({ figure, unit, asPublished, asCorrected, inPublic, changes }) => ({
    ...{ figure, asPublished: printedInWords(asPublished, unit), asCorrected: printedInWords(asCorrected, unit) },
    inPublic: printedInWords(inPublic, unit),
    changes: changes.map(changeInWords),
  })),
  corrections: compared.corrections.map(({ edition, reason, by }) => ({ edition, reason, by: nameOf(by) })),
});
