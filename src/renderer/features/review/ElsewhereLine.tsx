import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';

interface ElsewhereLineProps {
  /** Something that is stored is not shown yet. */
  readonly isNews: boolean;
  readonly onShow: () => void;
}

/** Beside a heading, so that nothing below it moves before it is pressed. */
export function ElsewhereLine({ isNews, onShow }: ElsewhereLineProps): ReactElement {
  const { t } = useI18n();
  return (
    <span role="status">
      {isNews && (
        <Button tone="quiet" onClick={onShow}>
          {t('review.elsewhere')}
        </Button>
      )}
    </span>
  );
}
