/** Names under which the composition gives out its ports. */
export const EVENT_STORE = Symbol('EventStore');
export const READ_MODELS = Symbol('ReadModels');
export const CLOCK = Symbol('Clock');
export const DIRECTORY = Symbol('Directory');
export const CONFIG = Symbol('Config');
