/**
 * Chat lists without a product around them, for pages that are fed by the same core over the same
 * socket. Each function runs in the page and can use nothing of this file.
 */

type Feed = { readonly protocol: number };

/** Every message is drawn by itself as it comes, the newest 2,000 stay: what a list does unless told otherwise. */
export function listPerMessage({ protocol }: Feed): void {
  const list = document.createElement('div');
  list.style.cssText = 'height:100vh;width:380px;overflow-y:auto;font:14px/1.5 sans-serif';
  document.body.append(list);
  let taken = 0;
  listen((events) => {
    for (const { actor, fragments } of events) {
      taken += 1;
      const row = document.createElement('p');
      const name = document.createElement('b');
      name.textContent = actor?.displayName ?? '';
      row.append(name, ' ', fragments.map(({ text }) => text).join(''));
      list.append(row);
      if (list.childElementCount > 2_000) list.firstElementChild?.remove();
      list.scrollTop = list.scrollHeight;
    }
    list.dataset['taken'] = String(taken);
  });

  function listen(take: (events: readonly ChatEvent[]) => void): void {
    const io = Reflect.get(window, 'io') as (options: object) => PlainSocket;
    const socket = io({ path: '/socket.io', auth: { role: 'desk' }, transports: ['websocket'] });
    const hello = { type: 'hello', protocol, roomId: 'main', screenName: 'plain list' };
    socket.on('connect', () => socket.emit('frame', hello));
    socket.on('frame', ({ batch }) => {
      if (batch !== undefined) take(batch.events.filter(({ kind }) => kind === 'chat'));
    });
  }
}

/** The last 32 rows, written anew once a frame: about the least a list of chat can do. */
export function listTail({ protocol }: Feed): void {
  const list = document.createElement('div');
  list.style.cssText = 'width:380px;font:14px/1.5 sans-serif';
  document.body.append(list);
  const rows = Array.from({ length: 32 }, () => {
    const row = document.createElement('p');
    list.append(row);
    return row;
  });
  let taken = 0;
  let tail: string[] = [];
  let isPlanned = false;

  function draw(): void {
    isPlanned = false;
    rows.forEach((row, place) => (row.textContent = tail[place] ?? ''));
    list.dataset['taken'] = String(taken);
  }

  const io = Reflect.get(window, 'io') as (options: object) => PlainSocket;
  const socket = io({ path: '/socket.io', auth: { role: 'desk' }, transports: ['websocket'] });
  const hello = { type: 'hello', protocol, roomId: 'main', screenName: 'plain list' };
  socket.on('connect', () => socket.emit('frame', hello));
  socket.on('frame', ({ batch }) => {
    if (batch === undefined) return;
    const events = batch.events.filter(({ kind }) => kind === 'chat');
    taken += events.length;
    const texts = events
      .slice(-32)
      .map(
        ({ actor, fragments }) =>
          `${actor?.displayName ?? ''} ${fragments.map(({ text }) => text).join('')}`,
      );
    tail = [...tail, ...texts].slice(-32);
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(draw);
  });
}

type ChatEvent = {
  readonly kind: string;
  readonly actor: { readonly displayName: string } | null;
  readonly fragments: readonly { readonly text: string }[];
};
type PlainFrame = { readonly batch?: { readonly events: readonly ChatEvent[] } };
type PlainSocket = {
  on(event: 'connect', listener: () => void): void;
  on(event: 'frame', listener: (frame: PlainFrame) => void): void;
  emit(event: 'frame', frame: object): void;
};
