import { afterAll, beforeAll } from '@jest/globals';
import { beginChromium, endChromium } from '../../support/chromium.js';
import { runTogether } from '../run-together.js';

// One browser from the first of them to the last.
beforeAll(beginChromium);
afterAll(endChromium);

await runTogether('proofs', 'pages-f');
