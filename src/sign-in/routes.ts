import { AccountsApi } from './accounts/accounts.api.js';
import { accountPages } from './accounts/account-pages.js';
import { AccountsPage } from './accounts/accounts.page.js';
import { AccountsRoute } from './accounts/accounts.route.js';
import { OidcPage } from './oidc/oidc.page.js';
import { SetUpPage } from './set-up/set-up.page.js';
import { SignInPage } from './sign-in.page.js';
import { MakeTokenPage } from './tokens/make-token.page.js';
import { TokensPage } from './tokens/tokens.page.js';
import { withdrawTokenPage } from './tokens/withdraw-token.page.js';

/** Signing in with a browser, and with which account. */
export const signInRoutes = [
  SignInPage,
  SetUpPage,
  OidcPage,
  AccountsApi,
  AccountsRoute,
  AccountsPage,
  ...accountPages,
  TokensPage,
  MakeTokenPage,
  withdrawTokenPage,
];
