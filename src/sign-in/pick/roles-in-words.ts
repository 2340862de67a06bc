import type { BuiltInPost } from '../../protocol/protocol.js';

/** A kind of post as somebody who picks one is told of it. */
interface RoleInWords {
  /** Heading of the people who hold one. */
  readonly people: string;
  /** The records that they will see. */
  readonly sees: string;
}

/** Every kind of post; in the order in which a new reader understands them. */
export const ROLES_IN_WORDS: Readonly<Record<BuiltInPost, RoleInWords>> = {
  iro: {
    people: 'Independent reviewing officers',
    sees: 'Their own children, the disputes they raised, and what waits for them.',
  },
  'team-manager': { people: 'Team managers', sees: 'What they must answer, and everything about their team.' },
  'iro-manager': {
    people: 'IRO manager',
    sees: 'Every dispute and acknowledgement, and which of them waits for whom.',
  },
  'service-manager': {
    people: 'Service managers',
    sees: 'What has been escalated to them, and the teams of their service.',
  },
  'social-worker': {
    people: 'Social workers',
    sees: 'Disputes about their own children, and the thanks they were given.',
  },
  'conference-chair': {
    people: 'Conference chair',
    sees: 'The children whose conferences they chair, as an IRO sees theirs.',
  },
  'head-of-qa': { people: 'Head of quality assurance', sees: 'Every dispute, as the IRO manager does.' },
  'qa-service-manager': {
    people: 'Quality assurance service managers',
    sees: 'Every dispute, as the IRO manager does.',
  },
  'assistant-team-manager': { people: 'Assistant team managers', sees: 'What their team must answer.' },
  'head-of-service': {
    people: 'Heads of service',
    sees: 'What has been escalated to them, and the teams of their service.',
  },
  'executive-head': {
    people: 'Executive heads',
    sees: 'What has been escalated to them, and the teams of their service.',
  },
  'assistant-director': {
    people: 'Assistant director',
    sees: 'What has been escalated to them, and where everything else stands.',
  },
  'agency-decision-maker': { people: 'Agency decision maker', sees: 'What has been sent to them to decide.' },
  director: {
    people: 'Director of children’s services',
    sees: 'What has been escalated to the top, and where everything else stands.',
  },
  'chief-executive': { people: 'Chief executive', sees: 'What has been escalated beyond the director.' },
  'business-support': { people: 'Business support', sees: 'What to chase and to file, without what was written.' },
  'performance-analyst': { people: 'Performance analyst', sees: 'Figures, without a child or a person in them.' },
  inspector: { people: 'Inspector', sees: 'Every dispute, to read. Each page that they open is on record.' },
  'information-governance': {
    people: 'Information governance',
    sees: 'Who took emergency access, why, and what they opened; no case.',
  },
  administrator: { people: 'Administrator', sees: 'People, posts, teams and the protocol; no case.' },
};
