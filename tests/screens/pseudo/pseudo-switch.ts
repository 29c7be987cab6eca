/** The page is told by an event of this name, whose detail is true or false. */
const EVENT = 'cuedesk-pseudo';

let isOn = false;
const listeners = new Set<() => void>();

window.addEventListener(EVENT, (event) => {
  isOn = event instanceof CustomEvent && event.detail === true;
  for (const listener of listeners) listener();
});

export function isPseudo(): boolean {
  return isOn;
}

export function subscribePseudo(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
