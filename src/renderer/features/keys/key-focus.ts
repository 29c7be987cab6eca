import type { KeyFocus } from './key-machine.ts';

/** Input types that take no typing: Enter or Space works them like a button. */
const BUTTON_LIKE_INPUTS = new Set([
  'button',
  'submit',
  'reset',
  'checkbox',
  'radio',
  'file',
  'image',
]);

/** Roles whose widget uses typed keys for itself. */
const TYPING_ROLES =
  '[role="textbox"],[role="searchbox"],[role="combobox"],[role="menu"],[role="spinbutton"],[role="slider"]';

/** Rows that the arrow keys walk through; none of the desk's looks for a row by typing. */
const LIST = '[role="listbox"]';

const ENTER_CONTROLS =
  'button,a[href],summary,[role="button"],[role="link"],[role="tab"],[role="option"],[role="menuitem"],[role="checkbox"],[role="radio"],[role="switch"]';

/** Tells who owns the keys when `element` has the focus. Inside an open sheet it is always the sheet. */
export function keyFocusOf(element: Element | null): KeyFocus {
  if (element === null || element === element.ownerDocument.body) return 'page';
  if (element.closest('dialog,[role="dialog"]') !== null) return 'text';
  if (element instanceof HTMLInputElement) {
    return BUTTON_LIKE_INPUTS.has(element.type) ? 'control' : 'text';
  }
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'text';
  if (element.closest('[contenteditable=""],[contenteditable="true"]') !== null) return 'text';
  if (element.closest(TYPING_ROLES) !== null) return 'text';
  if (element.matches(LIST)) return 'list';
  return element.closest(ENTER_CONTROLS) === null ? 'page' : 'control';
}
