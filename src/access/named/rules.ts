import { rowFor } from '../access-table.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { type Directory, mayBeCovered } from '../../directory/directory.js';
import { namedAmong } from '../../directory/spelling.js';
import { AN_ID, formOf, type NameForm, SOME_WORDS } from '../../platform/http/fields.js';
import { postThatMay } from '../access.js';
import type { Asker } from '../asker.js';
import type { KindOfThing, Thing } from './things.js';

/** The data that a rule may look at besides the thing itself. */
export interface Naming {
  readonly asker: Asker;
  readonly today: LocalDate;
  readonly directory: Directory;
  /** The thing that the address names: the dispute that is acted on, the check from which is raised. */
  readonly target?: Thing;
  /** The body, whose form has been checked. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The rule for the records that a field may name. The answer is the same if the record is hidden, does not fit or does not exist,
 * and is in the words of the rule.
 */
export type NamedRule = LookedUp | OfTheTarget | AskedOfTheAct | ChosenByTheField;

interface Declared {
  readonly form: NameForm;
  /** A sentence about the things that may be named, for the description of the API. */
  readonly says: string;
}

/** It must be there and known to the sender, and fit. */
export interface LookedUp extends Declared {
  readonly names: KindOfThing;
  readonly fits?: (thing: Thing, naming: Naming) => boolean;
  /** The record that is acted on names it already, so that it may be named again whether or not the sender may name it by itself. */
  readonly isNamedAlready?: (id: string, naming: Naming) => boolean;
  /** The command goes on in the record that is named, so that there it is looked for where it was carried out before. */
  readonly isActedOn?: boolean;
  /** A person or a team that is called by its name may be one that is not in office. */
  readonly isAlsoOutOfOffice?: boolean;
  /** The answer to any other name: the end of a sentence about the field, worked out without the name. */
  readonly otherwise: string | ((naming: Naming) => string);
}

/** It must belong to what the address names. */
interface OfTheTarget extends Declared {
  readonly names: KindOfThing;
  readonly belongs: (id: string, naming: Naming) => boolean;
  readonly otherwise: string | ((naming: Naming) => string);
}

/** Nothing is looked up for it. */
interface AskedOfTheAct extends Declared {
  readonly names: KindOfThing | 'item' | 'action' | 'document';
  /**
   * - `begins`: it is the id of what the command begins
   * - `narrows`: it leaves out rows of a list that shows what the asker may see, and nothing else
   * - `is-part`: the act finds it within what the address names
   * - `each-by-itself`: the act says of each what became of it
   */
  readonly because: 'begins' | 'narrows' | 'is-part' | 'each-by-itself';
}

/** Another field of the same object says which rule holds; none if it names nothing of Footprint. */
interface ChosenByTheField extends Declared {
  readonly ruleFor: (holder: Readonly<Record<string, unknown>>, written: string) => NamedRuleName | null;
}

/** A reference as people may write it; its check character is looked at when it is looked up. */
export const REFERENCE = /^[A-Za-z]{2,4}[\s-]*[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}$/;
const A_REFERENCE = formOf(REFERENCE, 'must be a reference, for example DRP-7K4M-2QXH');

/** Forms of names that are put into their one form before they are looked up. */
export const REFERENCES: ReadonlySet<NameForm> = new Set([A_REFERENCE]);

/** The children whom a request is about: those that it names, or else those of what the address names. */
const childrenOf = ({ body, target }: Naming): readonly string[] =>
  Array.isArray(body.children) ? (body.children as string[]) : (target?.children ?? []);

const isAboutOneOf = (thing: Thing, naming: Naming): boolean =>
  thing.children.some((child) => childrenOf(naming).includes(child));

/** An IRO or a conference chair, on a day. */
const isInOffice = ({ id }: Thing, { directory }: Naming, on: LocalDate): boolean =>
  directory.postsHeldBy(id, on).some(mayBeCovered);

/** The day from which the request is to hold: today unless it says one. */
export const dayOf = ({ body, today }: Naming): LocalDate => (typeof body.from === 'string' ? body.from : today);

const exists = ({ from, to }: Thing, on: LocalDate): boolean => (from ?? on) <= on && on <= (to ?? on);

/**
 * A concern is the child’s IRO’s own. The person who raises one names themselves, the one for whom they act or whom they cover, or, answering
 * for the IRO service, any IRO.
 */
const mayBeRaisedFor = ({ id }: Thing, { asker }: Naming): boolean =>
  id === (asker.actingFor ?? asker.person) ||
  asker.covers?.includes(id) === true ||
  postThatMay(asker, 'dispute.raise') !== undefined;

/** Of several children it says who may name those of several IROs, whatever is wrong with the one that is named. */
const A_CHILD = ({ body }: Naming): string =>
  'is neither the record number nor the initials of a child about whom you may do this. Look the child up on the page of children. Where you stand in for the child’s IRO, say so with ' +
  'Footprint-Acting-For.' +
  (Array.isArray(body.children) && body.children.length > 1
    ? ' Where brothers and sisters are with several IROs, an IRO manager names them together: ask one, or name yours alone.'
    : '');
const AN_IRO =
  'is not the id or the name of somebody who is an IRO or conference chair then, for whom you may do this: see GET /api/v1/posts';
/** The directory is everybody's, so that the teams there are may be named. */
const A_TEAM = ({ directory, today }: Naming): string =>
  `is not the id or the name of a team that there is then. ${namedAmong(directory.teams(today).map(({ name }) => name))}; see GET /api/v1/teams`;
const A_PERSON = 'is not the id or the name of a person in office: see GET /api/v1/people';
const A_PERSON_OF_ANY_TIME = 'is not the id or the name of a person: see GET /api/v1/people';
const A_DISPUTE = 'is not the reference of a dispute known to you that fits: check how it is written';
const A_REVIEW = 'is not the reference of a review known to you about one of the children: check how it is written';

/**
 * Every rule about what a request may name, in one list. A field declares one of them with `Named`; a new field is one line, and a
 * new rule is one entry here (docs/decisions/0022).
 */
const RULES = {
  dispute: { names: 'dispute', form: A_REFERENCE, says: 'A dispute that you may see.', otherwise: A_DISPUTE },
  'dispute-of-the-same-child': {
    names: 'dispute',
    form: A_REFERENCE,
    says: 'A dispute that you may see, about one of the same children.',
    fits: isAboutOneOf,
    otherwise: A_DISPUTE,
  },
  'dispute-each': {
    names: 'dispute',
    form: A_REFERENCE,
    says: 'Disputes; the answer says of each what became of it, and of one that you may not see that there is none.',
    because: 'each-by-itself',
  },
  conversation: {
    names: 'dispute',
    form: A_REFERENCE,
    says: 'A conversation that you may see, about nobody but these children, from which nothing has been raised.',
    fits: (thing, naming) =>
      thing.isConversation === true && thing.children.every((child) => childrenOf(naming).includes(child)),
    isActedOn: true,
    otherwise:
      'is not the reference of a conversation known to you about these children, from which nothing was raised: check how it is written',
  },
  linked: {
    form: SOME_WORDS,
    says:
      'A dispute that you may see, of the same child where it is raised again; a check or recommendations that you may see of the same ' +
      'child; or another system’s own number.',
    ruleFor: ({ kind }, written) => {
      if (kind === 're-raises') return 'dispute-of-the-same-child';
      if (kind === 'same-matter') return 'dispute';
      if (kind === 'review' && /^\s*rvw[\s-]/i.test(written)) return 'check-of-the-same-child';
      if (kind === 'review' && /^\s*rec[\s-]/i.test(written)) return 'recommendations-of-the-same-child';
      return null;
    },
  },
  'check-of-the-same-child': {
    names: 'check',
    form: A_REFERENCE,
    says: 'A check that you may see, of one of the same children.',
    fits: isAboutOneOf,
    otherwise: A_REVIEW,
  },
  'recommendations-of-the-same-child': {
    names: 'recommendations',
    form: A_REFERENCE,
    says: 'Recommendations that you may see, of one of the same children.',
    fits: isAboutOneOf,
    otherwise: A_REVIEW,
  },

  child: { names: 'child', form: AN_ID, says: 'A child whom you may see.', otherwise: A_CHILD },
  'child-also-of-the-record': {
    names: 'child',
    form: AN_ID,
    says: 'A child whom the record is about already, or any whom you may see.',
    isNamedAlready: (id, { target }) => target?.children.includes(id) === true,
    otherwise: A_CHILD,
  },
  'child-among-the-reviewed': {
    names: 'child',
    form: AN_ID,
    says: 'Children whom you may see, the one who was reviewed among them.',
    fits: (_, naming) => childrenOf(naming).some((child) => naming.target?.children.includes(child)),
    otherwise: A_CHILD,
  },
  'child-of-the-dispute': {
    names: 'child',
    form: AN_ID,
    says: 'One of the children of the dispute.',
    belongs: (id, { target }) => target?.children.includes(id) === true,
    otherwise: 'is not the record number of a child whom this dispute is about',
  },
  'new-child': { names: 'child', form: AN_ID, says: 'Not in use yet.', because: 'begins' },

  person: { names: 'person', form: SOME_WORDS, says: 'A person of the directory.', otherwise: A_PERSON },
  'person-of-any-time': {
    names: 'person',
    form: SOME_WORDS,
    says: 'A person of the directory, in office or not.',
    isAlsoOutOfOffice: true,
    otherwise: A_PERSON_OF_ANY_TIME,
  },
  iro: {
    names: 'person',
    form: SOME_WORDS,
    says: 'An IRO or conference chair today.',
    fits: (person, naming) => isInOffice(person, naming, naming.today),
    otherwise: AN_IRO,
  },
  'iro-from-that-day': {
    names: 'person',
    form: SOME_WORDS,
    says: 'An IRO or conference chair on the first day, or today.',
    fits: (person, naming) => isInOffice(person, naming, dayOf(naming)),
    otherwise: AN_IRO,
  },
  answerer: {
    names: 'person',
    form: SOME_WORDS,
    says: 'Holds a post that answers disputes.',
    fits: ({ id }, { directory, today }) =>
      directory.postsHeldBy(id, today).some(({ kind }) => rowFor('dispute.answer', kind) !== undefined),
    otherwise: 'is not the id or the name of somebody who holds a post that answers: see GET /api/v1/posts',
  },
  'iro-of-the-sender': {
    names: 'person',
    form: SOME_WORDS,
    says: 'An IRO or conference chair today: you, the one you act for or cover, or anybody where you answer for the IRO service.',
    fits: (person, naming) => isInOffice(person, naming, naming.today) && mayBeRaisedFor(person, naming),
    otherwise: AN_IRO,
  },
  'social-worker': {
    names: 'person',
    form: SOME_WORDS,
    says: 'A social worker in office.',
    fits: ({ id }, { directory, today }) =>
      directory.postsHeldBy(id, today).some(({ kind }) => kind === 'social-worker'),
    otherwise: 'is not the id or the name of a social worker in office: see GET /api/v1/posts',
  },
  'new-person': { names: 'person', form: AN_ID, says: 'Not in use yet.', because: 'begins' },

  team: {
    names: 'team',
    form: SOME_WORDS,
    says: 'A team of the directory, also one that has ended.',
    isAlsoOutOfOffice: true,
    otherwise: A_TEAM,
  },
  'team-of-that-day': {
    names: 'team',
    form: SOME_WORDS,
    says: 'A team that there is on the day from which it holds, or today.',
    fits: (team, naming) => exists(team, dayOf(naming)),
    otherwise: A_TEAM,
  },
  'new-team': { names: 'team', form: AN_ID, says: 'Not in use yet.', because: 'begins' },
  'new-post': { names: 'post', form: AN_ID, says: 'Not in use yet.', because: 'begins' },

  item: {
    names: 'item',
    form: formOf(/^I\d{1,4}$/, 'must be the number of an item, for example I1'),
    says: 'An item of this meeting.',
    because: 'is-part',
  },
  action: {
    names: 'action',
    form: formOf(/^A\d{1,4}$/, 'must be the number of an action, for example A1'),
    says: 'An action of this record.',
    because: 'is-part',
  },
  document: {
    names: 'document',
    form: formOf(/^[\w-]{43}$/, 'must be the ids of documents, as POST /api/v1/documents gave them'),
    says: 'Documents that you sent, and that no record names yet.',
    because: 'is-part',
  },

  'any-child': { names: 'child', form: AN_ID, says: 'Leaves out the others.', because: 'narrows' },
  'any-person': { names: 'person', form: AN_ID, says: 'Leaves out the others.', because: 'narrows' },
  'any-team': { names: 'team', form: AN_ID, says: 'Leaves out the others.', because: 'narrows' },
  'any-team-in-words': { names: 'team', form: SOME_WORDS, says: 'Leaves out the others.', because: 'narrows' },
  'any-dispute': { names: 'dispute', form: A_REFERENCE, says: 'Leaves out the others.', because: 'narrows' },
  'any-meeting': { names: 'meeting', form: A_REFERENCE, says: 'Leaves out the others.', because: 'narrows' },
  'any-series': { names: 'series', form: A_REFERENCE, says: 'Leaves out the others.', because: 'narrows' },
} as const satisfies Readonly<Record<string, RuleOf>>;

/** The same as {@link NamedRule}, without a word of which names there are: their type is worked out from the list. */
type RuleOf =
  | LookedUp
  | OfTheTarget
  | AskedOfTheAct
  | (Declared & { readonly ruleFor: (holder: Readonly<Record<string, unknown>>, written: string) => string | null });

export type NamedRuleName = keyof typeof RULES;

export const NAMED_RULES: readonly NamedRuleName[] = Object.keys(RULES) as NamedRuleName[];

export const isNamedRule = (name: string): name is NamedRuleName => Object.hasOwn(RULES, name);

export const namedRule = (name: NamedRuleName): NamedRule => RULES[name];
