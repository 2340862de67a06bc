/*
 * Puts a button that prints in the place of the sentence that says how. Without a script the sentence stays: only the browser can print.
 */

export const offerToPrint = () => {
  for (const sentence of document.querySelectorAll('[data-print]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary app-print app-not-printed';
    button.textContent = 'Print';
    button.addEventListener('click', () => window.print());
    sentence.replaceWith(button);
  }
};
