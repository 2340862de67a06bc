import type { ReadModels } from '../../src/platform/projections/projection.js';
import { directoryFrom } from '../../src/directory/directory-from.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { PostKind, Protocol } from '../../src/protocol/protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { Controls } from './controls.js';
import type { Story } from './read-models.js';

/** The sources of the reports, at a moment; by the control protocol unless told. */
export const readingAt = (readModels: ReadModels, now: string, protocol: Protocol = Controls.protocol()) => ({
  readModels,
  directory: directoryFrom(readModels),
  protocols: Controls.book(protocol),
  calendar: Controls.calendar,
  now,
});

export const dispute = (reference: string, ...events: Story['events']): Story => ({
  stream: `dispute-${reference}`,
  events,
});

/** An event at another moment than that of the controls. */
export const at = (moment: string, event: DisputeEvent): DisputeEvent & { at: string } => ({ ...event, at: moment });

export const protocolAdopted = (protocol: Protocol = Controls.protocol()): Story => ({
  stream: 'protocol-council',
  events: [
    {
      type: 'ProtocolAdopted',
      data: {
        version: 1,
        from: '2020-01-01',
        file: 'id: house',
        fileSha256: '0',
        warnings: [],
        protocol,
        agreed: IN_SET_UP,
      },
    },
  ],
});

export const team = (teamId: string, name: string, service: string | null = null): Story => ({
  stream: `team-${teamId}`,
  events: [
    {
      type: 'TeamRegistered',
      data: { teamId, code: teamId, name, alsoWrittenAs: [], service, from: null, to: null, succeeds: [] },
    },
  ],
});

/** A post of a team or of none, and who holds it; nobody where no person is given. It serves a service besides where one is given. */
export const post = (
  kind: PostKind,
  of: string | null,
  person: string | null,
  { until, service = null }: { until?: string; service?: string | null } = {},
): Story[] => [
  {
    stream: `post-${kind}-${of ?? person ?? 'council'}`,
    events: [
      {
        type: 'PostRegistered',
        data: { postId: `${kind}-${of ?? person ?? 'council'}`, kind, title: kind, team: of, service },
      },
      ...(person === null ? [] : [{ type: 'PostTaken', data: { person, from: null, agreed: IN_SET_UP } }]),
      ...(person === null || until === undefined ? [] : [{ type: 'PostLeft', data: { person, on: until } }]),
    ],
  },
  ...(person === null
    ? []
    : [
        {
          stream: `person-${person}`,
          events: [
            { type: 'PersonRegistered', data: { personId: person, name: person, email: null, fromRegister: false } },
          ],
        },
      ]),
];
