import type { Asker } from '../../access/asker.js';

/** What the program notes about a request while it answers it: for the log line, and for the parts that come later. */
export interface RequestNotes {
  readonly correlationId: string;
  /** The write a reader wants to see, as given in `Footprint-Position` or `?position=`. */
  position?: string;
  /** Who asks, once the access guard knows. */
  asker?: Asker;
  /** The row of the access table that speaks for this route. */
  permission?: string;
  commandId?: string;
  /** What was acted on, and where it then stood. */
  reference?: string;
  revision?: number;
  repeated?: boolean;
  /** Code of the problem it was answered with. */
  refusedAs?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    notes: RequestNotes;
  }
}
