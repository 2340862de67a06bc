import { describe, expect, it } from '@jest/globals';
import { EXAMPLES_OF_ACTS } from '../../../test/support/examples-of-acts.js';
import { isWritten, writtenIn } from './written-in-entry.js';

/** Fields of events that hold words, and that nobody wrote: codes, ids, days, names of stages, and what is for few to read. */
const NOT_WRITTEN: readonly string[] = [
  ...['reference', 'subject', 'raisedOn', 'stage', 'addressee', 'theme', 'secondaryThemes', 'links', 'adviceGiven'],
  ...['role', 'agreement', 'verdict', 'standing', 'meeting', 'decision', 'goesOnTo', 'iroView', 'nextLookOn', 'heldOn'],
  ...['from', 'to', 'because', 'clock', 'fromIro', 'toIro', 'link', 'secondary', 'formal', 'outcome', 'duplicateOf'],
  ...['child', 'filedOn', 'importId', 'ownReference', 'source', 'rule', 'why', 'needs', 'startedOn', 'firstDueOn'],
  ...['dueOn', 'dueAt', 'moved', 'onSilence', 'firstDay', 'lastDay', 'toStage', 'posts', 'people', 'readers', 'until'],
  ...[
    'answeredBy',
    'answeredOn',
    'spokeOn',
    'askedFor',
    'actionId',
    'doneOn',
    'agency',
    'sentOn',
    'repliedOn',
    'reply',
  ],
  ...['forTeams', 'wholeForTeams', 'actionsOutstanding', 'advocateOfferedOn', 'told', 'lookOn', 'grounds', 'skipped'],
  ...['ladder', 'begins', 'person'],
  ...['toldOn', 'wroteOn', 'saidOn', 'reviewedOn', 'counted', 'complaint', 'state', 'on', 'withdrawnOn'],
];

describe('The texts in an entry of a history', () => {
  it.each([...EXAMPLES_OF_ACTS].map(([act, { events }]) => [act, events] as const))(
    'of %s: each field that holds words is read, or is known to hold none that people wrote',
    (_, events) => {
      const unknown = Object.entries(events as Readonly<Record<string, object>>).flatMap(([type, data]) =>
        Object.entries(data)
          .filter(([, value]) => holdsWords(value))
          .filter(([field]) => !isWritten(field) && !NOT_WRITTEN.includes(field))
          .map(([field]) => `${type}.${field}`),
      );
      expect(unknown).toEqual([]);
    },
  );

  it('says of what was asked for what becomes of it, by what it was', () => {
    const responses = [{ wanted: 1, response: 'declined', reason: 'It was made in May.' }];
    expect(writtenIn('AnswerGiven', { responses }, ['Refer to therapy'])).toEqual([
      { label: 'What was asked for', lines: ['Refer to therapy: declined. It was made in May.'], isList: true },
    ]);
    expect(writtenIn('AnswerGiven', { responses })[0]?.lines).toEqual(['Action 1: declined. It was made in May.']);
  });

  it('gives every action with who does it, by when, and how it will be known', () => {
    const actions = [{ what: 'Hold the meeting.', who: 'Tom', by: '2023-04-21', measure: 'Minutes are on file.' }];
    expect(writtenIn('AnswerGiven', { reasons: 'It came late.', actions, evidence: null })).toEqual([
      { label: 'Reasons', lines: ['It came late.'], isList: false },
      {
        label: 'What will be done',
        lines: [
          'Hold the meeting.; by whom: Tom; by when: Friday 21 April 2023; how we will know: Minutes are on file.',
        ],
        isList: true,
      },
    ]);
  });

  it('says with a conversation on which day it was, and with the child’s view whether they were told', () => {
    const raised = {
      spokeFirst: { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'No date.' },
      childView: { view: 'I want to stay.', told: true, toldOn: '2023-04-04', advocateOffered: false },
    };
    expect(writtenIn('FormalDisputeRaised', raised).map(({ label, lines }) => `${label}: ${lines.join()}`)).toEqual([
      'Spoke to: Tom',
      'When they spoke: Monday 3 April 2023',
      'What came of it: No date.',
      'What the child says: I want to stay.',
      'Was the child told?: Yes',
      'When the child was told: Tuesday 4 April 2023',
      'Was an advocate offered?: No',
    ]);
  });

  it('tells the child’s own words from the view of an IRO, which is a code', () => {
    expect(writtenIn('ChildViewRecorded', { view: 'I want to stay.' })[0]?.lines).toEqual(['I want to stay.']);
    expect(writtenIn('IroViewRecorded', { view: 'not', reason: 'No date.' }).map(({ lines }) => lines)).toEqual([
      ['No date.'],
    ]);
  });
});

const holdsWords = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.some(holdsWords)) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsWords));
