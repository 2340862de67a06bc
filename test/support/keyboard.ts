import type { Locator, Page } from 'playwright-core';

/** Presses of Tab after which somebody would say that they cannot get there. */
const MOST_PRESSES = 400;

type Role = Parameters<Page['getByRole']>[0];

/** Somebody at a page with nothing but a keyboard: a thing that the keyboard does not reach counts as missing. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the focus is on what is called so. */
  async to(role: Role, name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string';
    await this.toOneOf(this.page.getByRole(role, { name, exact }), `${role} ${String(name)}`);
  }

  /** Goes to a link or a button and presses Enter, which brings a new page. */
  async follow(role: Role, name: string | RegExp): Promise<void> {
    await this.to(role, name);
    const before = this.page.url();
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.href !== before);
    await this.page.waitForLoadState('load');
  }

  /** Goes to a box of text and types. */
  async type(name: string | RegExp, text: string): Promise<void> {
    await this.to('textbox', name);
    await this.page.keyboard.type(text);
  }

  /** Goes to a group of radio buttons, and on with the arrows to the one that is called so. */
  async choose(group: string, name: string): Promise<void> {
    const radios = this.page.getByRole('group', { name: group, exact: true }).getByRole('radio');
    await this.toOneOf(radios, `group ${group}`);
    await this.page.keyboard.press('Space');
    const wanted = this.page.getByRole('radio', { name, exact: true });
    for (let presses = await radios.count(); presses > 0 && !(await wanted.isChecked()); presses--)
      await this.page.keyboard.press('ArrowDown');
    if (!(await wanted.isChecked())) throw new Error(`The arrows never came to "${name}" of "${group}".`);
  }

  private async toOneOf(wanted: Locator, called: string): Promise<void> {
    await wanted.first().waitFor();
    const focused = wanted.and(this.page.locator(':focus'));
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      await this.page.keyboard.press('Tab');
      if ((await focused.count()) > 0) return;
    }
    throw new Error(`Tab never came to ${called} on ${this.page.url()}.`);
  }
}
