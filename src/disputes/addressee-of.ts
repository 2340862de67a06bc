import type { PostKind, Stage } from '../protocol/protocol.js';
import type { Addressee } from './events.js';

/** Who must answer at a stage that begins, and who gets a copy of it or is told. */
export const addresseeOf = (stage: Stage, team: string | null): Addressee => ({
  team,
  posts: [...stage.addressees],
  ...copied([...stage.copyTo, ...stage.notifyOnly]),
});

const copied = (posts: readonly PostKind[]): Pick<Addressee, 'copiedTo'> =>
  posts.length === 0 ? {} : { copiedTo: [...new Set(posts)] };
