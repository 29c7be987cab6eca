/** Chooses a stretch of a field's text and brings the field to where it is seen. */
export function showPhrase(fieldId: string, from: number, to: number): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(from, to);
}
