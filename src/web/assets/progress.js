/*
 * Asks every few seconds how far something is that takes long, while the page is visible, and shows it. Once it goes on no more the page is
 * drawn anew. Without JavaScript a link on the page looks again.
 */

const EVERY = 5_000;

const following = (box) => {
  const [path] = box.dataset.progress.split('?');
  const [line, bar] = [box.querySelector('[role=status]'), box.querySelector('progress')];
  let address = box.dataset.progress;
  let isAsking = false;

  const ask = async () => {
    if (isAsking || document.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' });
      // Signed out, or no longer theirs to see: the next page says so.
      if (answer.status === 401 || answer.status === 404) clearInterval(timer);
      if (answer.status !== 200) return;
      const { sentence, done, all, isUnderWay, next } = await answer.json();
      if (!isUnderWay) {
        clearInterval(timer);
        location.assign(`${location.pathname}?${next}`);
        return;
      }
      address = `${path}?${next}`;
      line.textContent = sentence;
      [bar.max, bar.value] = [all, done];
    } catch {
      // There is no connection: the next time may be better.
    } finally {
      isAsking = false;
    }
  };

  const timer = setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
};

export const followProgress = () => {
  for (const box of document.querySelectorAll('[data-progress]')) following(box);
};
