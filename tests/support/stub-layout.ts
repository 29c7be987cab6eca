import { vi } from 'vitest';

/** What jsdom lacks and layout code asks for: nothing is ever resized, every media query is false. */
export function stubLayout(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  // Nothing is laid out, so that the lines between the desk's parts would lie under every click.
  const measured = Element.prototype.getBoundingClientRect;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const isLine = this.getAttribute('role') === 'separator';
    return isLine ? new DOMRect(-1_000, -1_000, 1, 1) : measured.call(this);
  });
  Object.defineProperty(Element.prototype, 'scrollTo', {
    configurable: true,
    writable: true,
    value: () => undefined,
  });
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}
