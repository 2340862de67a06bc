import { initAll } from './govuk.js';
import { initAll as initMoj } from './moj.js';

import { saveDrafts } from './drafts.js';

initAll();
initMoj();
saveDrafts();
