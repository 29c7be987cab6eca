import type { AppError } from '#shared/contract/app-error.ts';

import type { I18n } from './i18n-context.tsx';
import { isMessageKey } from './messages.ts';

/**
 * The sentence for a refusal, by its code and parameters; a field has the name it has on screen, and
 * a reason that is a known code its words.
 */
export function errorMessage(i18n: I18n, error: AppError): string {
  const { what, reason } = error.params;
  const params = {
    ...error.params,
    ...(typeof what === 'string' && { what: fieldName(i18n, what) }),
    ...(typeof reason === 'string' && { reason: reasonText(i18n, reason) }),
  };
  return i18n.t(`error.${error.code}`, params);
}

/** `fields.name` is the name of a product; a path without a word of ours stays as it is. */
function fieldName(i18n: I18n, path: string): string {
  const key = `field.${path.slice(path.lastIndexOf('.') + 1)}`;
  return isMessageKey(key) ? i18n.t(key) : path;
}

/** In words where the code is a known one; any other stays as it is. */
export function reasonText(i18n: I18n, code: string): string {
  const key = `reason.${code}`;
  return isMessageKey(key) ? i18n.t(key) : code;
}
