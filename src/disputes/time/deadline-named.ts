/** The dates that can pass or move, each named by what it belongs to. */
export type DeadlineNamed =
  | { readonly deadline: 'answer' | 'receipt'; readonly round: number }
  | { readonly deadline: 'action'; readonly actionId: string }
  | { readonly deadline: 'total-cap' }
  /** `asked` counts from 1: an agency may be asked again. */
  | { readonly deadline: 'agency-reply'; readonly asked: number }
  /** The day on which a meeting said that it would look again. */
  | { readonly deadline: 'next-look'; readonly meeting: string };

/** A deadline that a holiday can move: not one that people agreed or set themselves. */
export type MovableDeadline = Extract<DeadlineNamed, { deadline: 'answer' | 'receipt' | 'total-cap' }>;
