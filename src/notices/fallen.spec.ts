import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import type { Protocol } from '../protocol/protocol.js';
import { askedSince, fallenIn } from './fallen.js';

const NORTH = 'through-care-3';
const SOUTH = 'through-care-4';
const subject = { ...Controls.subject, iro: 'iro' };
const raised = (...more: DisputeEvent[]): Story =>
  dispute('D', ...Controls.disputeRaised({ reference: 'D', subject }), ...more);

const SEATS = {
  manager: post('team-manager', NORTH, 'manager'),
  'other-manager': post('team-manager', SOUTH, 'other-manager'),
  'manager-of-service': post('service-manager', null, 'manager-of-service', { service: 'care' }),
  iro: post('iro', null, 'iro'),
  lane: post('iro-manager', null, 'lane'),
  wynn: post('head-of-qa', null, 'wynn'),
  hart: post('director', null, 'hart'),
  chief: post('chief-executive', null, 'chief'),
} as const;

/** The people who are told that something has fallen to them, where these people alone are in office. */
const told = async (
  held: readonly (keyof typeof SEATS)[],
  story: Story = raised(),
  protocol: Protocol = Controls.protocol(),
): Promise<string[]> => {
  const models = await readModelsOf(
    protocolAdopted(protocol),
    team(NORTH, 'Through Care 3', 'care'),
    team(SOUTH, 'Through Care 4', 'care'),
    ...held.flatMap((name) => SEATS[name]),
    story,
  );
  const { directory, calendar, protocols, now } = readingAt(models, Controls.now, protocol);
  const fallen = await fallenIn(
    {
      ...{ readModels: models, directory, clock: { now: () => now } },
      protocols: { current: async () => protocols } as unknown as ProtocolLibrary,
      calendar: { current: async () => calendar } as unknown as CouncilCalendar,
    },
    'D',
  );
  await models.close();
  return fallen.map(({ kind, person }) => `${kind}: ${person}`);
};

describe('A notice to a vacant post', () => {
  it('nobody is told while somebody holds it', async () => {
    expect(await told(['manager', 'iro', 'lane'])).toEqual([]);
  });

  it('the next stage up is told, else the IRO manager, the head of quality assurance, and in the end every leader', async () => {
    expect(await told(['iro', 'manager-of-service', 'lane'])).toEqual(['post-vacant: manager-of-service']);
    expect(await told(['iro', 'lane', 'wynn', 'hart'])).toEqual(['post-vacant: lane']);
    expect(await told(['iro', 'wynn', 'hart'])).toEqual(['post-vacant: wynn']);
    expect(await told(['iro', 'hart', 'chief'])).toEqual(['post-vacant: hart', 'post-vacant: chief']);
  });

  it('of one of two siblings’ teams, the next stage up is told all the same', async () => {
    const addressee = { team: NORTH, alsoTeams: [SOUTH], posts: ['team-manager' as const] };
    const ofBoth = dispute('D', ...Controls.disputeRaised({ reference: 'D', subject, addressee }));
    expect(await told(['manager', 'other-manager', 'iro', 'manager-of-service'], ofBoth)).toEqual([]);
    expect(await told(['manager', 'iro', 'manager-of-service'], ofBoth)).toEqual(['post-vacant: manager-of-service']);
  });

  it('one vacant post is enough at a stage that needs the answer of all', async () => {
    const protocol = Controls.protocolWithStage({
      addressees: ['team-manager', 'assistant-team-manager'],
      answeredBy: 'all',
    });
    const addressee = { team: NORTH, posts: ['team-manager' as const, 'assistant-team-manager' as const] };
    const ofAll = dispute('D', ...Controls.disputeRaised({ reference: 'D', subject, addressee }));
    expect(await told(['manager', 'iro', 'manager-of-service'], ofAll, protocol)).toEqual([
      'post-vacant: manager-of-service',
    ]);
  });
});

describe('A dispute whose IRO has left', () => {
  it('the last resort is told to give it to another', async () => {
    expect(await told(['manager', 'lane', 'wynn'])).toEqual(['holder-has-left: lane']);
    expect(await told(['manager', 'wynn'])).toEqual(['holder-has-left: wynn']);
  });
});

it('is told anew only once something is asked anew', () => {
  const event = (type: string): RecordedEvent => ({ type }) as unknown as RecordedEvent;
  const [raisedFirst, noted, answered] = [event('FormalDisputeRaised'), event('NoteAdded'), event('AnswerGiven')];
  expect(askedSince([raisedFirst, noted], 'fill-vacancy')).toBe(raisedFirst);
  expect(askedSince([raisedFirst, noted, answered], 'fill-vacancy')).toBe(answered);
});

it('and that a dispute is to be handed over, only once somebody has held it since', () => {
  const event = (type: string): RecordedEvent => ({ type }) as unknown as RecordedEvent;
  const [raisedFirst, passed, handed] = [
    event('FormalDisputeRaised'),
    event('AnswerDeadlinePassed'),
    event('DisputeHandedOver'),
  ];
  expect(askedSince([raisedFirst, passed], 'hand-over')).toBe(raisedFirst);
  expect(askedSince([raisedFirst, handed, passed], 'hand-over')).toBe(handed);
});
