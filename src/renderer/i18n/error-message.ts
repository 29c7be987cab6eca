import type { AppError } from '#shared/contract/app-error.ts';

import type { I18n } from './i18n-context.tsx';

/** The sentence for a refusal, by its code and parameters. */
export function errorMessage(i18n: I18n, error: AppError): string {
  return i18n.t(`error.${error.code}`, error.params);
}
