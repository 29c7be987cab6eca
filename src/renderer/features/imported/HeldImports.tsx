import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import type { PlatformImport, PlatformImportId } from '#shared/model/platform-import.ts';

import { exportPlatformName } from './export-platform-name.ts';
import styles from './ImportedSheet.module.css';

interface HeldImportsProps {
  readonly imports: readonly PlatformImport[];
  readonly onRemove: (id: PlatformImportId) => void;
  readonly onRestore: (id: PlatformImportId) => void;
}

/** What was taken in for this show, newest first; what was removed can come back. */
export function HeldImports({ imports, onRemove, onRestore }: HeldImportsProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  return (
    <section className={styles.held} aria-label={t('imported.held')}>
      <h3>{t('imported.held')}</h3>
      {imports.length === 0 ? (
        <p className={styles.quiet}>{t('imported.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('imported.file')}</th>
              <th scope="col">{t('imported.platform')}</th>
              <th scope="col">{t('imported.kind')}</th>
              <th scope="col">{t('imported.rows')}</th>
              <th scope="col">{t('imported.when')}</th>
              <th scope="col">{t('imported.state')}</th>
            </tr>
          </thead>
          <tbody>
            {imports.toReversed().map((each) => {
              const isHeld = each.removedTs === null;
              const file = each.fileName;
              return (
                <tr key={each.id} className={classNames(!isHeld && styles.out)}>
                  <td className={styles.cell}>{file}</td>
                  <td>{exportPlatformName(i18n, each.platform)}</td>
                  <td>{t(`imported.kindOf.${each.kind}`)}</td>
                  <td>{format.number(each.rows)}</td>
                  <td>{format.dateTime(each.importedTs, null)}</td>
                  <td>
                    {t(isHeld ? 'imported.holds' : 'imported.isOut')}{' '}
                    <Button
                      tone="quiet"
                      aria-label={t(isHeld ? 'imported.removeNamed' : 'imported.restoreNamed', {
                        file,
                      })}
                      onClick={() => (isHeld ? onRemove : onRestore)(each.id)}
                    >
                      {t(isHeld ? 'imported.remove' : 'imported.restore')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
