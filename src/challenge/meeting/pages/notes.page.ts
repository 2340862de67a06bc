import { Opens } from '../../../access/view-log/opens.js';
import type { ChallengeDecision, GoesOnTo } from '../../../disputes/events.js';
import { dayInWords } from '../../../calendar/in-words.js';
import { VERDICT_IN_WORDS } from '../../../disputes/codes-in-words.js';
import { GOES_ON_TO_IN_WORDS } from '../../in-words.js';
import type { MeetingKind } from '../../events.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { notFound } from '../../../platform/http/problem.js';
import { derivedId } from '../../../platform/ids.js';
import { CLOCK } from '../../../platform/tokens.js';
import { WordsNow } from '../../../protocol/words-now.js';
import type { Choice } from '../../../web/forms/form.js';
import { type AskedForForm, formPageOf, notNow } from '../../../web/forms/form-page.js';
import { queryOf } from '../../../web/forms/forms.js';
import type { SharedDraft } from '../../../web/forms/form-drafts.js';
import type { CaseLookedAt } from '../acts/decide-item/decide-item.js';
import { DecideAgendaItemRoute } from '../acts/decide-item/decide-item.route.js';
import { DecisionDto } from '../acts/decide-item/decide-item.dto.js';
import { permissionFor } from '../acts/all-acts.js';
import { MeetingKeeper } from '../meeting-keeper.js';
import { MeetingRelations } from '../meeting-relations.js';
import type { AgendaItemDto, MeetingDto } from '../read/read.dto.js';
import { ReadMeeting } from '../read/read.query.js';
import { ChoicesOfMeetings, reasonsOf } from './choices-of-meetings.js';
import { itemInLine, sentenceOf } from './item-shown.js';
import { notesForm } from './meeting-forms.js';
import { MeetingOffers } from './meeting-offers.js';
import { pathOfMeeting } from './meeting-pages.js';

const itemIn = ({ request }: AskedForForm): string => (request.params as { readonly item: string }).item;

const read = ({ id, asker, ask }: AskedForForm): Promise<MeetingDto> => ask(new ReadMeeting(id, asker));

/** @throws Problem `not-found` for what does not stand on the agenda that the asker is shown */
const itemOf = (meeting: MeetingDto, asked: AskedForForm): AgendaItemDto => {
  const item = meeting.items.find(({ itemId }) => itemId === itemIn(asked));
  if (item === undefined) throw notFound();
  return item;
};

/**
 * The notes on one item belong to the meeting. Those of a decision that was taken back were sent, so that the item has others each time it
 * is to be decided.
 */
const draftOf = async (asked: AskedForForm): Promise<SharedDraft> => {
  const { events } = await asked.get(MeetingKeeper).find(asked.id);
  const item = itemIn(asked);
  const takenBack = events.filter(
    ({ type, data }) => type === 'AgendaItemDecisionTakenBack' && (data as { itemId?: unknown }).itemId === item,
  ).length;
  return { id: derivedId('notes of a meeting', asked.id, item, String(takenBack)), owner: asked.id };
};

/** What is on record of the case of an item, as far as the note-taker is shown it. */
const caseOf = async (item: AgendaItemDto, asked: AskedForForm): Promise<CaseLookedAt> => {
  if (!isShownIn(item)) return { iroView: null };
  const { meeting } = await asked.get(MeetingRelations).find(asked.id, asked.asker);
  return asked.get(MeetingKeeper).caseLookedAt(item.itemId, meeting, asked.get<Clock>(CLOCK).now());
};

/** The director or the chief executive who has the case already is not somebody to whom it can go on. */
const goingOnTo = async (item: AgendaItemDto, asked: AskedForForm): Promise<Choice[]> => {
  const { meeting } = await asked.get(MeetingRelations).find(asked.id, asked.asker);
  const now = asked.get<Clock>(CLOCK).now();
  const choices: Choice[] = [];
  for (const [value, text] of Object.entries(GOES_ON_TO_IN_WORDS) as [GoesOnTo, string][]) {
    const hasIt = value !== 'cafcass' && (await asked.get(MeetingKeeper).caseIsWith(value, item.itemId, meeting, now));
    if (!hasIt) choices.push({ value, text });
  }
  return choices;
};

const isShownIn = (item: AgendaItemDto): boolean => 'note' in item;

/** The texts beside the notes: the item, and the view that its IRO has on record. */
const besideNotes = async (
  meeting: MeetingDto,
  item: AgendaItemDto,
  { iroView: view, standsStill = false }: CaseLookedAt,
  asked: AskedForForm,
): Promise<object> => {
  const { words } = await asked.get(WordsNow).now();
  return {
    item: {
      heading: itemInLine(item, words),
      line: item.line === null ? null : sentenceOf(item.line),
      because: item.because.length === 0 ? null : reasonsOf(item.because),
      note: item.note ?? null,
      isCase: item.about === 'case',
    },
    isShown: isShownIn(item),
    view:
      view === null
        ? null
        : { text: VERDICT_IN_WORDS[view.view], words: view.words, isEarlier: view.isOfAnEarlierStage === true },
    standsStill,
    meetingNow: { path: `/challenge/meetings/${asked.id}`, isBegun: meeting.status === 'in-session' },
  };
};

const NO_NOTES_NOW =
  'The meeting has not begun or is over, this item was decided or taken off, or the notes on it are not yours to take.';

/** The page of the note-taker for one item: what is typed is the meeting’s, and becomes its record once the decision is sent. */
export const notesPage = formPageOf({
  path: 'challenge/meetings/:meeting/notes/:item',
  permits: permissionFor('decide-item'),
  opens: Opens('page'),
  begins: async (asked) => {
    itemOf(await read(asked), asked);
    const { toDecide } = await asked.get(MeetingOffers).for(asked.id, asked.asker);
    return toDecide.includes(itemIn(asked)) ? {} : notNow(pathOfMeeting(asked), NO_NOTES_NOW);
  },
  carrying: (asked) => ({
    pages: [notesForm],
    body: DecisionDto,
    sharedDraft: () => draftOf(asked),
    around: async () => {
      const meeting = await read(asked);
      const offers = await asked.get(MeetingOffers).for(asked.id, asked.asker);
      const item = itemOf(meeting, asked);
      const looked = await caseOf(item, asked);
      const choices = asked.get(ChoicesOfMeetings);
      return {
        choices: {
          ...(await choices.of(meeting, offers, [])),
          'goes-on-to': await goingOnTo(item, asked),
          ...choices.decisions(meeting.kind as MeetingKind, looked, item.about === 'case'),
        },
        back: pathOfMeeting(asked),
        ...{ caption: `${meeting.name}, ${dayInWords(meeting.heldOn)}`, isCaptionInTheirWords: true },
        view: 'challenge/meeting/pages/notes',
        more: await besideNotes(meeting, item, looked, asked),
      };
    },
    carryOut: (body, sent) => {
      const { decision, goesOnTo, ...given } = body as DecisionDto;
      const said = { ...given, decision: decision as ChallengeDecision, goesOnTo: goesOnTo as GoesOnTo | null };
      return asked.get(DecideAgendaItemRoute).decide(asked.id, { itemId: itemIn(asked), ...said }, sent);
    },
    follows: async () => [],
    said: async (written, _, done) => [done, ...written.advice.map(({ message }) => message)].join(' '),
    leadsTo: async () => {
      const { toDecide } = await asked.get(MeetingOffers).for(asked.id, asked.asker);
      const [next] = toDecide;
      return next === undefined
        ? pathOfMeeting(asked)
        : `/challenge/meetings/${asked.id}/notes/${next}${queryOf(asked.request)}`;
    },
  }),
});
