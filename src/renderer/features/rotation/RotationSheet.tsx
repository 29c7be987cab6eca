import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { GroupId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import type { RotationPlan } from '#shared/model/rotation.ts';
import { parseRotation } from '#shared/rules/rotation.ts';

import styles from './Rotation.module.css';
import { RotationState } from './RotationState.tsx';

const MINUTE_MS = 60_000;

/** A list of link numbers that is pinned by itself, one after the other. */
export function RotationSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const run = useCommand();
  const { items, groups, rotation } = useShelf();
  // What was chosen may be dissolved meanwhile: then the list is a typed one again.
  const [chosen, setChosen] = useState('');
  const group = groups.find(({ id }) => String(id) === chosen) ?? null;
  const [numbers, setNumbers] = useState('');
  const [minutes, setMinutes] = useState('3');
  const [isEndless, setEndless] = useState(true);
  const [faults, setFaults] = useState<{ numbers: string | null; minutes: string | null }>({
    numbers: null,
    minutes: null,
  });
  const [error, setError] = useState<AppError | null>(null);

  /** What was typed, or what is wrong with it. */
  function read(): RotationPlan | null {
    const everyMs = Math.round(Number(minutes.replace(',', '.')) * MINUTE_MS);
    const isGoodTime = everyMs >= 15_000 && everyMs <= 60 * MINUTE_MS;
    const timeFault = isGoodTime ? null : t('rotation.fault.minutes');
    if (group !== null) {
      setFaults({ numbers: null, minutes: timeFault });
      return isGoodTime ? { items: [], groupId: group.id, everyMs, isEndless } : null;
    }
    const typed = parseRotation(numbers);
    const found = (typed ?? []).map(({ linkNumber, repeats }) => ({
      linkNumber,
      repeats,
      productId: items.find((item) => item.linkNumber === linkNumber)?.productId,
    }));
    const missing = found.find(({ productId }) => productId === undefined);
    setFaults({
      numbers:
        typed === null
          ? t('rotation.fault.numbers')
          : missing === undefined
            ? null
            : t('rotation.fault.unknown', { number: missing.linkNumber }),
      minutes: timeFault,
    });
    if (typed === null || missing !== undefined || !isGoodTime) return null;
    const plan = found.flatMap(({ productId, repeats }) =>
      productId === undefined ? [] : [{ productId, repeats }],
    );
    return { items: plan, groupId: null, everyMs, isEndless };
  }

  async function start(): Promise<void> {
    const plan = read();
    if (plan === null) return;
    const result = await run('rotation.start', plan);
    setError(result.ok ? null : result.error);
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void start();
  }

  return (
    <Dialog title={t('rotation.title')} onClose={onClose}>
      <p className={styles.fact}>{t('rotation.text')}</p>
      {rotation !== null && <RotationState rotation={rotation} items={items} isWhole />}
      <form className={styles.form} onSubmit={onSubmit}>
        {groups.length > 0 && (
          <SelectField
            label={t('rotation.list')}
            value={group === null ? '' : chosen}
            options={[
              { value: '', label: t('rotation.typedList') },
              ...groups.map(({ id, name }) => ({
                value: String(id),
                label: tn('rotation.groupOption', countIn(items, id), { name }),
              })),
            ]}
            onChange={setChosen}
          />
        )}
        {group === null ? (
          <TextField
            label={t('rotation.numbers')}
            hint={t('rotation.numbersHint')}
            value={numbers}
            onChange={setNumbers}
            maxLength={400}
            error={faults.numbers}
          />
        ) : (
          <p className={styles.fact}>{groupText(i18n, items, group.id)}</p>
        )}
        <TextField
          label={t('rotation.minutes')}
          value={minutes}
          onChange={setMinutes}
          maxLength={5}
          inputMode="decimal"
          error={faults.minutes}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isEndless}
            onChange={(event) => setEndless(event.target.checked)}
          />
          {t('rotation.endless')}
        </label>
        <Button type="submit" tone="go">
          {t(rotation === null ? 'rotation.start' : 'rotation.startAnew')}
        </Button>
      </form>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </Dialog>
  );
}

function countIn(items: readonly ShelfItem[], id: GroupId): number {
  return items.filter(({ groupId }) => groupId === id).length;
}

/** Which link numbers that is now: the group may change until the next round. */
function groupText({ t }: I18n, items: readonly ShelfItem[], id: GroupId): string {
  const numbers = items.flatMap(({ groupId, linkNumber }) => (groupId === id ? [linkNumber] : []));
  if (numbers.length === 0) return t('rotation.groupEmpty');
  return t('rotation.groupList', { numbers: numbers.join(t('common.listSeparator')) });
}
