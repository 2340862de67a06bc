import fc from 'fast-check';
import type { PostKind } from '../../src/protocol/protocol.js';

/*
 * Any content that a council may write into a protocol file, as the file itself: JSON is YAML, so the text is read like any other.
 */

const MANAGERS: readonly PostKind[] = [
  'team-manager',
  'assistant-team-manager',
  'service-manager',
  'head-of-service',
  'assistant-director',
  'agency-decision-maker',
  'director',
  'chief-executive',
];
const SERVICE: readonly PostKind[] = ['iro', 'iro-manager', 'head-of-qa', 'qa-service-manager'];

const some = (posts: readonly PostKind[], most = 3) => fc.subarray([...posts], { minLength: 1, maxLength: most });
const few = (posts: readonly PostKind[]) => fc.subarray([...posts], { maxLength: 2 });
const orNone = (posts: readonly PostKind[]) => (posts.length === 0 ? ('none' as const) : posts);
const days = (most: number, unit: string) => fc.integer({ min: 1, max: most }).map((amount) => `${amount} ${unit}`);

const clock = fc.oneof(
  { arbitrary: days(20, 'working-days'), weight: 3 },
  {
    arbitrary: fc.record({
      unit: fc.constantFrom('working-days', 'calendar-days'),
      amount: fc.integer({ min: 3, max: 20 }),
      from: fc.constantFrom('stage', 'raising', 'review', 'call'),
      'raiser-chooses': fc.boolean(),
      'after-send-back': fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    }),
    weight: 3,
  },
  { arbitrary: days(30, 'calendar-days'), weight: 2 },
  { arbitrary: days(96, 'hours'), weight: 2 },
  { arbitrary: fc.constantFrom('meeting', 'none'), weight: 2 },
);

const stage = {
  addressees: some(MANAGERS),
  'answered-by': fc.constantFrom('any', 'all'),
  'copy-to': few(MANAGERS).map(orNone),
  'notify-only': few(SERVICE).map(orNone),
  'sent-by': some(SERVICE),
  clock,
  'day-zero': fc.constantFrom('day-of-raising', 'next-working-day'),
  'earlier-date': fc.boolean(),
  'on-redirect': fc.constantFrom('runs-on', 'restarts'),
  needs: fc.oneof(
    { arbitrary: fc.constant('answer'), weight: 6 },
    { arbitrary: fc.constantFrom('report-only', 'meeting-decision'), weight: 1 },
  ),
  judges: fc.oneof(
    { arbitrary: fc.constant<PostKind[]>(['iro']), weight: 2 },
    { arbitrary: some(SERVICE), weight: 3 },
    { arbitrary: some(MANAGERS), weight: 1 },
  ),
  'escalation-judges': fc.oneof({ arbitrary: some(SERVICE), weight: 4 }, { arbitrary: some(MANAGERS), weight: 1 }),
  'escalated-by': some(SERVICE),
  'on-silence': fc.constantFrom('ask-the-judge', 'chase-then-ask', 'escalate'),
  'silence-is-not-accepted': fc.boolean(),
};

interface AnyStage {
  readonly name: string;
  readonly needs: string;
  readonly clock: string | object;
  readonly 'on-silence': string;
}

/** A stage that only reports has no clock, and silence sends nothing up where nothing is above. */
const sound = <Written extends AnyStage>(written: Written, name: string, hasAbove: boolean): Written => ({
  ...written,
  name,
  clock: written.needs === 'report-only' ? 'none' : written.clock,
  'on-silence': hasAbove || written['on-silence'] !== 'escalate' ? written['on-silence'] : 'ask-the-judge',
});
const entry = fc.record({ rule: fc.constantFrom('with-reason', 'after-all-earlier'), by: some(SERVICE) });
const first = fc.record({
  name: fc.constant('Where it begins'),
  'counts-as': fc.constantFrom('formal', 'formal', 'pre-formal', 'informal'),
  ...stage,
});
const above = fc.record({ name: fc.constant('Higher up'), ...stage, entry });

/** The stages of a ladder, each under a name of its own. */
const rungs = fc
  .tuple(first, fc.array(above, { maxLength: 5 }))
  .map(([one, others]) =>
    [one, ...others].map((written, index, all) => sound(written, `Rung ${index + 1}`, index < all.length - 1)),
  );

/** A second ladder for some of the themes that the histories are about. */
const ladders = fc.option(
  rungs.map((stages) => [{ code: 'second', name: 'The second ladder', for: { themes: ['DD', 'PLAN'] }, stages }]),
  { nil: undefined },
);

/** The text of a protocol file. */
export const anyProtocolFile: fc.Arbitrary<string> = fc
  .record({
    raisers: some(['iro', 'conference-chair', 'iro-manager']),
    populations: fc.constantFrom(['looked-after'], ['looked-after', 'child-protection']),
    'before-raising': fc.record({
      act: fc.constantFrom('call', 'email', 'advocate-offered', 'child-told'),
      rule: fc.constantFrom('expected', 'required'),
      within: fc.option(fc.constantFrom('2 working-days', '3 calendar-days'), { nil: undefined }),
    }),
    informal: fc.option(
      first.map(({ 'counts-as': _, ...written }) => sound(written, 'A word first', false)),
      { nil: undefined },
    ),
    stages: rungs,
    ladders,
    'receipt-clock': fc.constantFrom('none', '1 working-days', '2 calendar-days', '24 hours'),
    'total-cap': fc.constantFrom('none', { amount: 20, rule: 'warn' }, { amount: 10, rule: 'block', stages: 'all' }),
    extensions: fc.record({ allowed: fc.boolean(), 'granted-by': some(SERVICE) }),
    pauses: fc.record({
      allowed: fc.constantFrom(true, true, true, true, false),
      by: fc.oneof(fc.constant(['iro']), fc.constant(['iro']), some(SERVICE)),
    }),
    // Silence about recommendations means agreed; the promises about a dispute must hold beside it.
    recommendations: fc.option(
      fc.record({ 'answered-by': some(MANAGERS), clock: fc.constantFrom('5 working-days', '48 hours') }),
      { nil: undefined },
    ),
    'parallel-routes': fc.constantFrom('other-agency', 'none'),
  })
  .map((rules) => JSON.stringify({ id: 'generated', title: 'Generated', kinds: ['concern'], ...rules }, null, 1));
