import { ImportsApi } from './imports/imports.api.js';
import { ImportsPage } from './imports/imports.page.js';

/** Every route about registers that were read in. */
export const registerRoutes = [ImportsApi, ImportsPage];
