/*
 * Puts a button beside a text that is to be copied elsewhere. Without a script, or where a browser lets no page write to the clipboard, the
 * text is marked and copied by hand.
 */

const SAID_FOR = 5000;

const offer = (text) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary app-copy-text app-not-printed';
  const about = document.createElement('span');
  about.className = 'govuk-visually-hidden';
  about.textContent = ` the text: ${text.dataset.copy}`;
  button.append('Copy', about);
  const said = document.createElement('span');
  said.className = 'app-quiet';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      said.textContent = 'Copied';
    } catch {
      said.textContent = 'Not copied: mark the text, and copy it by hand';
    }
    setTimeout(() => said.replaceChildren(), SAID_FOR);
  });
  const line = document.createElement('p');
  line.className = 'govuk-body';
  line.append(button, ' ', said);
  text.after(line);
};

export const offerToCopy = () => {
  if (navigator.clipboard === undefined) return;
  for (const text of document.querySelectorAll('[data-copy]')) offer(text);
};
