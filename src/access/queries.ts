import { ListTokensHandler } from './tokens/tokens.query.js';

/** What answers every question about who may sign in. */
export const accessQueries = [ListTokensHandler];
