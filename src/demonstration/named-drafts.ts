import { derivedId } from '../platform/ids.js';
import type { ScriptedAct } from './setting.js';

/** The content of a person's draft. */
export interface ScriptedDraft {
  readonly id: string;
  readonly writer: string;
  readonly act: string;
  readonly address: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly lines: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** The acts of one dispute, from its first. */
type Told = readonly ScriptedAct[];

export const answerBy = (writer: string, told: Told): ScriptedDraft => {
  const reasons = 'The meeting was held, and its minutes are late. I will';
  return draft('answer', writer, told, { agreement: 'partly', reasons }, [
    { label: 'Do you agree?', values: ['Partly agree'] },
    { label: 'Your reasons', values: [reasons] },
  ]);
};

export const chaseBy = (writer: string, told: Told): ScriptedDraft => {
  const how = 'Rang the team, and left word with';
  return draft('chase', writer, told, { how }, [{ label: 'How did you chase it?', values: [how] }]);
};

export const noteBy = (writer: string, told: Told): ScriptedDraft => {
  const text = 'Raised in supervision on Monday:';
  return draft('add-note', writer, told, { text }, [{ label: 'Note', values: [text] }]);
};

const draft = (
  act: string,
  writer: string,
  told: Told,
  typed: ScriptedDraft['typed'],
  lines: ScriptedDraft['lines'],
): ScriptedDraft => ({
  ...{ id: derivedId('demonstration', 'draft', act, writer), writer },
  ...{ act: `dispute.${act}`, address: `/disputes/${referenceOf(told)}/${act}` },
  ...{ typed, lines },
});

const referenceOf = (told: Told): string => told[0]!.stream.slice('dispute-'.length);
