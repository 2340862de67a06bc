/*
 * Asks every 30 seconds, and when the page is looked at again, whether something has happened to what it shows. It asks only while the
 * page is visible, and stops once there is something to say: the link draws the page anew.
 */

const EVERY = 30_000;

const listening = (box) => {
  let isOver = false;
  let isAsking = false;

  const ask = async () => {
    if (isOver || isAsking || document.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const answer = await fetch(box.dataset.news, { headers: { accept: 'application/json' }, redirect: 'error' });
      // Signed out, or no longer theirs to see: the next page says so.
      if (answer.status === 401 || answer.status === 404) isOver = true;
      if (answer.status !== 200) return;
      const { sentence } = await answer.json();
      if (sentence !== null) say(sentence);
    } catch {
      // There is no connection: the next time may be better.
    } finally {
      isAsking = false;
    }
  };

  const say = (sentence) => {
    isOver = true;
    const link = document.createElement('a');
    link.className = 'govuk-link govuk-link--no-visited-state';
    link.href = location.pathname + location.search;
    link.textContent = 'Show it';
    const line = document.createElement('p');
    line.className = 'govuk-body app-news__line';
    line.append(`${sentence} `, link, '.');
    box.replaceChildren(line);
  };

  setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
};

export const listenForNews = () => {
  for (const box of document.querySelectorAll('[data-news]')) listening(box);
};
