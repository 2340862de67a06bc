import type { KindsOfPost } from '../../../directory/posts/kinds-of-post.js';
import type { Attendance } from '../../events.js';
import type { BeginMeetingDto } from './begin/begin.dto.js';

/** The attendance in a request, by posts that the council knows. @throws Problem `not-valid` for a post that nobody knows */
export const whoCame = async (
  { present, apologies }: Pick<BeginMeetingDto, 'present' | 'apologies'>,
  kinds: KindsOfPost,
): Promise<Attendance> => ({
  present: await Promise.all(
    present.map(async ({ post, person }, index) => ({
      post: await kinds.known(post, `/present/${index}/post`),
      person: person ?? null,
    })),
  ),
  apologies: await Promise.all((apologies ?? []).map((post, index) => kinds.known(post, `/apologies/${index}`))),
});
