/** One line of the doctor's report: what was looked at, how it is, and what to do about it. */
export type Check = {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  readonly detail: string;
  /** What to do, in both languages; null when nothing is to be done. */
  readonly advice: { readonly en: string; readonly zh: string } | null;
};

export function fine(name: string, detail: string): Check {
  return { name, state: 'ok', detail, advice: null };
}

export function trouble(
  state: 'warn' | 'fail',
  name: string,
  detail: string,
  en: string,
  zh: string,
): Check {
  return { name, state, detail, advice: { en, zh } };
}
