// Hands the page one port to the core, and passes on the keys that the system gives the desk while
// another program has the focus; nothing else. The page asks for the port by being loaded: its
// scripts listen from then on. A core that was restarted sends a new port by the same way.
import { ipcRenderer } from 'electron';

const { origin } = window.location;

ipcRenderer.on('cuedesk-port', (event) => {
  window.postMessage('cuedesk-port', origin, event.ports);
});
for (const channel of ['cuedesk-global-key', 'cuedesk-global-keys-state']) {
  ipcRenderer.on(channel, (_event, detail: unknown) => {
    window.postMessage({ type: channel, detail }, origin);
  });
}

window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window) return;
  if (data === 'cuedesk-global-keys-on') ipcRenderer.send('cuedesk-global-keys', true);
  if (data === 'cuedesk-global-keys-off') ipcRenderer.send('cuedesk-global-keys', false);
});

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('cuedesk-ready'));
