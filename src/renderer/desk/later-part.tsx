import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';

import { PartMissing } from './PartMissing.tsx';

/** A part of the desk in a file of its own, which no first picture waits for. */
export type LaterPart<Props extends object> = {
  /** Nothing is drawn until its file is there; at once when it was fetched before. */
  readonly Part: (props: Props) => ReactElement;
  /** Has the file read; never rejects. */
  readonly fetch: () => Promise<void>;
};

/** `load` gives the part from its file. One that cannot be read says so in its place. */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let fetched: ComponentType<Props> | null = null;
  const read = (): Promise<ComponentType<Props>> =>
    load().then(
      (part) => (fetched = part),
      () => PartMissing,
    );
  const Waiting = lazy(async () => ({ default: await read() }));
  function Part(props: Props): ReactElement {
    // A key that was pressed with the one that opens the part must find it open.
    const Ready = fetched;
    if (Ready !== null) return <Ready {...props} />;
    return (
      <Suspense fallback={null}>
        <Waiting {...props} />
      </Suspense>
    );
  }
  return { Part, fetch: () => read().then(() => undefined) };
}
