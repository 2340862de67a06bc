import { POST_KINDS, type PostKind } from '../../protocol/protocol.js';
import type { PostRegistered } from '../events.js';
import { plainName, slug } from '../spelling.js';

/** What councils write for a post beside its plain name (domain brief, sections 2 and 10). */
const ALSO_WRITTEN: Partial<Record<PostKind, readonly string[]>> = {
  iro: ['Independent Reviewing Officer', 'QARO', 'IRM', 'Independent chair'],
  'iro-manager': ['Safeguarding manager', 'Practice manager (IRO)'],
  'conference-chair': ['CP chair', 'Child protection chair', 'Child protection conference chair'],
  'head-of-qa': ['Head of quality assurance'],
  'qa-service-manager': ['Quality assurance service manager'],
  'social-worker': ['SW'],
  'assistant-team-manager': ['ATM', 'Advanced practitioner'],
  'team-manager': ['TM'],
  'service-manager': ['Group manager', 'Operations manager'],
  'head-of-service': ['HoS'],
  'assistant-director': ['AD'],
  'agency-decision-maker': ['ADM'],
  director: ['DCS', "Director of children's services"],
  'chief-executive': ['CEX'],
  administrator: ['System administrator'],
};

const KINDS = new Map(
  POST_KINDS.flatMap((kind) => [kind, ...(ALSO_WRITTEN[kind] ?? [])].map((written) => [plainName(written), kind])),
);

/** The kind of post that is written so, whatever the capitals and punctuation, or undefined. */
export const postKindWritten = (written: string): PostKind | undefined => KINDS.get(plainName(written));

/** A kind as people write it: `team-manager` is "Team manager", `iro` is "IRO". */
export const postTitle = (kind: PostKind): string => {
  const words = kind.replaceAll('-', ' ').replace(/\b(iro|qa)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const POST_TITLES = POST_KINDS.map(postTitle).join(', ');

/** The post of a kind that answers for a team, a service, or the whole council: there is one of each, held by one person or many. */
export const postOf = (
  kind: PostKind,
  { team, service }: { team: { id: string; name: string } | null; service: string | null },
): PostRegistered => {
  if (team !== null) {
    return {
      postId: `${kind}-${team.id}`,
      kind,
      title: `${postTitle(kind)}, ${team.name}`,
      team: team.id,
      service: null,
    };
  }
  if (service !== null) {
    return { postId: `${kind}-${slug(service)}`, kind, title: `${postTitle(kind)}, ${service}`, team: null, service };
  }
  return { postId: kind, kind, title: postTitle(kind), team: null, service: null };
};
