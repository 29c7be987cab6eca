/** The only user of globalShortcut: keys that work while another program has the focus. */
import { globalShortcut, type WebContents } from 'electron';

import type { Logger } from '#core/ports.ts';

import { GLOBAL_KEYS } from './global-keys.rules.ts';

/** What the preload hands to the page; the page parses it. */
const PRESS_CHANNEL = 'cuedesk-global-key';
const STATE_CHANNEL = 'cuedesk-global-keys-state';

export type GlobalKeys = {
  /**
   * Takes the keys for this page, from whichever had them, or gives them back where it has them; the
   * page is told which the system refused.
   */
  set(page: WebContents, isOn: boolean): void;
  /** Gives back what this page has: nobody is there to act on it. */
  release(page: WebContents): void;
};

export function createGlobalKeys(logger: Logger): GlobalKeys {
  let owner: WebContents | null = null;

  function release(): void {
    owner = null;
    for (const { accelerator } of GLOBAL_KEYS) globalShortcut.unregister(accelerator);
  }

  function take(page: WebContents): readonly string[] {
    return GLOBAL_KEYS.filter(({ accelerator, press }) => {
      const isTaken = globalShortcut.register(accelerator, () => {
        if (!page.isDestroyed()) page.send(PRESS_CHANNEL, press);
      });
      return !isTaken;
    }).map(({ name }) => name);
  }

  return {
    set(page, isOn) {
      if (isOn || owner === page) release();
      if (isOn) owner = page;
      const refused = isOn ? take(page) : [];
      if (refused.length > 0) {
        logger.log('warn', 'global_keys_refused', { keys: refused.join(' ') });
      }
      page.send(STATE_CHANNEL, { isOn, refused });
    },
    release(page) {
      if (owner === page) release();
    },
  };
}
