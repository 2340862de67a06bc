import { initAll } from './govuk.js';
import { initAll as initMoj } from './moj.js';

import { offerToCopy } from './copy.js';
import { saveDrafts } from './drafts.js';
import { stayInMeetings } from './meeting.js';
import { closeMore } from './more.js';
import { listenForNews } from './news.js';
import { offerToPrint } from './print.js';
import { followProgress } from './progress.js';

initAll();
initMoj();
saveDrafts();
listenForNews();
followProgress();
stayInMeetings();
closeMore();
offerToCopy();
offerToPrint();
