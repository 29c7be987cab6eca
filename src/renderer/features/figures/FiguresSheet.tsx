import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { SourceId, type ShowId } from '#shared/model/ids.ts';

import styles from './FiguresSheet.module.css';
import { PastedFigures } from './PastedFigures.tsx';
import { TypedFigures } from './TypedFigures.tsx';
import { useFigures } from './use-figures.ts';

interface FiguresSheetProps {
  readonly showId: ShowId;
  readonly onClose: () => void;
}

/** Figures that no feed gives: typed or pasted, of the whole show or of a platform, taken back by undo. */
export function FiguresSheet({ showId, onClose }: FiguresSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const figures = useFigures(showId);
  const [sourceId, setSourceId] = useState<SourceId | null>(null);
  const { metrics, currency, lastSeq, error, said } = figures;
  const sources = metrics?.bySource ?? [];
  return (
    <Dialog title={t('figures.title')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.text}>{t('figures.text')}</p>
        {sources.length > 1 && (
          <SelectField
            label={t('figures.of')}
            value={sourceId === null ? '' : String(sourceId)}
            options={[
              { value: '', label: t('figures.wholeShow') },
              ...sources.map((source) => ({
                value: String(source.sourceId),
                label: platformName(i18n, source.platform),
              })),
            ]}
            onChange={(value) => setSourceId(value === '' ? null : SourceId.parse(Number(value)))}
          />
        )}
        <div className={styles.bar}>
          <Button
            disabled={lastSeq === null}
            onClick={() => {
              if (lastSeq !== null) void figures.withdraw(lastSeq);
            }}
          >
            {t('figures.undo')}
          </Button>
          <Button tone="quiet" onClick={() => perform({ type: 'openPanel', panel: 'targets' })}>
            {t('targets.open')}
          </Button>
          <p className={styles.said} role="status">
            {said === null ? '' : t(said.key, { count: said.count })}
          </p>
        </div>
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        {metrics !== null && (
          <>
            <TypedFigures
              key={`${sourceId ?? 0}/${lastSeq ?? 0}`}
              currency={currency}
              entered={metrics.entered.filter((each) => each.sourceId === sourceId)}
              onEnter={(values) => void figures.enter(sourceId, values, 'typed')}
            />
            <PastedFigures
              key={lastSeq ?? 0}
              currency={currency}
              onEnter={(values) => void figures.enter(sourceId, values, 'pasted')}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
