import type { ReactElement } from 'react';

import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useTeam } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isOpenProblem } from '#shared/rules/team/fold-answers.ts';

import { Band } from './Band.tsx';
import styles from './Bands.module.css';

/** An assistant's problem, the newest first, until somebody at a desk takes care of it. */
export function TeamProblemBand(): ReactElement | null {
  const { t, tn, format } = useI18n();
  const runInArea = useRunInArea();
  const problems = useTeam().answers.filter(isOpenProblem);
  const newest = problems[problems.length - 1];
  if (newest === undefined) return null;
  const { seq, text, name, linkNumber, productName: product } = newest;
  const trade = t(`assistant.trade.${newest.trade}`);
  const words = t(text === '' ? 'team.problemBare' : 'team.problem', {
    trade,
    name,
    text,
    clock: format.time(newest.ts, null),
  });
  return (
    <Band key={seq} tone="danger">
      <span className={styles.words} title={words}>
        {words}
      </span>
      {linkNumber !== null && (
        <span className={styles.note} title={product}>
          {t('team.on', { number: linkNumber, product })}
        </span>
      )}
      {problems.length > 1 && <b>{tn('team.moreProblems', problems.length - 1)}</b>}
      <Button onClick={() => void runInArea('warnings', 'team.acknowledge', { answerSeq: seq })}>
        {t('team.acknowledge')}
      </Button>
    </Band>
  );
}
