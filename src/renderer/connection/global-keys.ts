import { z } from 'zod';

/** Only the desktop app serves its pages under this scheme, and only there is somebody to ask. */
const APP_PROTOCOL = 'cuedesk:';

const Press = z.object({
  type: z.literal('cuedesk-global-key'),
  detail: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'go']),
});
const State = z.object({
  type: z.literal('cuedesk-global-keys-state'),
  detail: z.object({ isOn: z.boolean(), refused: z.array(z.string().max(40)).max(40) }),
});

export type GlobalPress = z.infer<typeof Press>['detail'];

interface GlobalKeyHandlers {
  onPress(press: GlobalPress): void;
  /** Names of keys that the system did not give. */
  onRefused(keys: readonly string[]): void;
}

export function hasGlobalKeys(page: Window): boolean {
  return page.location.protocol === APP_PROTOCOL;
}

/** Asks the desktop app for keys that work while another program has the focus, or gives them back. */
export function askForGlobalKeys(page: Window, isOn: boolean): void {
  page.postMessage(`cuedesk-global-keys-${isOn ? 'on' : 'off'}`, page.location.origin);
}

/** @returns stops listening */
export function listenToGlobalKeys(page: Window, handlers: GlobalKeyHandlers): () => void {
  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== page) return;
    const press = Press.safeParse(event.data);
    if (press.success) handlers.onPress(press.data.detail);
    const state = State.safeParse(event.data);
    if (state.success) handlers.onRefused(state.data.detail.refused);
  }
  page.addEventListener('message', onMessage);
  return () => page.removeEventListener('message', onMessage);
}
