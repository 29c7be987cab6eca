import { create } from 'qrcode';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly className: string | undefined;
}

const QUIET_ZONE = 2;

/** A QR code as one SVG path: dark modules, each a unit square. */
export function QrCode({ text, label, className }: QrCodeProps): ReactElement {
  const { path, size } = useMemo(() => modulesPath(text), [text]);
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000000" />
    </svg>
  );
}

function modulesPath(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const steps: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      steps.push(`M${String(column + QUIET_ZONE)} ${String(row + QUIET_ZONE)}h1v1h-1z`);
    }
  }
  return { path: steps.join(''), size: modules.size + 2 * QUIET_ZONE };
}
