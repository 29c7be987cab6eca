import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import {
  PLAN_TEMPLATES,
  planTemplate,
  type PlanTemplate,
} from '#shared/rules/plan-templates/plan-templates.ts';

import styles from './PlanSheet.module.css';
import type { Plan } from './use-plan.ts';

const FORMATS = ['xlsx', 'csv'] as const;

interface PlanToolsProps {
  readonly plan: Plan;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

/** What is done with the plan as a whole. */
export function PlanTools({ plan, onAdd, onImport }: PlanToolsProps): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const [path, setPath] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const isEmpty = (plan.plan?.blocks.length ?? 0) === 0;

  async function save(format: (typeof FORMATS)[number]): Promise<void> {
    const result = await run('plan.export', { format, language });
    setError(result.ok ? null : result.error);
    setPath(result.ok ? result.value.path : null);
  }

  function take(name: PlanTemplate): void {
    const { blocks, loops } = planTemplate(name, language);
    const edits: PlanEdit[] = [
      { op: 'clear' },
      ...blocks.map((block) => ({ op: 'insert', beforeId: null, block }) as const),
      ...loops.map(({ name: group, loop }) => ({ op: 'loop', group, loop }) as const),
    ];
    void plan.edit(edits);
  }

  return (
    <>
      <div className={styles.tools}>
        <Button tone="go" onClick={onAdd}>
          {t('plan.add')}
        </Button>
        <Button onClick={onImport}>{t('plan.import')}</Button>
        <select
          className={styles.templates}
          aria-label={t('plan.template')}
          value=""
          onChange={({ target }) => {
            const chosen = PLAN_TEMPLATES.find((name) => name === target.value);
            if (chosen !== undefined) take(chosen);
          }}
        >
          <option value="">{t('plan.template')}</option>
          {PLAN_TEMPLATES.map((name) => (
            <option key={name} value={name}>
              {t(`plan.templateOf.${name}`)}
            </option>
          ))}
        </select>
        <Button disabled={plan.plan?.canUndo !== true} onClick={() => void plan.undo()}>
          {t('plan.undo')}
        </Button>
        <Button disabled={plan.plan?.canRedo !== true} onClick={() => void plan.redo()}>
          {t('plan.redo')}
        </Button>
        <span className={styles.exports}>
          {FORMATS.map((format) => (
            <Button key={format} disabled={isEmpty} onClick={() => void save(format)}>
              {t(`plan.export.${format}`)}
            </Button>
          ))}
        </span>
      </div>
      {path !== null && (
        <p className={styles.quiet} role="status" translate="no">
          {t('plan.exported', { path })}
        </p>
      )}
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </>
  );
}
