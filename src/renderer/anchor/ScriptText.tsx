import type { ReactElement } from 'react';

import { scriptRuns } from './script-runs.ts';
import styles from './ScriptText.module.css';

interface ScriptTextProps {
  readonly text: string;
}

/** Text to be read from across the room: each script at the size at which it stands 16 minutes of arc. */
export function ScriptText({ text }: ScriptTextProps): ReactElement {
  return (
    <>
      {scriptRuns(text).map((run, position) => (
        // The runs of a text have no identity but their place in it.
        <span key={`${String(position)}-${run.script}`} className={styles[run.script]}>
          {run.text}
        </span>
      ))}
    </>
  );
}
