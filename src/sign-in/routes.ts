import { SignInPage } from './sign-in.page.js';

/** Signing in with a browser. */
export const signInRoutes = [SignInPage];
