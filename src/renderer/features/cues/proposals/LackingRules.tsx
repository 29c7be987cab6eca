import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useProposals, useSettings } from '#renderer/store/selectors.ts';
import { triggerName } from '#renderer/ui/trigger-name.ts';
import { triggersOf } from '#shared/rules/cue-triggers/trigger-set.ts';

import styles from './ProposalsPanel.module.css';

/** Rules that are on and cannot propose anything here, each with why. */
export function LackingRules(): ReactElement | null {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const { lacking } = useProposals();
  const settings = useSettings();
  if (lacking.length === 0 || settings === null) return null;
  const rules = triggersOf(settings.triggers);
  return (
    <details className={styles.lacking}>
      <summary>{tn('triggers.lacking', lacking.length)}</summary>
      <ul>
        {lacking.map(({ ruleId, lack }) => {
          const rule = rules.find(({ id }) => id === ruleId);
          const kind = rule === undefined ? '' : t(`cues.kindOf.${rule.cueKind}`);
          const name = triggerName(i18n, ruleId, rule?.name ?? null);
          return (
            <li key={ruleId}>
              {[name, t(`triggers.lack.${lack}`, { kind })].join(t('common.separator'))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
