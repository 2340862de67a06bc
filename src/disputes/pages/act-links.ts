import { DISPUTE_ACTS } from '../acts/all-acts.js';
import type { ActForm } from './act-form.js';

/** Acts that people send by a page of their own, which is no form on a dispute that is there: they raise one. */
export const RAISED_BY_A_PAGE_OF_THEIR_OWN: readonly string[] = ['raise-formal', 'raise-informal'];

/** Acts on a dispute that people send by a form. */
export const ACTS_WITH_A_FORM: readonly string[] = DISPUTE_ACTS.filter(
  ({ type, route }) => route !== null && !RAISED_BY_A_PAGE_OF_THEIR_OWN.includes(type),
).map(({ type }) => type);

const formIn = (module: unknown): ActForm => Object.values(module as Record<string, ActForm>)[0]!;

/** The form of every act that people send, by the name of the act; privileged advice beside them. */
export const ACT_FORMS: ReadonlyMap<string, ActForm> = new Map(
  await Promise.all([
    ...ACTS_WITH_A_FORM.map(async (act) => [act, formIn(await import(`../acts/${act}/${act}.form.js`))] as const),
    (async () =>
      ['record-legal-advice', formIn(await import('../legal-advice/record-legal-advice.form.js'))] as const)(),
  ]),
);
