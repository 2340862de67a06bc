import { upperFirst } from '../../platform/upper-first.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Problem } from '../../platform/http/problem.js';
import { carriedFile, type FileOfForm } from '../../web/forms/file-of-form.js';
import { day, type Form } from '../../web/forms/form.js';
import { afterLabel } from '../../web/forms/plainly.js';
import { textAt, type Typed } from '../../web/forms/typed.js';
import { keyForPeople } from '../compare-protocols.js';
import { presentShown } from '../shown/present-protocol.js';
import type { ProtocolTriedDto } from './try.dto.js';

/** The fields beside the file. */
export const adoptForm: Pick<Form, 'fields'> = {
  fields: [day('from', 'The first day on which it is in force', { missing: 'Enter the first day' })],
};

const PARTS = [
  ['day', 'Day'],
  ['month', 'Month'],
  ['year', 'Year'],
] as const;

/**
 * The form, as it is opened or with what is wrong in what was sent.
 * @param isChosen whether a file came with it
 */
export const presentAdopting = (typed: Typed, problem: Problem | undefined, isChosen: boolean): object => {
  const all = problem?.also.errors ?? [];
  const ofYaml = all.filter(({ pointer }) => pointer === '/yaml').map(({ message }) => upperFirst(message));
  const ofFile = isChosen || ofYaml.length === 0 ? ofYaml : ['Choose the file of the protocol'];
  const isTyped = PARTS.some(([name]) => textAt(typed, `from.${name}`).trim() !== '');
  const ofDay = all
    .filter(({ pointer }) => pointer === '/from')
    .map(({ message }) => (isTyped ? afterLabel('The first day', message) : 'Enter the first day'));
  const others = problem === undefined || all.length > 0 ? [] : [problem.detail];
  // No browser keeps a file that was chosen, so whoever sends the rest again chooses it again.
  const again = isChosen && ofFile.length === 0 && ofDay.length > 0 ? ['Choose the file again'] : [];
  const files = [...ofFile, ...again, ...others];
  return {
    title: 'Put a protocol in force',
    parts: PARTS.map(([name, label]) => ({ name, label, value: textAt(typed, `from.${name}`) })),
    fileError: files.length > 1 ? FILE_IS_WRONG : files[0],
    // The mistakes of the file stand under its box, a line each; the summary leads there.
    fileProblems: files,
    more: problem?.also.more ?? 0,
    dayError: ofDay[0],
    errors: [...files.map((text) => ({ text, href: '#file' })), ...ofDay.map((text) => ({ text, href: '#from-day' }))],
  };
};

const FILE_IS_WRONG = 'This file cannot be used: see what is wrong with it';

interface Trying {
  readonly from: LocalDate;
  readonly typed: Typed;
  readonly file: FileOfForm;
  readonly command: string;
}

/** The result that it would have, and the button that does it. */
export const presentTried = (tried: ProtocolTriedDto, { from, typed, file, command }: Trying): object => ({
  title: tried.waits ? 'Check, and propose this protocol' : 'Check, and put this protocol in force',
  from: dayInWords(from),
  command,
  carried: [
    ...PARTS.map(([name]) => ({ name: `from[${name}]`, value: textAt(typed, `from.${name}`) })),
    ...carriedFile(file),
  ],
  ...presentRules(tried),
  gives: tried.gives,
  waits: tried.waits,
});

/** The rules of a file in words, what is remarked of them, and what they change; the same for both who put them in force. */
export const presentRules = ({ shown, remarks, against, changed }: ProtocolTriedDto): object => ({
  protocol: presentShown(shown),
  remarks: remarks.map(({ line, message }) => (line === 0 ? message : `Line ${line}: ${message}`)),
  against,
  changed: changed.map(({ key, before, after }) => ({
    key: keyForPeople(key),
    before: before ?? 'not said',
    after: after ?? 'not said',
  })),
});
