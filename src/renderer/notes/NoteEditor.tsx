import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { drawnImage } from '#renderer/product-images/drawn-image.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import hidden from '#renderer/ui/VisuallyHidden.module.css';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { NOTE_MAX, type ReviewNote } from '#shared/model/review-note.ts';
import { imageAddress } from '#shared/rules/image-address.ts';

import styles from './NoteEditor.module.css';

const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif';
type Image = CommandInput<'bookmark.note'>['image'];

interface NoteEditorProps {
  readonly showId: ShowId;
  readonly note: Pick<ReviewNote, 'seq' | 'note' | 'imageId'>;
  /** What was written is kept. */
  readonly onKept: () => void;
  /** It is left as it was. */
  readonly onLeave: () => void;
}

/** Words and a photo to a marked moment. Enter keeps them, Esc leaves; a photo is kept at once. */
export function NoteEditor({ showId, note, onKept, onLeave }: NoteEditorProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [text, setText] = useState(note.note);
  const [imageId, setImageId] = useState(note.imageId);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function put(image: Image): Promise<boolean> {
    const result = await run('bookmark.note', { showId, seq: note.seq, note: text.trim(), image });
    setError(result.ok ? null : result.error);
    return result.ok;
  }
  async function keep(): Promise<void> {
    if (await put(imageId === null ? null : { imageId })) onKept();
  }
  async function take(file: File, name: string): Promise<void> {
    setBusy(true);
    const drawn = await drawnImage(file, name);
    if (!drawn.ok) setError(drawn.error);
    else if (await put(drawn.value)) {
      const held = await run('bookmark.list', { showId });
      const stored = held.ok ? held.value.notes.find(({ seq }) => seq === note.seq) : undefined;
      setImageId(stored?.imageId ?? null);
    }
    setBusy(false);
  }
  async function takeAway(): Promise<void> {
    if (await put(null)) setImageId(null);
  }

  useEffect(() => {
    const element = box.current;
    function onPaste(event: ClipboardEvent): void {
      const file = [...(event.clipboardData?.files ?? [])].find(isImage);
      // A clipboard that has words as well is words.
      if (file === undefined || event.clipboardData?.getData('text/plain') !== '') return;
      event.preventDefault();
      event.stopPropagation();
      void take(file, t('image.clipboard'));
    }
    function onDragOver(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    }
    function onDrop(event: DragEvent): void {
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void take(file, file.name);
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
    element?.addEventListener('paste', onPaste, true);
    element?.addEventListener('dragover', onDragOver);
    element?.addEventListener('drop', onDrop, true);
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('paste', onPaste, true);
      element?.removeEventListener('dragover', onDragOver);
      element?.removeEventListener('drop', onDrop, true);
      element?.removeEventListener('keydown', onKeyDown);
    };
  });

  return (
    <div ref={box} className={styles.editor}>
      <div className={styles.line}>
        <TextField
          isLabelHidden
          inputRef={field}
          label={t('note.text')}
          placeholder={t('note.whatWasIt')}
          value={text}
          maxLength={NOTE_MAX}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.repeat) return;
            event.preventDefault();
            void keep();
          }}
        />
        <Button tone="go" disabled={isBusy} onClick={() => void keep()}>
          {t('note.keep')}
        </Button>
        <Button disabled={isBusy} onClick={() => chooser.current?.click()}>
          {t(imageId === null ? 'note.addPhoto' : 'note.otherPhoto')}
        </Button>
        <input
          ref={chooser}
          type="file"
          className={hidden.hidden}
          tabIndex={-1}
          aria-label={t('note.addPhoto')}
          accept={ACCEPTED}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file, file.name);
            target.value = '';
          }}
        />
      </div>
      {imageId !== null && (
        <p className={styles.photo}>
          <img src={imageAddress(imageId, 'small')} alt={t('note.photo')} decoding="async" />
          <Button tone="quiet" disabled={isBusy} onClick={() => void takeAway()}>
            {t('note.removePhoto')}
          </Button>
        </p>
      )}
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </div>
  );
}

function isImage({ type }: File): boolean {
  return type.startsWith('image/');
}
