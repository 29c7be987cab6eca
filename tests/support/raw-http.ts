import { connect } from 'node:net';

export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Sends a request byte for byte. Node's own clients rewrite Host and refuse bad paths, which is just
 * what is to be tested.
 */
export function rawHttp(
  port: number,
  requestLine: string,
  headers: readonly string[],
  body = '',
  address = '127.0.0.1',
  localAddress?: string,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: address, ...(localAddress && { localAddress }) });
    let text = '';
    const finish = (): void => {
      socket.destroy();
      resolve(parseAnswer(text));
    };
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      text += chunk;
      // An accepted upgrade stays open.
      if (text.startsWith('HTTP/1.1 101') && text.includes('\r\n\r\n')) finish();
    });
    socket.on('end', finish);
    const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
    const isUpgrade = headers.some((line) => line.toLowerCase().startsWith('upgrade:'));
    const ending = isUpgrade ? [] : ['Connection: close'];
    const head = [`${requestLine} HTTP/1.1`, ...headers, ...length, ...ending, '', ''];
    socket.write(head.join('\r\n') + body);
  });
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(statusLine.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') };
}
