/*
 * For pages that stay open while a meeting is held. They ask every so often where the meeting is, which also keeps their reader signed in,
 * and stop when it is over. The page in the room is drawn anew when the meeting goes on to another item. A page with notes is locked when
 * nothing was done on it for an hour, and says so two minutes before; what was typed is there again when its reader goes on.
 */

const MINUTE = 60_000;
const EVERY_IN_THE_ROOM = 10_000;
const LOCKED_AFTER = 60 * MINUTE;
const SAID_BEFORE = 2 * MINUTE;

/** Asks until it is stopped, or until the answer is no longer the reader's to have. */
const asking = (address, every, tell) => {
  let timer;
  const stop = () => clearInterval(timer);
  /** @returns whether the reader is signed in, and may still know of the meeting */
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' });
      // Signed out, or no longer theirs to see: the next page says so.
      if (answer.status === 401 || answer.status === 404) stop();
      if (answer.status === 200) tell(await answer.json());
      return answer.status === 200;
    } catch {
      // There is no connection: the next time may be better.
      return false;
    }
  };
  const start = () => {
    stop();
    timer = setInterval(ask, every);
  };
  start();
  return { ask, start, stop };
};

/** Draws the room anew when another item is taken up, and when the meeting is over. */
const inTheRoom = (box) => {
  const drawn = box.dataset.item;
  const { stop } = asking(box.dataset.room, EVERY_IN_THE_ROOM, ({ isBegun, item }) => {
    if (isBegun && (item ?? '') === drawn) return;
    stop();
    location.assign(location.pathname);
  });
};

const takingNotes = (box) => {
  const main = document.querySelector('main');
  const warning = document.createElement('div');
  warning.className = 'app-locks-soon';
  warning.setAttribute('role', 'status');
  main.prepend(warning);
  let lastDone = Date.now();
  let isLocked = false;

  const { ask, start, stop } = asking(box.dataset.meetingNow, MINUTE, ({ isBegun }) => {
    if (!isBegun) stop();
  });

  const done = () => {
    lastDone = Date.now();
    warning.replaceChildren();
  };
  for (const what of ['input', 'click', 'keydown']) document.addEventListener(what, done);

  const warn = () => {
    if (warning.hasChildNodes()) return;
    const line = part('p', 'govuk-body', 'Nothing was typed for a while. These notes are locked in 2 minutes. ');
    const button = part('button', 'app-link-button', 'Keep them open');
    button.type = 'button';
    line.append(button);
    warning.append(line);
  };

  const lock = () => {
    isLocked = true;
    stop();
    warning.replaceChildren();
    // Saves what a missing connection has kept from being saved.
    for (const form of main.querySelectorAll('form[data-draft]')) form.dispatchEvent(new Event('change'));
    const notes = [...main.childNodes];
    const heading = part('h1', 'govuk-heading-l', 'These notes are locked');
    heading.tabIndex = -1;
    const line = part('p', 'govuk-body', 'Nothing was typed for 60 minutes. What was typed before is not lost. ');
    const link = part('a', 'govuk-link', 'Go on with the notes');
    link.href = location.pathname;
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      // A person who is signed out in the meantime signs in again on the way.
      if (!(await ask())) return location.assign(link.href);
      isLocked = false;
      main.replaceChildren(...notes);
      start();
    });
    line.append(link);
    main.replaceChildren(heading, line);
    heading.focus();
  };

  setInterval(() => {
    const quiet = Date.now() - lastDone;
    if (isLocked) return;
    if (quiet >= LOCKED_AFTER) lock();
    else if (quiet >= LOCKED_AFTER - SAID_BEFORE) warn();
  }, MINUTE);
};

const part = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

export const stayInMeetings = () => {
  for (const box of document.querySelectorAll('[data-room]')) inTheRoom(box);
  for (const box of document.querySelectorAll('[data-meeting-now]')) takingNotes(box);
};
