import { initAll } from './govuk.js';
import { initAll as initMoj } from './moj.js';

import { saveDrafts } from './drafts.js';
import { listenForNews } from './news.js';

initAll();
initMoj();
saveDrafts();
listenForNews();
