/** The program does not start as it is set up. The message is one sentence or two: what is wrong, and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
