import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Fragment } from '#shared/contract/fragment.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

import styles from './ChatRowView.module.css';
import { emoteSource } from './emote-source.ts';

/** The pieces of a message; a picture only from a platform's own server, otherwise its text. */
export function MessageText({
  fragments,
}: {
  readonly fragments: readonly Fragment[];
}): ReactElement {
  return (
    <>
      {fragments.map((fragment, index) => (
        <Piece key={index} fragment={fragment} />
      ))}
    </>
  );
}

function Piece({ fragment }: { readonly fragment: Fragment }): ReactElement {
  switch (fragment.type) {
    case 'text':
      return <>{fragment.text}</>;
    case 'mention':
      return <b className={styles.mention}>{fragment.text}</b>;
    case 'cheermote':
      return <b className={styles.cheer}>{fragment.text}</b>;
    case 'emote':
    case 'sticker':
    case 'image':
      return <Picture text={fragment.text} url={fragment.url} />;
    default:
      return assertNever(fragment);
  }
}

function Picture({ text, url }: { readonly text: string; readonly url: string }): ReactElement {
  const [isBroken, setBroken] = useState(false);
  const source = emoteSource(url);
  if (source === null || isBroken) return <>{text}</>;
  return (
    <img
      className={styles.emote}
      src={source}
      alt={text}
      title={text}
      height={20}
      onError={() => setBroken(true)}
    />
  );
}
