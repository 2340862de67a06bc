/**
 * Names under which the composition gives out the log and the read models. They stand apart from the other ports, so that a rule can
 * keep routes, pages and texts from asking a store themselves (.dependency-cruiser.js).
 */
export const EVENT_STORE = Symbol('EventStore');
export const READ_MODELS = Symbol('ReadModels');

/** The log of who opened what, and its index. Only the view log itself asks them. */
export const VIEW_STORE = Symbol('ViewStore');
export const VIEW_INDEX = Symbol('ViewIndex');
