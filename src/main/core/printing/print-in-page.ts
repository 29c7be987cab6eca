import { z } from 'zod';

import {
  footerTemplate,
  MARGIN_INCHES,
  NO_HEADER,
  PICTURE_MOST_HEIGHT,
  PICTURE_SCALE,
  PICTURE_WIDTH,
  type PrintOrder,
} from './page-printer.ts';

/** One call of a page's DevTools protocol. */
export type SendToPage = (method: string, params: object) => Promise<unknown>;

const Data = z.object({ data: z.base64() });
const Metrics = z.object({ cssContentSize: z.object({ height: z.number() }) });

/** A loaded page as PDF: A4 by the page's own rules, with bookmarks and numbers. */
export async function pdfOfPage(send: SendToPage, footer: string): Promise<Uint8Array> {
  const printed = await send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: true,
    headerTemplate: NO_HEADER,
    footerTemplate: footerTemplate(footer),
    marginTop: MARGIN_INCHES,
    marginBottom: MARGIN_INCHES,
    marginLeft: MARGIN_INCHES,
    marginRight: MARGIN_INCHES,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(Data.parse(printed).data, 'base64');
}

/** A loaded page as one picture: as wide as a desk, as long as the page, at twice its size. */
export async function pictureOfPage(send: SendToPage): Promise<Uint8Array> {
  const size = { width: PICTURE_WIDTH, deviceScaleFactor: PICTURE_SCALE, mobile: false };
  await send('Emulation.setDeviceMetricsOverride', { ...size, height: 400 });
  const { cssContentSize } = Metrics.parse(await send('Page.getLayoutMetrics', {}));
  const height = Math.min(PICTURE_MOST_HEIGHT, Math.ceil(cssContentSize.height));
  await send('Emulation.setDeviceMetricsOverride', { ...size, height });
  const taken = await send('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(Data.parse(taken).data, 'base64');
}

export function printInPage(send: SendToPage, order: PrintOrder): Promise<Uint8Array> {
  return order.kind === 'pdf' ? pdfOfPage(send, order.footer) : pictureOfPage(send);
}
