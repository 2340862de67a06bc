/** As much of an answer as a route says itself: its status. A page that carries the route out has a status of its own. */
export interface Answering {
  status(code: number): unknown;
}
