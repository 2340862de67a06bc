import { kindAndSize } from '../../documents/document.js';
import { documentsNamedIn } from '../../documents/events.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { dateInWords, dayInWords } from '../../calendar/in-words.js';
import { isLocalDate, londonDate } from '../../calendar/dates.js';
import { listedInWords } from '../../platform/listed-in-words.js';
import type { PostKind, Stage } from '../../protocol/protocol.js';
import { besideAName } from '../../protocol/posts-in-words.js';
import { onThatDay } from '../../web/frame/as-it-stood.js';
import type { About } from '../../web/frame/page.js';
import { wordsOnLadder } from '../../web/frame/shared.js';
import { inWords } from '../../web/forms/drawn-form.js';
import { onTheListFirst } from './on-the-list-first.js';
import { ACT_GROUPS, type ActGroup } from './act-form.js';
import {
  agreementInWords,
  ENDED_AS_CHOICE,
  endingInWords,
  IMPACT_IN_WORDS,
  RESPONSE_IN_WORDS,
  VERDICT_IN_WORDS,
} from '../codes-in-words.js';
import type { AgreedActionDto, DisputeDto, DocumentShownDto, HistoryEntryDto, RoundDto } from '../read/dispute.dto.js';
import { standsInWords } from '../time/late-in-words.js';
import { documentsOf } from '../documents/documents-of.js';
import { addedAfter } from '../news/news.js';
import { ACT_FORMS } from './act-links.js';
import { whoAnswered } from './asked-and-answered.js';
import { childViewShown } from './child-view-shown.js';
import { reasonOfMoreTime } from './reason-of-more-time.js';
import { stagesShown } from './stages-shown.js';
import {
  doesInWords,
  isForAlone,
  judgedByInWords,
  type WhoIsAwaited,
  whoInWords,
  withoutNames,
  youDoInWords,
} from './who-has-it.js';

/** The model of the page of a dispute: the views of the API, and the holders of the posts that it waits for. */
export interface DisputeAsRead {
  readonly dispute: DisputeDto;
  /** The day at the end of which it is shown; undefined of today. */
  readonly asAt?: LocalDate;
  readonly entries: readonly HistoryEntryDto[];
  readonly who: WhoIsAwaited;
  /** The post of the person who holds it; null where nobody does, or they have left it. */
  readonly seat: PostKind | null;
  /** Working days to the day it is due, or since; null where none is set. */
  readonly daysBetween: number | null;
  readonly stages: readonly Pick<Stage, 'number' | 'name' | 'onSilence'>[];
  /** Paths of the pages of its children, by record number, of those whom the reader may see. */
  readonly childPages: Readonly<Record<string, string>>;
  /** Person id. */
  readonly reader: string;
  /** The moment at which they last had it before them; null if they never had. */
  readonly lastLookedAt: Instant | null;
  /** Whether the page says by itself that something has happened. */
  readonly hearsNews: boolean;
  /** Whether an answer of the reader is the one that it waits for, and not the late one of a stage below. */
  readonly answersNow: boolean;
  /** Whether the reader may see who opened it. */
  readonly mayReadViews: boolean;
  /** Whether the letter for the child or young person is the reader’s to write. */
  readonly mayWriteLetter: boolean;
  /** Its children who have left care, and what their eighteenth birthdays mean for it, in sentences. */
  readonly ofCare: readonly string[];
  /** The code of the person who holds it, in whose place the reader may act and has not said so; null where there is none. */
  readonly standsInBy: string | null;
  /** Of its address: whom somebody acts for goes on from page to page. */
  readonly query: string;
}

export interface Tag {
  readonly text: string;
  readonly colour: string;
}

interface LinkToAct {
  readonly act: string;
  readonly text: string;
  readonly href: string;
}

export const presentDispute = (read: DisputeAsRead, { words: ofCouncil, now }: About): object => {
  const { dispute, entries } = read;
  const ladder = dispute.rounds.at(-1)?.ladder;
  const words = wordsOnLadder(ofCouncil, ladder);
  const links = dispute.allowedActs.flatMap((act) => linkTo(act, read, words));
  const first = firstAct(read);
  const added = read.lastLookedAt === null ? [] : addedAfter(entries, read.lastLookedAt, read.reader);
  const main = raisesFrom(read, words) ?? links.find(({ act }) => act === first);
  const otherwise = links.find(({ act }) => act === REFUSES[first ?? '']);
  return {
    title: words.said(dispute.reference),
    saidOnLadder: ladder,
    dispute,
    tags: tagsOf(
      dispute,
      judgedByInWords(
        read.who.byTeam.flat().map(({ kind }) => kind),
        words.post,
      ),
    ),
    children: (dispute.children ?? []).map(({ id, initials }) => ({
      text: `${initials ?? '–'} ${id}`,
      href: read.childPages[id] === undefined ? null : onThatDay(read.childPages[id], read.asAt),
    })),
    about: aboutLine(dispute, words),
    clock: clockOf(read, words),
    agenda: agendaOf(read, londonDate(now)),
    byRegister: byRegisterInWords(dispute.registerDate),
    ofCare: dispute.raisedWith === undefined ? [] : read.ofCare,
    ladder: stagesShown(read),
    main,
    otherwise,
    ...besideMain(
      links.filter((each) => each !== main && each !== otherwise),
      [main, otherwise].filter((each) => each !== undefined).length,
    ),
    wanted: (dispute.raisedWith?.actionsWanted ?? []).map(({ what, who, by }, index) => ({
      what,
      who,
      by: by && dayOrWords(by),
      answered: responseTo(index + 1, dispute),
    })),
    raisedDocuments: documentsShown(dispute.raisedWith?.documents, dispute),
    answers: dispute.rounds.flatMap((round) => answersOf(round, dispute, words)),
    actions: dispute.actions.map((action) => actionShown(action, dispute)),
    childSaid: childViewShown(dispute.childViews),
    history: entries.toReversed().map((entry) => ({
      ...{ ...entry, by: undefined, data: undefined },
      ...{ texts: textsOf(entry), isNew: added.includes(entry) },
      documents: documentsInEntry(entry, dispute),
    })),
    sinceLooked: added.length === 0 ? null : { at: read.lastLookedAt, ...firstOf(added) },
    news: read.hearsNews ? `/disputes/${dispute.reference}/news${newsQuery(read)}` : null,
    // Notes are left out for those who do not read what was written, and a copy is what was written.
    mayPrint: dispute.notes !== undefined && read.asAt === undefined,
    mayWriteLetter: read.mayWriteLetter && dispute.raisedOn !== null,
    adviceAlone: read.asAt === undefined ? `/disputes/${dispute.reference}/legal-advice${read.query}` : null,
    isOutline: dispute.raisedWith === undefined && dispute.kind !== 'conversation',
    ending: endingOf(dispute),
    asking: askingToRead(dispute),
    mayAnswerRequest: links.find(({ act }) => act === 'answer-request-to-read')?.href,
    iroView: dispute.iroView === null ? null : iroViewInWords(dispute.iroView),
    seat: words.post(read.seat ?? 'iro'),
    readers: readersInWords(dispute),
    onTheListFirst: onTheListFirst(dispute, read.query),
    standsInFor:
      read.standsInBy === null ? null : { name: dispute.heldBy?.name ?? 'the IRO', href: `?for=${read.standsInBy}` },
    views: read.mayReadViews ? `/disputes/${dispute.reference}/views` : null,
  };
};

/** The meeting that is to look at it, and the way to the IRO’s own view for those who may record it; null once it has, or its day is over. */
const agendaOf = (
  { dispute: { tabled, status, reference, allowedActs }, asAt, query }: DisputeAsRead,
  today: LocalDate,
): { readonly on: LocalDate; readonly view: string | null } | null =>
  tabled === null || tabled.decided || status !== 'open' || tabled.heldOn < (asAt ?? today)
    ? null
    : {
        on: tabled.heldOn,
        view: allowedActs.includes('record-iro-view') ? `/disputes/${reference}/record-iro-view${query}` : null,
      };

/** The date of the register stands beside that of the service, with what had become of it. */
const byRegisterInWords = (date: DisputeDto['registerDate']): string | null => {
  if (date === null) return null;
  const { dueOn, answeredOn, missed } = date;
  const due = `By the register, the answer was due by ${dateInWords(dueOn)}`;
  if (answeredOn !== null) return `${due}, and came ${dateInWords(answeredOn)}${missed ? ', late' : ''}.`;
  return missed ? `${due}. None had come when the register was read in: it was missed.` : `${due}.`;
};

const askingToRead = ({ requestsToRead = [] }: DisputeDto): object[] =>
  requestsToRead.flatMap(({ person, reason, askedOn }) =>
    askedOn === null ? [] : [{ name: person.name ?? 'Somebody', reason }],
  );

/** So many are said at the top of the page; the history marks all of them. */
const MOST_SAID = 3;

const firstOf = (added: readonly HistoryEntryDto[]): { sentences: readonly string[]; more: number } => ({
  sentences: added.slice(0, MOST_SAID).map(({ sentence }) => sentence),
  more: Math.max(0, added.length - MOST_SAID),
});

/** The query for news: for whom somebody acts, and how much of the history they have before them. */
const newsQuery = ({ query, entries }: DisputeAsRead): string =>
  `${query}${query === '' ? '?' : '&'}seen=${entries.length}`;

/** A person who holds it, and the people on its list. */
const readersInWords = ({ heldBy, restrictedTo = [] }: DisputeDto): string =>
  listedInWords([...new Set([heldBy, ...restrictedTo].flatMap((person) => person?.name ?? []))]);

const linkTo = (act: string, { dispute, query, answersNow }: DisputeAsRead, words: About['words']): LinkToAct[] => {
  const form = ACT_FORMS.get(act);
  if (form === undefined) return [];
  const link = act === 'answer' && !answersNow ? LATE_ANSWER : form.link;
  return [{ act, text: inWords(link, words), href: `/disputes/${dispute.reference}/${act}${query}` }];
};

/** What was only spoken about can be raised, by whoever goes on with the conversation. */
const raisesFrom = ({ dispute, query, asAt }: DisputeAsRead, words: About['words']): LinkToAct | undefined => {
  const { status, allowedActs, reference } = dispute;
  if (status !== 'discussed' || asAt !== undefined || !allowedActs.includes('record-conversation')) return undefined;
  const from = `${query === '' ? '?' : `${query}&`}conversation=${reference}`;
  return { act: 'raise', text: inWords('Raise a {dispute} from it', words), href: `/disputes/new${from}` };
};

const LATE_ANSWER = 'Answer the earlier stage, late';

/** The act that this person most likely wants now, of those that they may do; the rest stand in their groups. */
const firstAct = ({ dispute, answersNow }: DisputeAsRead): string | undefined => {
  const { waitingFor, allowedActs, rounds, status } = dispute;
  const round = rounds.at(-1);
  const isLate = round?.deadline?.overdue ?? false;
  const asked = [
    ...(round?.extensionAskedFor ? ['grant-extension'] : []),
    ...(round?.sendBackAskedTo ? ['send-back'] : []),
  ];
  const wanted: Readonly<Record<string, readonly string[]>> = {
    // Before its day nothing is asked of the person who waits for an answer.
    answer: [...(answersNow ? ['answer'] : []), 'enter-answer', ...asked, ...(isLate ? ['chase'] : [])],
    judgement: ['judge'],
    decision: ['escalate', 'send-back', 'record-stalemate', 'resolve'],
    closing: ['resolve'],
  };
  const awaited = dispute.frozenSince === null ? (wanted[waitingFor?.what ?? ''] ?? []) : AFTER_A_DEATH;
  const order = status === 'imported' ? ['take-on', 'formalise'] : awaited;
  return order.find((act) => allowedActs.includes(act));
};

/** The acts that are offered before any other while it stands still after a child’s death. */
const AFTER_A_DEATH: readonly string[] = ['unfreeze', 'end-otherwise', 'resolve'];

/** Requests that can be granted or refused: the two acts stand side by side. */
const REFUSES: Readonly<Record<string, string>> = {
  'grant-extension': 'refuse-extension',
  'send-back': 'refuse-to-send-back',
};

const groupsOf = (links: readonly LinkToAct[]): { text: string; links: readonly LinkToAct[] }[] =>
  (Object.keys(ACT_GROUPS) as ActGroup[])
    .map((group) => ({
      text: ACT_GROUPS[group],
      links: links.filter(({ act }) => ACT_FORMS.get(act)?.group === group),
    }))
    .filter((group) => group.links.length > 0);

/** Of so many acts at most each has a button: one finds no longer row at a glance. */
const MOST_BUTTONS = 3;

/** The acts of the day are buttons if they are few; all others stand behind the button of their group. */
const besideMain = (
  links: readonly LinkToAct[],
  buttons: number,
): { readonly now: readonly LinkToAct[]; readonly groups: ReturnType<typeof groupsOf> } => {
  const ofToday = links.filter(({ act }) => ACT_FORMS.get(act)?.group === 'now');
  const now = buttons + ofToday.length <= MOST_BUTTONS ? ofToday : [];
  return { now, groups: groupsOf(links.filter((each) => !now.includes(each))) };
};

const WAITING_FOR_DECISION: Tag = { text: 'Waiting for decision', colour: 'blue' };

/** The words carry it; lateness is added to a status, and never takes its place. */
const tagsOf = ({ status, waitingFor, ending, rounds, actions, frozenSince }: DisputeDto, judgedBy: string): Tag[] => {
  const late: Tag[] = rounds.at(-1)?.deadline?.overdue && status === 'open' ? [{ text: 'Late', colour: 'red' }] : [];
  if (status === 'discussed') return [{ text: 'Conversation', colour: 'grey' }];
  if (status === 'imported') return [{ text: 'From a register', colour: 'grey' }];
  if (status === 'ended') return [endedTag(ending, actions)];
  const awaited: Readonly<Record<string, Tag>> = {
    answer: { text: 'Waiting for answer', colour: 'yellow' },
    judgement: { text: judgedBy, colour: 'blue' },
    decision: WAITING_FOR_DECISION,
    closing: { text: 'Ready to resolve', colour: 'turquoise' },
  };
  if (frozenSince !== null) return [WAITING_FOR_DECISION, ...late, { text: 'Stands still', colour: 'grey' }];
  return [awaited[waitingFor?.what ?? ''] ?? { text: 'Open', colour: 'grey' }, ...late];
};

const endedTag = (ending: DisputeDto['ending'], actions: readonly AgreedActionDto[]): Tag => {
  switch (ending?.how) {
    case 'resolved':
      return actions.some(({ doneOn }) => doneOn === null)
        ? { text: `${ENDED_AS_CHOICE.resolved}, actions open`, colour: 'turquoise' }
        : { text: ENDED_AS_CHOICE.resolved, colour: 'green' };
    case 'stalemate':
      return { text: ENDED_AS_CHOICE.stalemate, colour: 'purple' };
    case 'withdrawn':
    case 'voided':
    case 'formalised':
      return { text: ENDED_AS_CHOICE[ending.how], colour: 'grey' };
    default:
      return { text: 'Ended', colour: 'grey' };
  }
};

const aboutLine = (
  { theme, team, kind, ladderName, level, practiceOf }: DisputeDto,
  words: About['words'],
): string[] => [
  ...(theme === null ? [] : [theme.label]),
  ...(team?.name ? [team.name] : []),
  ...(ladderName === null ? [] : [ladderName]),
  ...(level === null ? [] : [`level ${level}`]),
  ...(practiceOf?.name ? [`about the practice of ${practiceOf.name}`] : []),
  ...(kind === 'conversation' ? ['a conversation only'] : [words.said(kind)]),
];

/** The latest answer's response to an action that was asked for; null if there is none. */
const responseTo = (
  wanted: number,
  { rounds }: DisputeDto,
): { readonly words: string; readonly reason: string | null } | null => {
  const found = rounds
    .flatMap(({ answers }) => answers.flatMap(({ responses = [] }) => responses))
    .findLast((each) => each.wanted === wanted);
  return found === undefined ? null : { words: RESPONSE_IN_WORDS[found.response], reason: found.reason ?? null };
};

/** The next people to act and by when, the consequence if they do not, and the limit over all stages. */
const clockOf = (read: DisputeAsRead, words: About['words']): object | null => {
  const { dispute, who, daysBetween, stages, reader } = read;
  const { waitingFor, rounds, totalCap, heldBy } = dispute;
  if (waitingFor === null) return null;
  const round = rounds.at(-1)!;
  const { deadline } = round;
  if (dispute.frozenSince !== null) return decidedAfterDeath(dispute, words);
  const silence = stages.find(({ number }) => number === round.stage)?.onSilence;
  return {
    ...(isForAlone(reader, heldBy, who)
      ? { who: 'You', what: youDoInWords(waitingFor.what) }
      : {
          // A reader without the children is shown no person either.
          who:
            dispute.children === undefined
              ? whoInWords(withoutNames(who), words.post).replace(/^./, (first) => first.toUpperCase())
              : whoInWords(who, words.post),
          what: doesInWords(waitingFor.what, who),
        }),
    due: waitingFor.dueOn,
    isLate: deadline?.overdue ?? false,
    stands: standsInWords(deadline?.overdue ?? false, daysBetween ?? 0),
    first: deadline?.firstDueOn !== deadline?.dueOn ? deadline?.firstDueOn : null,
    rule: waitingFor.what === 'answer' ? deadline?.rule : null,
    asked: round.extensionAskedFor,
    askedBecause: round.extensionAskedFor === null ? null : reasonOfMoreTime(read.entries),
    pausedSince: deadline?.pausedSince ?? null,
    otherwise:
      waitingFor.what === 'answer' && silence !== undefined
        ? ifSilent(silence, heldBy?.id === reader ? 'you' : (heldBy?.name ?? 'the IRO'), words)
        : null,
    cap: totalCap && { dueOn: totalCap.dueOn, missed: totalCap.missed, rule: totalCap.rule },
    certain: deadline?.certain ?? true,
  };
};

/** While it stands still after a child’s death nobody is asked but those who decide what becomes of it: of an empty list its IRO alone. */
const decidedAfterDeath = ({ heldBy, restrictedTo, totalCap, rounds }: DisputeDto, words: About['words']): object => ({
  who: [heldBy?.name ?? 'The IRO', ...(restrictedTo?.length === 0 ? [] : [`or ${words.post('iro-manager')}`])].join(
    ', ',
  ),
  what: 'decides whether this goes on, or how it ends',
  ...{ due: null, isLate: false, first: null, rule: null, asked: null, otherwise: null },
  pausedSince: rounds.at(-1)?.deadline?.pausedSince ?? null,
  cap: totalCap && { dueOn: totalCap.dueOn, missed: totalCap.missed, rule: totalCap.rule },
  certain: true,
});

const ifSilent = (silence: string, iro: string, words: About['words']): string => {
  switch (silence) {
    case 'escalate':
      return words.said('If no answer comes, it goes up to the next stage by itself.');
    case 'chase-then-ask':
      return `If no answer comes, they are chased once, and then ${iro} ${iro === 'you' ? 'decide' : 'decides'}.`;
    default:
      return `If no answer comes, ${iro} ${iro === 'you' ? 'decide' : 'decides'} what happens.`;
  }
};

const answersOf = (round: RoundDto, dispute: DisputeDto, words: About['words']): object[] => [
  ...round.answers.map((answer) => ({
    stage: round.stageName,
    on: answer.answeredOn,
    who: [
      whoAnswered(answer),
      ...(answer.inMeeting ? [] : [besideAName(words.post(answer.role))]),
      ...(answer.forTeams.length === 0
        ? []
        : [`for ${answer.forTeams.map(({ id, name }) => name ?? id).join(' and ')}`]),
    ]
      .filter((part) => part !== '')
      .join(', '),
    entered: answer.saidOn && { by: answer.answeredBy.name ?? '', saidOn: answer.saidOn },
    agreement: agreementInWords(answer),
    reasons: answer.reasons,
    evidence: answer.evidence,
    documents: documentsShown(answer.documents, dispute),
    actions: (answer.actions ?? []).map(({ what, who, by }) => ({ what, who, by: by && dayOrWords(by) })),
    isLate: answer.late,
    isLateForFirst: answer.lateAgainstFirst,
    verdicts: round.verdicts.map(({ post, verdict, reason, judgedOn }) => ({
      text: `${words.post(post).replace(/^./, (first) => first.toUpperCase())} is ${VERDICT_IN_WORDS[verdict as 'not']}`,
      reason,
      judgedOn,
    })),
  })),
];

const actionShown = (action: AgreedActionDto, dispute: DisputeDto): object => ({
  what: action.what ?? action.actionId,
  who: action.who,
  by: action.by && dayOrWords(action.by),
  documents: documentsShown(action.documents, dispute),
  state:
    action.doneOn !== null
      ? `Done ${dayInWords(action.doneOn)}`
      : action.missed === true
        ? 'Not done, and its day has passed'
        : 'Not yet done',
  isLate: action.doneOn === null && action.missed === true,
});

const iroViewInWords = (view: string): string =>
  VERDICT_IN_WORDS[view as 'not'].replace(/^./, (first) => first.toUpperCase());

const endingOf = ({ ending }: DisputeDto): object | null =>
  ending && {
    outcome: endingInWords(ending.how, ending.outcome) ?? ending.how,
    on: ending.endedOn,
    impact: ending.impact.map((code) => IMPACT_IN_WORDS[code as 'not-known'] ?? code),
    note: ending.impactNote,
    reason: ending.reason,
    continuedIn: ending.continuedIn,
    dissents: ending.iroDissents,
  };

interface DocumentLink {
  readonly name: string;
  /** `PDF, 1.2 MB` */
  readonly about: string;
  readonly href: string;
}

const documentsShown = (documents: readonly DocumentShownDto[] = [], { reference }: DisputeDto): DocumentLink[] =>
  documents.map(({ id, name, type, size }) => ({
    name,
    about: kindAndSize({ type, size }),
    href: `/disputes/${reference}/document?id=${id}`,
  }));

/** Those of an entry that can be opened: what was sent with an entry that was taken back is opened no more. */
const documentsInEntry = ({ data }: HistoryEntryDto, dispute: DisputeDto): DocumentLink[] => {
  const open = new Set(documentsOf(dispute).map(({ id }) => id));
  return documentsShown(
    documentsNamedIn({ data: data ?? {} }).filter(({ id }) => open.has(id)),
    dispute,
  );
};

const dayOrWords = (by: string): string => (isLocalDate(by) ? dateInWords(by) : by);

/** The texts that somebody wrote in an entry, for reading beside its sentence. */
const textsOf = ({ data }: HistoryEntryDto): string[] => {
  const written = (data ?? {}) as Readonly<Record<string, unknown>>;
  return ['reason', 'text', 'result', 'note', 'how', 'summary', 'evidence']
    .map((name) => written[name])
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '');
};
