/**
 * Runs in every page and frame before anything else. Payloads call `canary()`; whatever they would
 * make of a page besides text is told as well, and so is every text that comes onto the page.
 */
export function watchPage(binding: string): void {
  const none = { executed: [], made: [], csp: [], texts: [], rows: [] };
  const tell = (report: Partial<Record<keyof typeof none, readonly unknown[]>>): void => {
    const send: unknown = Reflect.get(window, binding);
    if (typeof send === 'function') send(JSON.stringify({ ...none, ...report }));
  };
  for (const name of ['canary', 'alert', 'confirm', 'prompt', 'print', 'open']) {
    Reflect.set(window, name, () => tell({ executed: [name] }));
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    tell({ csp: [`${event.effectiveDirective} ${event.blockedURI}`] });
  });

  const HARMLESS = new Set(['title', 'alt', 'aria-label', 'placeholder', 'value']);
  const FORBIDDEN = /^(script|iframe|frame|object|embed|applet|base|meta|style|template|link)$/i;
  let isLoaded = false;
  let texts = new Set<string>();
  let rows = new Map<string, string>();
  let made: string[] = [];

  function noteAttributes(element: Element): void {
    for (const { name, value } of element.attributes) {
      if (HARMLESS.has(name)) texts.add(value);
      else if (/^on/i.test(name) || /^\s*(javascript|vbscript):/i.test(value)) {
        made.push(`${element.tagName} ${name}=${value}`);
      }
    }
  }

  /** The desk links the files of its later parts itself: of this origin's built ones, in its head. */
  function isOwnPart(node: Element): boolean {
    if (!(node instanceof HTMLLinkElement) || node.parentElement !== document.head) return false;
    const { origin, pathname } = new URL(node.href);
    return origin === location.origin && /^\/desk\/assets\/[\w-]+\.(js|css)$/.test(pathname);
  }

  function note(node: Node): void {
    if (node instanceof Text) texts.add(node.data);
    if (!(node instanceof Element)) return;
    if (isLoaded && FORBIDDEN.test(node.tagName) && !isOwnPart(node)) {
      made.push(node.outerHTML.slice(0, 300));
    }
    noteAttributes(node);
    for (const child of node.childNodes) note(child);
    if (node.matches('[data-row-key]')) noteRow(node);
    else for (const row of node.querySelectorAll('[data-row-key]')) noteRow(row);
  }

  function noteRow(row: Element | null | undefined): void {
    const key = row?.getAttribute('data-row-key');
    if (row !== null && row !== undefined && typeof key === 'string') {
      // A picture stands for its text.
      const pictures = Array.from(row.querySelectorAll('img'), (image) => image.alt);
      rows.set(key, [row.textContent, ...pictures].join('\n'));
    }
  }

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element) noteAttributes(target);
      if (type === 'characterData') note(target);
      for (const node of addedNodes) note(node);
      const at = target instanceof Element ? target : target.parentElement;
      noteRow(at?.closest('[data-row-key]'));
    }
    tell({ made, texts: Array.from(texts), rows: Array.from(rows) });
    texts = new Set();
    rows = new Map();
    made = [];
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  document.addEventListener('DOMContentLoaded', () => {
    isLoaded = true;
  });
}
