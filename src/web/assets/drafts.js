/*
 * Saves what is typed into a form by itself: after five seconds of quiet, and when a field is left. It sends the form to its own address
 * with the step `save-quietly`, and only one such request is under way at a time. Where another window has saved the draft since, it says
 * so and sends nothing more by itself: the button still works, and keeps this text as a draft of its own.
 */

const QUIET = 5_000;

const saving = (form) => {
  const status = form.querySelector('[data-saved]');
  const revision = form.querySelector('input[name="_draftRevision"]');
  form.append(savesItself());
  let timer;
  let saved = written(form);
  let underWay;
  let isOver = false;

  const save = () => {
    clearTimeout(timer);
    const now = written(form);
    if (!underWay && !isOver && now !== saved) underWay = send(now).finally(() => (underWay = undefined));
  };

  const send = async (now) => {
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set('_step', 'save-quietly');
      body.delete('_files');
      const answer = await fetch(location.href, {
        method: 'POST',
        body,
        headers: { accept: 'text/html' },
        redirect: 'error',
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const said = page.querySelector('[data-revision]');
      if (answer.ok && said) {
        saved = now;
        revision.value = said.dataset.revision;
        status.textContent = said.textContent;
      } else {
        isOver = answer.status === 412;
        status.textContent =
          said?.textContent || 'Not saved: you may be signed out. Your text is still here. Press “Save and come back”.';
      }
    } catch {
      status.textContent =
        'Not saved: there is no connection. Your text is still here, and is saved when you go on typing.';
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', save);
  form.addEventListener('focusout', save);
  // A button waits for the save that is under way, so that it sends the revision that this save has made.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    isOver = true;
    if (!underWay) return;
    event.preventDefault();
    const { submitter } = event;
    underWay.finally(() => form.requestSubmit(submitter));
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
