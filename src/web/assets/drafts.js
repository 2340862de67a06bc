/*
 * Saves what is typed into a form by itself: after five seconds of quiet, and when a field is left. It sends the form to its own address
 * with the step `save-quietly`, and only one such request is under way at a time. If another window has saved the draft since, it says
 * so, shows the two ways on, and sends nothing more by itself. If the server cannot be
 * reached, a button sends nothing and the page stays, so that no text is lost with it.
 */

const QUIET = 5_000;
const NOTHING_SENT =
  'There is no connection: nothing was sent. Your text is still here. Press the button again once there is one.';

const saving = (form) => {
  const status = form.querySelector('[data-saved]');
  const revision = form.querySelector('input[name="_draftRevision"]');
  form.append(savesItself());
  let timer;
  let saved = written(form);
  let underWay;
  let isOver = false;
  // The last request did not reach the server.
  let isCut = false;
  // The content that was last sent to be saved, whatever came of it.
  let tried = saved;

  const save = () => {
    clearTimeout(timer);
    const now = written(form);
    if (!underWay && !isOver && now !== saved) underWay = send(now).finally(() => (underWay = undefined));
  };

  const send = async (now) => {
    tried = now;
    isCut = false;
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set('_step', 'save-quietly');
      body.delete('_files');
      const answer = await fetch(location.href, {
        method: 'POST',
        body,
        headers: { accept: 'text/html' },
        // The target of a redirect is not read: it is no answer to a save, and no lost connection.
        redirect: 'manual',
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const said = page.querySelector('[data-revision]');
      if (answer.ok && said) {
        saved = now;
        revision.value = said.dataset.revision;
        status.textContent = said.textContent;
      } else {
        isOver = answer.status === 412;
        const ways = page.querySelector('[data-ways-on]');
        if (isOver && ways) status.after(document.adoptNode(ways));
        status.textContent =
          said?.textContent || 'Not saved: you may be signed out. Your text is still here. Press “Save and come back”.';
      }
    } catch {
      isCut = true;
      status.textContent =
        'Not saved: there is no connection. Your text is still here, and is saved once there is one.';
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', save);
  form.addEventListener('focusout', save);
  addEventListener('online', save);
  // A button waits for the save that is under way, so that it sends the revision that this save has made, and for what was typed since.
  // Without a connection the browser would leave the page, and the text with it.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    const now = written(form);
    if (!underWay && !isOver && now !== saved && (isCut || now !== tried))
      underWay = send(now).finally(() => (underWay = undefined));
    if (!underWay && navigator.onLine) {
      isOver = true;
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    Promise.resolve(underWay).then(() => {
      if (isCut || !navigator.onLine) status.textContent = NOTHING_SENT;
      else form.requestSubmit(submitter);
    });
  });
};

/** Says with the form that what was changed in it is a draft already, so that *Cancel* asks only where there is one. */
const savesItself = () =>
  Object.assign(document.createElement('input'), { type: 'hidden', name: '_savesItself', value: 'yes' });

/** All that the form holds, but for what belongs to the window. */
const written = (form) =>
  new URLSearchParams([...new FormData(form)].filter(([name]) => !name.startsWith('_'))).toString();

export const saveDrafts = () => {
  for (const form of document.querySelectorAll('form[data-draft]')) saving(form);
};
