import { Injectable } from '@nestjs/common';
import { malformed } from '../../platform/http/problem.js';
import { nearestOrAll } from '../../protocol/nearest.js';
import { codeOfPost, isOutside, kindOfPost } from '../../protocol/own-posts.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { POST_KINDS, type PostKind } from '../../protocol/protocol.js';

/** The words for a kind of post in the body of a request, for the description of the API. */
export const A_KIND_OF_POST = `one of ${POST_KINDS.join(', ')}; or the code of a post that a protocol of the council defines`;

/** Kinds of post as a request writes them: those of the program, and those of the council's own by their codes. */
@Injectable()
export class KindsOfPost {
  constructor(private readonly protocols: ProtocolLibrary) {}

  /**
   * A post that somebody can hold.
   *
   * @param pointer of its field in the body
   * @throws Problem `not-valid` for a post that neither the program nor a protocol of the council knows, or that is outside of the council
   */
  async held(written: string, pointer: string): Promise<PostKind> {
    return found(
      written,
      pointer,
      (await this.all()).filter((kind) => !isOutside(kind)),
    );
  }

  /** As {@link held}, for each of a list. */
  async allHeld(written: readonly string[], pointer: string): Promise<PostKind[]> {
    return Promise.all(written.map((each, index) => this.held(each, `${pointer}/${index}`)));
  }

  /**
   * A post from which somebody comes, which may be outside of the council: nobody signs in from there, so that it opens nothing.
   *
   * @param pointer of its field in the body
   * @throws Problem `not-valid` for a post that neither the program nor a protocol of the council knows
   */
  async known(written: string, pointer: string): Promise<PostKind> {
    return found(written, pointer, await this.all());
  }

  /** Those of the protocol adopted last stand at the end. */
  private async all(): Promise<PostKind[]> {
    const own = (await this.protocols.versions()).flatMap(({ protocol }) => protocol.posts ?? []);
    return [...POST_KINDS, ...own.map(kindOfPost)];
  }
}

const found = (written: string, pointer: string, kinds: readonly PostKind[]): PostKind => {
  const kind = kinds.findLast((each) => each === written || codeOfPost(each) === written);
  if (kind !== undefined) return kind;
  throw malformed(pointer, `is no kind of post; ${nearestOrAll(written, [...new Set(kinds.map(codeOfPost))])}`);
};
