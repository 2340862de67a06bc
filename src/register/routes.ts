import { ImportsApi } from './imports/imports.api.js';

/** Every route about registers that were read in. */
export const registerRoutes = [ImportsApi];
