import { ListImportsHandler } from './imports/imports.query.js';

/** What answers every question about registers that were read in. */
export const registerQueries = [ListImportsHandler];
