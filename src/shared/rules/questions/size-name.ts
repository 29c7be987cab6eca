const NAMES: Readonly<Record<string, string>> = {
  xxl: '2xl',
  xxxl: '3xl',
  small: 's',
  medium: 'm',
  large: 'l',
};

/** One name for one size: XXL is 2XL. */
export function sizeName(size: string): string {
  return NAMES[size] ?? size;
}
