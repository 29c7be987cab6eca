/** How often the link is looked at. */
const LOOK_EVERY_MS = 1_000;
/** Looks without a frame after which the core is asked whether it is there. */
const LOOKS_BEFORE_PING = 2;
/** Looks without a frame after which it is said not to answer. */
const LOOKS_BEFORE_SILENT = 6;

export interface LinkWatchDeps {
  /** A repeating timer; the returned function ends it. */
  readonly every: (periodMs: number, run: () => void) => () => void;
  sendPing(): void;
  /** Nothing was heard although the line stands. */
  onSilent(): void;
}

export interface LinkWatch {
  /** The line stands: from now on something must be heard. */
  start(): void;
  /** The device says that its network is gone: without a word by the next look it is. */
  doubt(): void;
  /** A frame came, whatever it was. */
  heard(): void;
  stop(): void;
}

/**
 * Notices a core that holds the line but says nothing: stopped, hung, or behind a dead network. It
 * counts its own looks instead of time, so that neither a machine that slept nor a page whose timers
 * were held back takes the core for silent.
 */
export function createLinkWatch(deps: LinkWatchDeps): LinkWatch {
  let quietLooks = 0;
  let cancel: (() => void) | null = null;

  function look(): void {
    quietLooks += 1;
    if (quietLooks >= LOOKS_BEFORE_PING) deps.sendPing();
    if (quietLooks === LOOKS_BEFORE_SILENT) deps.onSilent();
  }

  return {
    start() {
      quietLooks = 0;
      cancel ??= deps.every(LOOK_EVERY_MS, look);
    },
    doubt() {
      if (cancel === null) return;
      quietLooks = LOOKS_BEFORE_SILENT - 1;
      deps.sendPing();
    },
    heard() {
      quietLooks = 0;
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
