/* The places behind “More” lie over the page while they are open: they close by Escape, and when something else is pressed or focused. */

export const closeMore = () => {
  const more = document.querySelector('.app-more__details');
  if (more === null) return;
  const isElsewhere = ({ target }) => target instanceof Node && !more.contains(target);
  for (const what of ['click', 'focusin'])
    document.addEventListener(what, (event) => {
      if (isElsewhere(event)) more.open = false;
    });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !more.open) return;
    more.open = false;
    more.querySelector('summary').focus();
  });
};
