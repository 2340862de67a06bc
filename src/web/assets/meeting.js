/*
 * For pages that stay open while a meeting is held. They ask every minute where the meeting is, which also keeps their reader signed in,
 * and stop when it is over. The page in the room is drawn anew when the meeting goes on to another item. A page with notes is locked when
 * nothing was done on it for an hour: what was typed was saved before, and is there again when its reader goes on.
 */

const EVERY = 60_000;
const EVERY_IN_THE_ROOM = 10_000;
const LOCKED_AFTER = 60 * 60_000;

const asking = (address, every, tell) => {
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' });
      if (answer.status === 200) return tell(await answer.json());
      // Signed out, or no longer theirs to see: the next page says so.
      if (answer.status === 401 || answer.status === 404) clearInterval(timer);
    } catch {
      // There is no connection: the next time may be better.
    }
  };
  const timer = setInterval(ask, every);
  return { ask, stop: () => clearInterval(timer) };
};

/** Draws the room anew when another item is taken up. */
const inTheRoom = (box) => {
  let seen;
  const { ask } = asking(box.dataset.room, EVERY_IN_THE_ROOM, ({ item }) => {
    if (seen !== undefined && item !== seen) location.assign(location.pathname);
    seen = item;
  });
  void ask();
};

const takingNotes = (box) => {
  let lastDone = Date.now();
  for (const what of ['input', 'click', 'keydown']) document.addEventListener(what, () => (lastDone = Date.now()));
  const { stop } = asking(box.dataset.meetingNow, EVERY, ({ isBegun }) => {
    if (!isBegun) stop();
  });
  setInterval(() => {
    if (Date.now() - lastDone < LOCKED_AFTER) return;
    stop();
    lock();
  }, EVERY);
};

const lock = () => {
  const main = document.querySelector('main');
  if (main.querySelector('[data-locked]')) return;
  const heading = document.createElement('h1');
  heading.className = 'govuk-heading-l';
  heading.textContent = 'This page is locked';
  const line = document.createElement('p');
  line.className = 'govuk-body';
  line.dataset.locked = '';
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = location.pathname;
  link.textContent = 'Go on with the notes';
  line.append('Nothing was typed for 60 minutes. What was typed before is saved. ', link, '.');
  main.replaceChildren(heading, line);
};

export const stayInMeetings = () => {
  for (const box of document.querySelectorAll('[data-room]')) inTheRoom(box);
  for (const box of document.querySelectorAll('[data-meeting-now]')) takingNotes(box);
};
