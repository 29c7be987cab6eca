/**
 * Whether a key press belongs to text entry: a field has the focus or an input method is composing.
 * Keys of the desk stay silent then.
 */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}
