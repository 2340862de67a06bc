import { ListTokensHandler } from './tokens/tokens.query.js';

/** The class that answers every question about who may sign in. */
export const accessQueries = [ListTokensHandler];
