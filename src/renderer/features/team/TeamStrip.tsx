import type { ReactElement } from 'react';

import { usePerform, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useScreens, useTeam } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useOncePainted } from '#renderer/ui/use-once-painted.ts';
import type { AssistantAnswer } from '#shared/model/assistant.ts';
import { stands } from '#shared/rules/team/fold-answers.ts';

import styles from './TeamStrip.module.css';

/** Lines that are kept in reach; two of them are in sight. */
const SHOWN = 10;

/** What assistants answered, the newest first; nothing where the room has no assistants. */
export function TeamStrip(): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const perform = usePerform();
  const { answers } = useTeam();
  const assistants = useScreens().screens.filter(({ role }) => role === 'assistant');
  const newest = answers[answers.length - 1];
  const isNew = newest !== undefined && newest.state === 'received';

  // The phone is told that it stands on this desk's glass, and not before.
  useOncePainted(isNew ? newest.seq : null, (answerSeq) => void run('team.see', { answerSeq }));

  if (newest === undefined && assistants.length === 0) return null;
  const connected = assistants.filter(({ isConnected }) => isConnected).length;
  return (
    <section className={styles.strip} aria-label={t('team.region')}>
      {newest === undefined ? (
        <p className={styles.none}>
          {t('team.none', { connected, paired: assistants.length })}
          <Button tone="quiet" onClick={() => perform({ type: 'openPanel', panel: 'screens' })}>
            {t('team.screens')}
          </Button>
        </p>
      ) : (
        <ul className={styles.list}>
          {answers
            .slice(-SHOWN)
            .reverse()
            .map((answer) => (
              <AnswerLine key={answer.seq} answer={answer} />
            ))}
        </ul>
      )}
    </section>
  );
}

function AnswerLine({ answer }: { readonly answer: AssistantAnswer }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const runInArea = useRunInArea();
  const { seq, linkNumber, productName: product, hasChangedShelf } = answer;
  const isStanding = stands(answer);
  const words = t('team.line', {
    trade: t(`assistant.trade.${answer.trade}`),
    name: answer.name,
    what: what(i18n, answer),
  });
  const about = linkNumber === null ? '' : t('team.on', { number: linkNumber, product });
  return (
    <li className={styles.line} data-standing={isStanding} data-answer={answer.answer}>
      <span className={styles.clock}>{format.time(answer.ts, null)}</span>
      <span className={styles.words} title={`${words} ${about}`}>
        <b>{words}</b> <span className={styles.about}>{about}</span>
      </span>
      {isStanding && hasChangedShelf && (
        <Button
          tone="quiet"
          aria-label={t('team.undoNamed', { what: words })}
          onClick={() => void runInArea('shelf', 'team.undo', { answerSeq: seq })}
        >
          {t('team.undo')}
        </Button>
      )}
      {!isStanding && (
        <span className={styles.about}>
          {t(answer.state === 'undone' ? 'team.undone' : 'team.withdrawn')}
        </span>
      )}
    </li>
  );
}

function what({ t, format }: I18n, answer: AssistantAnswer): string {
  const { units, stockBefore, stockAfter, text } = answer;
  if (answer.answer !== 'stock_added' || units === null) {
    return [t(`assistant.answer.${answer.answer}`), text].filter(Boolean).join(' ');
  }
  const added = t('assistant.said.stock_added', { count: format.number(units) });
  const left =
    stockBefore === null || stockAfter === null
      ? t('team.stockUntold')
      : t('team.stockNow', {
          before: format.number(stockBefore),
          after: format.number(stockAfter),
        });
  return `${added} · ${left}`;
}
