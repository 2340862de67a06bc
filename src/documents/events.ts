/**
 * A document as the event says it that it belongs to. The bytes lie in the store of documents; the hash shows that they are the same still.
 */
export interface DocumentNamed {
  /** 43 characters that nobody can guess; it is kept under this id. */
  id: string;
  /** As its sender called it. It may say something about a child, so it stands in no address, log line or notice. */
  name: string;
  /** Media type, by its content: `application/pdf`. */
  type: string;
  /** Bytes, as it is kept and sent out. */
  size: number;
  /** SHA-256 of these bytes, in hexadecimal. */
  sha256: string;
}

/** The documents that an event names, whatever event it is. */
export const documentsNamedIn = ({ data }: { readonly data: object }): readonly DocumentNamed[] =>
  (data as { readonly documents?: readonly DocumentNamed[] }).documents ?? [];
