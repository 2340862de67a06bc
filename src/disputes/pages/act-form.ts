import type { Form } from '../../web/forms/form.js';
import type { Typed } from '../../web/forms/typed.js';
import type { DisputeDto } from '../read/dispute.dto.js';

/** Under which of the buttons of a dispute's page an act stands. */
export const ACT_GROUPS = {
  /** Acts that the dispute waits for, or that its day asks for. */
  now: 'Also now',
  ask: 'Ask or move',
  child: 'Around the child',
  end: 'Correct or end',
  other: 'Other routes',
} as const;
export type ActGroup = keyof typeof ACT_GROUPS;

/** The page of an act on a dispute, as data. It lies in the folder of the act, as `<act>.form.ts`. */
export interface ActForm extends Form {
  readonly group: ActGroup;
  /** Words of the link that leads to it: `Ask for more time`. */
  readonly link: string;
  /** View in the place of the usual one, which extends it. */
  readonly view?: string;
  /** The record above the form, to be read while it is filled in: what was raised, how it was answered, and why that was not enough. */
  readonly showsRecord?: true;
  /** The content of the form when it is opened, by how the dispute stands. */
  readonly begins?: (dispute: DisputeDto) => Typed;
  /** For those who may not read what it acts on: its form shows nothing of it. */
  readonly isForTheHidden?: boolean;
  /** It is reached from the outline of the dispute, and leads back there. */
  readonly isOnTheOutline?: boolean;
  /** Also for those who answer for the IRO service and may not read it: what nobody is left to do is theirs to give to somebody. */
  readonly isAlsoForTheHidden?: boolean;
  /** Once it is sent, the page says to whom it went and by when. */
  readonly saysWhoHasIt?: boolean;
}

export const actForm = (form: ActForm): ActForm => form;
