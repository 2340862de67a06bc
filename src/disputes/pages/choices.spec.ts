import { describe, expect, it } from '@jest/globals';
import { shipped } from '../../../test/support/shipped.js';
import type { Directory } from '../../directory/directory.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { drawnForm } from '../../web/forms/drawn-form.js';
import type { Form } from '../../web/forms/form.js';
import { escalateForm } from '../acts/escalate/escalate.form.js';
import { formaliseForm } from '../acts/formalise/formalise.form.js';
import { RAISE_PAGES } from '../acts/raise/raise.form.js';
import { sendBackForm } from '../acts/send-back/send-back.form.js';
import type { DisputeDto } from '../read/dispute.dto.js';
import { type ChosenFrom, choicesFrom } from './choices.js';

const WORDS = { ...PLAIN_WORDS, said: (text: string): string => text, post: (kind: string): string => kind };

const NOBODY = { teams: () => [], postsHeld: () => [] } as unknown as Directory;

const atStage = (stage: number): DisputeDto =>
  ({ rounds: [{ ladder: 'main', stage, answers: [], verdicts: [] }], allowedActs: [], children: [] }) as never;

const asks = (form: Form, council: string, dispute: ChosenFrom['dispute'] = null): boolean => {
  const { protocol } = shipped(council);
  const choices = choicesFrom({ dispute, entries: [], directory: NOBODY, protocol, today: '2026-11-30' });
  return JSON.stringify(drawnForm(form, { typed: {}, errors: [], choices, words: WORDS })).includes(
    'Date of the meeting',
  );
};

describe('The date of a meeting', () => {
  it('is asked when a dispute is raised only where a meeting of the protocol decides', () => {
    for (const form of [RAISE_PAGES.at(-1)!, formaliseForm]) {
      expect(asks(form, 'house')).toBe(false);
      expect(asks(form, 'leicestershire')).toBe(true);
    }
  });

  it('is asked on the way up and down only where a meeting decides one of the stages that it can go to', () => {
    expect([1, 2, 3, 4].map((stage) => asks(escalateForm, 'leicestershire', atStage(stage)))).toEqual([
      ...[true, true, true, false],
    ]);
    expect([1, 2, 3, 4].map((stage) => asks(sendBackForm, 'leicestershire', atStage(stage)))).toEqual([
      ...[false, false, false, true],
    ]);
    expect(asks(escalateForm, 'house', atStage(1))).toBe(false);
    expect(asks(sendBackForm, 'house', atStage(3))).toBe(false);
  });
});
