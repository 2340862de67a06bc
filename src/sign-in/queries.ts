import { ListAccountsHandler } from './accounts/accounts.query.js';

/** What answers every question about who signs in with what. */
export const signInQueries = [ListAccountsHandler];
