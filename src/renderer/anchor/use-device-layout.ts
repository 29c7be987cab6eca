import { useCallback, useState } from 'react';

import { type DeviceLayout, readDeviceLayout, rememberDeviceLayout } from './device-layout.ts';

export interface DeviceLayoutControl {
  readonly layout: DeviceLayout;
  change(part: Partial<DeviceLayout>): void;
}

/** The layout of this device, kept from one show to the next. */
export function useDeviceLayout(): DeviceLayoutControl {
  const [layout, setLayout] = useState(() => readDeviceLayout(window.localStorage));
  const change = useCallback(
    (part: Partial<DeviceLayout>) =>
      setLayout((held) => {
        const next = { ...held, ...part };
        rememberDeviceLayout(window.localStorage, next);
        return next;
      }),
    [],
  );
  return { layout, change };
}
