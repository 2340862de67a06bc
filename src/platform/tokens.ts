/** Names under which the composition gives out its ports. */
export const CLOCK = Symbol('Clock');
export const DIRECTORY = Symbol('Directory');
export const CONFIG = Symbol('Config');
export const CHANCE = Symbol('Chance');
