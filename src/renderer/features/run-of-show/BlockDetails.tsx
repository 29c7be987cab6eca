import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import {
  SCRIPT_MAX,
  SCRIPT_PARTS,
  scriptLength,
  type BlockPlan,
  type ScriptPart,
} from '#shared/model/run-of-show.ts';

import type { PlannedBlock } from './plan-cells.ts';
import styles from './PlanSheet.module.css';
import { useOwnEscape } from './use-own-escape.ts';

interface BlockDetailsProps {
  readonly block: PlannedBlock;
  readonly onEdit: (edit: PlanEdit) => void;
}

const LINES = ['node', 'giveaway', 'fallback'] as const;
const LINE_MAX = { node: 200, giveaway: 200, fallback: 500 } as const;

/** What is said in a block, and what is done there; each part is stored when one leaves its field. */
export function BlockDetails({ block, onEdit }: BlockDetailsProps): ReactElement {
  const { t } = useI18n();
  const change = (fields: Partial<BlockPlan>): void =>
    onEdit({ op: 'change', blockId: block.id, change: fields });
  const others = (part: ScriptPart): number =>
    scriptLength(block.script) - block.script[part].length;
  return (
    <section className={styles.details} aria-label={t('plan.details')}>
      <h3 className={styles.detailsTitle}>{block.title}</h3>
      {SCRIPT_PARTS.map((part) => (
        <LongText
          key={part}
          label={t(`plan.script.${part}`)}
          held={block.script[part]}
          max={SCRIPT_MAX - others(part)}
          rows={3}
          onStore={(text) => change({ script: { ...block.script, [part]: text } })}
        />
      ))}
      {LINES.map((line) => (
        <LongText
          key={line}
          label={t(`plan.line.${line}`)}
          held={block[line]}
          max={LINE_MAX[line]}
          rows={2}
          onStore={(text) => change({ [line]: text })}
        />
      ))}
    </section>
  );
}

interface LongTextProps {
  readonly label: string;
  readonly held: string;
  readonly max: number;
  readonly rows: number;
  readonly onStore: (text: string) => void;
}

function LongText({ label, held, max, rows, onStore }: LongTextProps): ReactElement {
  const { t } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? held;
  const risk = useRisk(text);
  const isTooLong = text.length > max;
  const around = useRef<HTMLDivElement>(null);
  // Back to the table: what was typed is stored with it.
  useOwnEscape(around, () => {
    const sheet = around.current?.closest('[role="dialog"]');
    sheet?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  });
  return (
    <div
      ref={around}
      onBlur={() => {
        if (typed === null || isTooLong) return;
        if (typed !== held) onStore(typed);
        setTyped(null);
      }}
    >
      <TextArea
        label={label}
        value={text}
        rows={rows}
        onChange={setTyped}
        hint=""
        risk={risk}
        error={isTooLong ? t('plan.tooLong', { given: text.length, max }) : null}
      />
    </div>
  );
}
