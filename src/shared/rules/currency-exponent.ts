/** Number of minor digits of an ISO 4217 currency: 2 for CNY and USD, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  let exponent = known.get(currency);
  if (exponent === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    exponent = options.maximumFractionDigits ?? 2;
    known.set(currency, exponent);
  }
  return exponent;
}

/** Formatters are slow to make and rows ask for the same currency over and over. */
const known = new Map<string, number>();
