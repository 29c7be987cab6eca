import type { CSSProperties, ReactElement } from 'react';

import styles from './Swatch.module.css';

type SwatchStyle = CSSProperties & Readonly<Record<'--swatch-from' | '--swatch-to', string>>;

const COLOR = /^#[0-9a-f]{6}$/i;
const FALLBACK = ['#8fa3b8', '#5f7286'] as const;

/** The drawn picture of a product without a photo: its two colours. */
export function Swatch({ colors }: { readonly colors: string }): ReactElement {
  const [from = '', to = ''] = colors.split(',');
  const style: SwatchStyle = {
    '--swatch-from': COLOR.test(from) ? from : FALLBACK[0],
    '--swatch-to': COLOR.test(to) ? to : FALLBACK[1],
  };
  return <span className={styles.swatch} style={style} aria-hidden="true" />;
}
