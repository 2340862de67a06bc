import { ListAccountsHandler } from './accounts/accounts.query.js';

/** The class that answers every question about who signs in with what. */
export const signInQueries = [ListAccountsHandler];
