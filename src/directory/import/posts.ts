import { codeOfPost, type CouncilPost, isOutside, kindOfPost, titleOfPost } from '../../protocol/own-posts.js';
import { POST_KINDS, type PostKind } from '../../protocol/protocol.js';
import type { PostRegistered } from '../events.js';
import { plainName, slug } from '../spelling.js';

/** The words of councils for a post beside its plain name (domain brief, sections 2 and 10). */
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

/**
 * The kind of post that is written so, whatever the capitals and punctuation, or undefined.
 *
 * @param own posts of the council's own, by their codes and titles: what a council calls so is that before it is anything else
 */
export const postKindWritten = (written: string, own: readonly CouncilPost[] = []): PostKind | undefined => {
  const plain = plainName(written);
  const post = own.find(({ code, title }) => [code, title].some((each) => plainName(each) === plain));
  return post === undefined ? KINDS.get(plain) : kindOfPost(post);
};

/** A kind as people write it: `team-manager` is "Team manager", `iro` is "IRO", and a post of the council's own has its title. */
export const postTitle = (kind: PostKind, own: readonly CouncilPost[] = []): string => {
  const title = titleOfPost(kind, own);
  if (title !== undefined) return title;
  const words = codeOfPost(kind)
    .replaceAll('-', ' ')
    .replace(/\b(iro|qa)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Everything that may stand for a post: nobody holds one outside of the council. */
export const postTitles = (own: readonly CouncilPost[] = []): string =>
  [...POST_KINDS, ...own.map(kindOfPost).filter((kind) => !isOutside(kind))]
    .map((kind) => postTitle(kind, own))
    .join(', ');

/** The post of a kind that answers for a team, a service, or the whole council: there is one of each, held by one person or many. */
export const postOf = (
  kind: PostKind,
  { team, service }: { team: { id: string; name: string } | null; service: string | null },
  own: readonly CouncilPost[] = [],
): PostRegistered => {
  const [code, called] = [codeOfPost(kind), postTitle(kind, own)];
  if (team !== null) {
    return {
      postId: `${code}-${team.id}`,
      kind,
      title: `${called}, ${team.name}`,
      team: team.id,
      service: null,
    };
  }
  if (service !== null) {
    return { postId: `${code}-${slug(service)}`, kind, title: `${called}, ${service}`, team: null, service };
  }
  return { postId: code, kind, title: called, team: null, service: null };
};
