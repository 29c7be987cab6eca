import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useOutputs } from '#renderer/store/selectors.ts';
import { LevelMeter } from '#renderer/ui/LevelMeter.tsx';
import { outputLines, outputSentence } from '#renderer/ui/output-text.ts';
import type { OutletId } from '#shared/model/ids.ts';

import styles from './OutputFacts.module.css';

/** All figures of the stream that an OBS sends out; nothing where it is none, or is off. */
export function OutputFacts({ outletId }: { readonly outletId: OutletId }): ReactElement | null {
  const i18n = useI18n();
  const output = useOutputs().find((each) => each.outletId === outletId);
  if (output === undefined) return null;
  const { state, microphone } = output;
  return (
    <section className={styles.output} aria-label={i18n.t('output.figures')}>
      <p className={styles.state} data-state={state ?? 'unread'}>
        {outputSentence(i18n, output)}
      </p>
      {state !== null && (
        <dl className={styles.figures}>
          {outputLines(i18n, output).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {state !== null && microphone !== null && <LevelMeter {...microphone} />}
    </section>
  );
}
