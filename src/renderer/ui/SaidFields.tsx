import type { ComponentProps, ReactElement } from 'react';

import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';
import { useRisk } from './use-risk-note.ts';

interface Said {
  /** What must not be said of the product it is about; always the same array. */
  readonly claims: readonly string[];
}

/** A field whose words will be said or read in the broadcast: phrases of risk are named as they are typed. */
export function SaidField({
  claims,
  ...rest
}: Said & ComponentProps<typeof TextField>): ReactElement {
  return <TextField {...rest} risk={useRisk(rest.value, claims)} />;
}

/** The same with several lines. */
export function SaidArea({
  claims,
  ...rest
}: Said & ComponentProps<typeof TextArea>): ReactElement {
  return <TextArea {...rest} risk={useRisk(rest.value, claims)} />;
}

/** A field of the same kind whose words are nobody's to say. */
export function PlainField({
  claims: _claims,
  ...rest
}: Said & ComponentProps<typeof TextField>): ReactElement {
  return <TextField {...rest} />;
}

export function PlainArea({
  claims: _claims,
  ...rest
}: Said & ComponentProps<typeof TextArea>): ReactElement {
  return <TextArea {...rest} />;
}
