import type { RequestStanding } from '#renderer/connection/use-screen-request.ts';
import type { AppError } from '#shared/contract/app-error.ts';

import { errorMessage } from './error-message.ts';
import type { I18n } from './i18n-context.tsx';

/** Why a code or digits did not work, and what to do about it. */
export function pairingMessage(i18n: I18n, error: AppError): string {
  const triesLeft = error.params['triesLeft'];
  switch (error.code) {
    case 'pairing_code_wrong':
      return triesLeft === undefined
        ? i18n.t('pairing.wrong')
        : i18n.t('pairing.triesLeft', { count: triesLeft });
    case 'pairing_code_expired':
      return i18n.t('pairing.expired');
    case 'pairing_locked':
      return i18n.t('pairing.locked');
    case 'screen_requests_full':
      return i18n.t('pairing.full');
    default:
      return error.params['what'] === 'unreachable'
        ? i18n.t('pairing.unreachable')
        : i18n.t('pairing.failed', { reason: errorMessage(i18n, error) });
  }
}

/** How a request to be let in ended, and what to do next; null while there is nothing to say. */
export function requestMessage(i18n: I18n, standing: RequestStanding): string | null {
  switch (standing.kind) {
    case 'none':
    case 'waiting':
      return null;
    case 'refused':
      return i18n.t('pairing.refused');
    case 'expired':
      return i18n.t('pairing.noAnswer');
    case 'gone':
      return i18n.t('pairing.gone');
    case 'failed':
      return pairingMessage(i18n, standing.error);
  }
}
