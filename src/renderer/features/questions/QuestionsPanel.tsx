import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useQuestions, useShow } from '#renderer/store/selectors.ts';
import { useApprovedAnswers } from '#renderer/store/use-approved-answers.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { QuestionId } from '#shared/model/ids.ts';
import type { Question } from '#shared/model/question.ts';

import { allRows, SECTIONS, sectionsOf, type Section } from './question-sections.ts';
import { QuestionBar } from './QuestionBar.tsx';
import { QuestionNotes } from './QuestionNotes.tsx';
import { clickedQuestion, questionRowId, QuestionRow } from './QuestionRow.tsx';
import styles from './QuestionsPanel.module.css';
import { useStillSections } from './use-still-sections.ts';
import { useUrgentQuestions } from './use-urgent-questions.ts';

/** What viewers ask, one row for each question; picked and worked off by keys or mouse. */
export function QuestionsPanel({ search }: { readonly search: string }): ReactElement {
  const { t, format } = useI18n();
  const slice = useQuestions();
  const nowTs = useShowNow(1000);
  const answers = useApprovedAnswers();
  const hasStarted = (useShow()?.startedTs ?? null) !== null;
  const list = useRef<HTMLDivElement>(null);
  const now = useMemo(() => sectionsOf(slice, search), [slice, search]);
  const sections = useStillSections(list, now);
  const pickedId = useDeskStore((state) => state.pickedQuestionId);
  const pick = useDeskStore((state) => state.pickQuestion);
  const rows = allRows(sections);
  const picked = rows.find(({ id }) => id === pickedId) ?? null;

  const isWanted = useDeskStore((state) => state.areQuestionsWanted);
  const taken = useDeskStore((state) => state.questionsTaken);
  const firstId = useFirst(rows, picked);
  useEffect(() => {
    if (!isWanted) return;
    taken(firstId);
    list.current?.focus();
    scrollTo(firstId);
  }, [isWanted, taken, firstId]);

  const onKeyDown = useListKeys({ rows, picked, onPick: pick });
  function onClick(event: MouseEvent): void {
    const id = clickedQuestion(event.target);
    if (id !== null) pick(id);
  }

  const isEmpty = rows.length === 0;
  return (
    <div className={styles.panel}>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        aria-label={t('questions.list')}
        aria-activedescendant={picked === null ? undefined : questionRowId(picked.id)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {SECTIONS.filter((section) => sections[section].length > 0).map((section) => (
          <div key={section} role="group" aria-label={t(`questions.${section}`)}>
            <p className={styles.head} aria-hidden="true">
              <span>{t(`questions.${section}`)}</span>
              <span>{headFact(section)}</span>
            </p>
            {sections[section].map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                nowTs={hasStarted ? nowTs : null}
                isPicked={question.id === picked?.id}
                answer={answers.find(question.text)?.answer ?? null}
              />
            ))}
          </div>
        ))}
      </div>
      {isEmpty && (
        <div className={styles.empty}>
          {slice.isReady ? (
            <EmptyState title={t(search === '' ? 'questions.empty' : 'chat.emptySearch')}>
              {search === '' && t('questions.emptyHint')}
            </EmptyState>
          ) : (
            <EmptyState title={t('questions.reading')} />
          )}
        </div>
      )}
      <QuestionNotes />
      {picked !== null && <QuestionBar key={picked.id} question={picked} />}
    </div>
  );

  function headFact(section: Section): string {
    const { oldestDebtTs } = slice;
    if (section !== 'owed' || oldestDebtTs === null || nowTs === null) return '';
    return t('questions.oldest', { age: format.span(Math.max(0, nowTs - oldestDebtTs)) });
  }
}

/** What is picked when the questions take the keys: what was asked for, else the most urgent, else the first. */
function useFirst(rows: readonly Question[], picked: Question | null): QuestionId | null {
  const urgent = useUrgentQuestions();
  if (picked !== null) return picked.id;
  const isShown = new Set(rows.map(({ id }) => id));
  return (
    urgent.find(({ id }) => isShown.has(id))?.id ??
    rows.find(({ state }) => state === 'open')?.id ??
    null
  );
}

function scrollTo(id: QuestionId | null): void {
  if (id === null) return;
  document.getElementById(questionRowId(id))?.scrollIntoView?.({ block: 'nearest' });
}

type ListKeys = {
  readonly rows: ReturnType<typeof allRows>;
  readonly picked: ReturnType<typeof allRows>[number] | null;
  readonly onPick: (id: QuestionId) => void;
};

/** Arrows move, Enter sends to the anchor, Space marks or takes the mark back, Esc gives the keys back. */
function useListKeys({ rows, picked, onPick }: ListKeys): (event: KeyboardEvent) => void {
  const perform = usePerform();

  function pick(place: number): void {
    const row = rows[Math.min(Math.max(place, 0), rows.length - 1)];
    if (row === undefined) return;
    onPick(row.id);
    scrollTo(row.id);
  }

  return (event) => {
    const place = rows.findIndex(({ id }) => id === picked?.id);
    switch (event.key) {
      case 'ArrowDown':
        pick(place + 1);
        break;
      case 'ArrowUp':
        pick(place === -1 ? 0 : place - 1);
        break;
      case 'Home':
        pick(0);
        break;
      case 'End':
        pick(rows.length - 1);
        break;
      case 'Enter':
        if (picked?.state === 'open' && !event.repeat) {
          perform({ type: 'sendQuestion', questionId: picked.id });
        }
        break;
      case ' ':
        if (picked !== null && !event.repeat) {
          const type = picked.state === 'open' ? 'answerQuestion' : 'reopenQuestion';
          perform({ type, questionId: picked.id });
        }
        break;
      case 'Escape':
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
