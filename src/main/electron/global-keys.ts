/** The only user of globalShortcut: keys that work while another program has the focus. */
import { globalShortcut, type WebContents } from 'electron';

import type { Logger } from '#core/ports.ts';

import { GLOBAL_KEYS } from './global-keys.rules.ts';

/** What the preload hands to the page; the page parses it. */
const PRESS_CHANNEL = 'cuedesk-global-key';
const STATE_CHANNEL = 'cuedesk-global-keys-state';

export type GlobalKeys = {
  /** Takes the keys for this page, or gives them back; the page is told which the system refused. */
  set(page: WebContents, isOn: boolean): void;
  /** Gives all back: nobody is there to act on them. */
  release(): void;
};

export function createGlobalKeys(logger: Logger): GlobalKeys {
  function release(): void {
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
      release();
      const refused = isOn ? take(page) : [];
      if (refused.length > 0) {
        logger.log('warn', 'global_keys_refused', { keys: refused.join(' ') });
      }
      page.send(STATE_CHANNEL, { isOn, refused });
    },
    release,
  };
}
