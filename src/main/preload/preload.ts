// Hands the page one port to the core, and nothing else. The page asks by being loaded: its scripts
// listen from then on. A core that was restarted sends a new port by the same way.
import { ipcRenderer } from 'electron';

ipcRenderer.on('cuedesk-port', (event) => {
  window.postMessage('cuedesk-port', window.location.origin, event.ports);
});

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('cuedesk-ready'));
