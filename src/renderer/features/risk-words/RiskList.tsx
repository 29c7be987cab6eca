import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useRiskRoom } from '#renderer/ui/use-risk-note.ts';
import type { RiskSettings } from '#shared/model/risk-settings.ts';
import { RISK_TRADES } from '#shared/model/risk-word.ts';
import type { RiskEntry } from '#shared/rules/risk-words/risk-entry.ts';
import { riskKey, roomEntries } from '#shared/rules/risk-words/room-list.ts';

import styles from './RiskSheet.module.css';

/** As many as are read; the search finds the rest. */
const SHOWN = 60;

interface RiskListProps {
  readonly risk: RiskSettings;
  readonly onChange: (risk: RiskSettings) => void;
}

/** All entries that hold in this room, its own first; shipped ones are switched off one by one. */
export function RiskList({ risk, onChange }: RiskListProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const room = useRiskRoom();
  const [query, setQuery] = useState('');
  // Those that are switched off stand in the list too, to be switched on again.
  const all = useMemo(() => roomEntries({ ...room, risk: { ...risk, off: [] } }), [room, risk]);
  const found = useMemo(
    () => all.filter((entry) => isMeant(i18n, entry, query)),
    [all, query, i18n],
  );
  const off = new Set(risk.off);
  const own = new Set(risk.own.map(({ phrase }) => phrase));

  return (
    <section aria-label={t('riskWords.list')}>
      <TextField
        label={t('riskWords.search')}
        type="search"
        value={query}
        onChange={setQuery}
        hint={t('riskWords.found', {
          count: format.number(found.length),
          of: format.number(all.length),
        })}
      />
      <ul className={styles.list}>
        {found.slice(0, SHOWN).map((entry) => (
          <li
            key={`${entry.origin} ${entry.phrase}`}
            className={classNames(styles.row, off.has(entry.phrase) && styles.off)}
          >
            <div>
              <span className={styles.phrase} translate="no">
                {entry.phrase}
              </span>
              <Facts entry={entry} />
            </div>
            {entry.origin !== 'own' ? (
              <label className={styles.check} translate="no">
                <input
                  type="checkbox"
                  aria-label={t('riskWords.tell', { phrase: entry.phrase })}
                  checked={!off.has(entry.phrase)}
                  onChange={(event) => switchEntry(entry.phrase, event.target.checked)}
                />
                {t('riskWords.on')}
              </label>
            ) : own.has(entry.phrase) ? (
              <Button
                tone="quiet"
                aria-label={t('riskWords.removeOf', { phrase: entry.phrase })}
                onClick={() =>
                  onChange({
                    ...risk,
                    own: risk.own.filter(({ phrase }) => phrase !== entry.phrase),
                  })
                }
              >
                {t('riskWords.remove')}
              </Button>
            ) : (
              <span className={styles.quiet}>{t('riskWords.ofWords')}</span>
            )}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className={styles.quiet}>
          {t('riskWords.more', { count: format.number(found.length - SHOWN) })}
        </p>
      )}
    </section>
  );

  function switchEntry(phrase: string, isOn: boolean): void {
    const others = risk.off.filter((each) => each !== phrase);
    onChange({ ...risk, off: isOn ? others : [...others, phrase] });
  }
}

/** What, how strictly, why, what instead, and from where. */
/** How bad, why, by which law; what to say instead, in the language of the phrase; whose it is. */
function Facts({ entry }: { readonly entry: RiskEntry }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { class: of, level, law, instead, origin, except } = entry;
  const about = [t(`riskWords.level.${level}`), t(`risk.class.${of}`)];
  if (law !== null) about.push(t(`risk.law.${law}`));
  about.push(originName(i18n, origin));
  const words: string[] = [];
  if (instead !== '') words.push(t('riskWords.insteadOf', { instead }));
  if (except.length > 0) {
    words.push(t('riskWords.exceptOf', { phrases: except.join(t('common.listSeparator')) }));
  }
  const separator = t('common.separator');
  return (
    <p className={styles.quiet}>
      {about.join(separator)}
      {words.length > 0 && (
        <span translate="no">
          {separator}
          {words.join(separator)}
        </span>
      )}
    </p>
  );
}

function originName(i18n: I18n, origin: RiskEntry['origin']): string {
  if (origin === 'own' || origin === 'product') return i18n.t('risk.class.own');
  if (origin === 'general') return i18n.t('category.general');
  const trade = RISK_TRADES.find((each) => each === origin);
  return trade === undefined ? platformName(i18n, origin) : i18n.t(`category.${trade}`);
}

/** By the phrase however it is written, by what is wrong with it, or by what to say instead. */
function isMeant({ t }: I18n, entry: RiskEntry, query: string): boolean {
  const typed = query.trim().toLowerCase();
  if (typed === '') return true;
  const key = riskKey(typed);
  if (key !== '' && riskKey(entry.phrase).includes(key)) return true;
  return [t(`risk.class.${entry.class}`), entry.instead, entry.phrase].some((text) =>
    text.toLowerCase().includes(typed),
  );
}
