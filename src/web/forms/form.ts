/*
 * A form as data: what it asks, in its order and words, what follows from it, and the words of its button. From one description the form is
 * drawn, the page on which it is checked, and the errors beside its fields; and what was typed is read into the body that the route of the
 * API takes, so that nothing is decided here a second time.
 */

/** Texts may name what the council calls things: `{dispute}`, `{disputes}`, `{acknowledgement}`, `{acknowledgements}`. */
export interface Form {
  /** Heading of its page: `Answer this {dispute}`. */
  readonly title: string;
  /** The facts that a reader must know before they write, in a sentence each. */
  readonly before?: readonly string[];
  readonly fields: readonly Field[];
  /** The consequences, said before the button. */
  readonly follows?: readonly string[];
  /** Words of the button that carries it out: `Send to team manager`. */
  readonly button: string;
  /** The message that the next page shows once: `Answer sent.` */
  readonly done: string;
  /** Sent at once: so little is written, and so little follows, that there is nothing to check. */
  readonly isSentAtOnce?: boolean;
}

/** Value and words of something that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Of many choices: the heading under which it stands with others like it. */
  readonly heading?: string;
}

interface Asked {
  /** Its place in the body; a stop leads into a group: `spokeFirst.spokeTo`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** Of what may be left out, and is needed beside something else that is given: said in the place of "optional". */
  readonly neededIf?: string;
  /** Not asked where there is nothing to choose from; or by the name of some choices, where there are none of these. */
  readonly isAskedIfAny?: boolean | string;
  /** The name of the question with Yes and No under whose Yes it is asked. */
  readonly ifYesTo?: string;
  /** The words before its value among the others of a row, where the form is checked; the label unless it is given. */
  readonly shortly?: string;
  /** The message if nothing was given; otherwise made from the label. */
  readonly missing?: string;
}

/** Choices that are written down, or the name of some that the person who draws the form knows. */
type Choices = readonly Choice[] | string;

/** The things that rows are about, one each: which of them a row is about stands in the body under this name, as a number or as its code. */
export interface RowsOf {
  readonly name: string;
  readonly choices: string;
  readonly areCodes?: boolean;
}

export type Field = Asked &
  (
    | { readonly as: 'paragraphs'; readonly rows?: number }
    /** Of a line that may name one of some choices, and other words as well: the name of those that are offered while it is typed. */
    | { readonly as: 'line'; readonly suggests?: string }
    /** Several names or numbers on one line, between commas. */
    | { readonly as: 'list' }
    | { readonly as: 'day' }
    /** A day, or other words in its place. */
    | { readonly as: 'when' }
    /** A time of day, in 24 hours or as the pages write it: 2pm. */
    | { readonly as: 'time' }
    | { readonly as: 'number' }
    | { readonly as: 'yes-or-no' }
    | { readonly as: 'one-of'; readonly choices: Choices; readonly areNumbers?: boolean }
    /** One of many, in a list that opens. */
    | { readonly as: 'select'; readonly choices: Choices; readonly areNumbers?: boolean }
    | {
        readonly as: 'some-of';
        readonly choices: Choices;
        readonly areNumbers?: boolean;
        /** Of many choices that most people leave alone: they stand behind a line that opens, so that the next question is in sight. */
        readonly isFolded?: boolean;
      }
    /** Files that people choose: they are kept at once, and the form holds their ids. */
    | { readonly as: 'documents' }
    /** Any number of rows with the same fields; `each` is what one is called. */
    | {
        readonly as: 'rows';
        readonly each: string;
        readonly fields: readonly Field[];
        /**
         * One row for each of some things that are there already, and no others.
         */
        readonly of?: RowsOf;
        /** Words of a button that copies rows which are there already: the person who draws the form knows them. */
        readonly copies?: string;
        /** Name of the rows into which they are copied; these unless it is given. */
        readonly copiesInto?: string;
      }
  );

type Extra = Partial<Omit<Asked, 'name' | 'label'>>;

/** A text in paragraphs. */
export const paragraphs = (name: string, label: string, extra: Extra & { rows?: number } = {}): Field => ({
  ...{ as: 'paragraphs', name, label },
  ...extra,
});
/** A few words on one line. */
export const line = (name: string, label: string, extra: Extra & { suggests?: string } = {}): Field => ({
  ...{ as: 'line', name, label },
  ...extra,
});
export const list = (name: string, label: string, extra: Extra = {}): Field => ({ as: 'list', name, label, ...extra });
export const day = (name: string, label: string, extra: Extra = {}): Field => ({ as: 'day', name, label, ...extra });
export const when = (name: string, label: string, extra: Extra = {}): Field => ({ as: 'when', name, label, ...extra });
export const time = (name: string, label: string, extra: Extra = {}): Field => ({ as: 'time', name, label, ...extra });
export const number = (name: string, label: string, extra: Extra = {}): Field => ({
  ...{ as: 'number', name, label },
  ...extra,
});
export const yesOrNo = (name: string, label: string, extra: Extra = {}): Field => ({
  ...{ as: 'yes-or-no', name, label },
  ...extra,
});

const written = (choices: Readonly<Record<string, string>> | string): Choices =>
  typeof choices === 'string' ? choices : Object.entries(choices).map(([value, text]) => ({ value, text }));

/** @param choices words by value, or the name of choices that depend on what the form is about */
export const oneOf = (
  name: string,
  label: string,
  choices: Readonly<Record<string, string>> | string,
  extra: Extra & { areNumbers?: boolean } = {},
): Field => ({ as: 'one-of', name, label, choices: written(choices), ...extra });
export const select = (
  name: string,
  label: string,
  choices: Readonly<Record<string, string>> | string,
  extra: Extra & { areNumbers?: boolean } = {},
): Field => ({ as: 'select', name, label, choices: written(choices), ...extra });
export const someOf = (
  name: string,
  label: string,
  choices: Readonly<Record<string, string>> | string,
  extra: Extra & { areNumbers?: boolean; isFolded?: boolean } = {},
): Field => ({ as: 'some-of', name, label, choices: written(choices), ...extra });
/** Files as evidence: the field `documents` of the body. */
export const documents = (label: string, extra: Extra = {}): Field => ({
  ...{ as: 'documents', name: 'documents', label, isOptional: true },
  ...extra,
});
export const rows = (
  name: string,
  label: string,
  {
    each,
    fields,
    ...extra
  }: Extra & { each: string; fields: readonly Field[]; copies?: string; copiesInto?: string; of?: RowsOf },
): Field => ({ as: 'rows', name, label, each, fields, ...extra });
