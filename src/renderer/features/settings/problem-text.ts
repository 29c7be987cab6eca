import { keyManners } from '#renderer/actions/action-table.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { SettingsProblem } from '#shared/rules/settings-text.ts';

import { wordFaultText } from './word-fault-text.ts';

/** What is wrong in a file of settings, and where, as a sentence. */
export function problemText(i18n: I18n, problem: SettingsProblem): string {
  const { t } = i18n;
  const { why, where, given } = problem;
  switch (why) {
    case 'not_json': {
      const [line = '', column = ''] = given.split(':');
      return t('settings.problem.not_json', { line, column });
    }
    case 'wrong_key': {
      const fault = problem.fault.why;
      if (typeof fault === 'string') return t('settings.problem.wrong_key', { where, given });
      const other = t(keyManners(fault.takenBy).label);
      return t('settings.problem.taken', { where, given, other });
    }
    case 'wrong_word':
      return `${where}: ${wordFaultText(i18n, problem.fault)}`;
    case 'too_long':
    case 'not_settings':
    case 'wrong_value':
      return t(`settings.problem.${why}`, { where, given });
  }
}
