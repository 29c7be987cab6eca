/** Rows that are left out together when each is foretold: neighbours in time are alike. */
const FOLDS = 6;
/** Like this many rows that say what was expected before any was seen. */
const PRIOR_ROWS = 8;

export type Fit = {
  /** What the row's outcome was expected to be. */
  readonly foretell: (x: readonly number[]) => number;
  /** Each fitted row's outcome less what the others, without its stretch of time, foretold. */
  readonly leftOver: readonly number[];
};

/**
 * Linear regression drawn towards `prior` (ridge, Hoerl and Kennard 1970), with the residuals of its
 * own rows taken out of sample in contiguous blocks (block cross-validation, Burman et al. 1994), so
 * that they are as wide as those of rows that were not fitted.
 */
export function ridge(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  prior: readonly number[],
): Fit {
  const size = prior.length;
  const { means, scales } = spreads(rows, size);
  const scaled = (row: readonly number[], into: Float64Array): Float64Array => {
    into[0] = 1;
    for (let i = 0; i < size; i += 1) {
      into[i + 1] = ((row[i] ?? 0) - (means[i] ?? 0)) / (scales[i] ?? 1);
    }
    return into;
  };
  const expected = (row: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (prior[i] ?? 0) * (row[i] ?? 0);
    return sum;
  };
  const x = new Float64Array(size + 1);
  const ys = new Float64Array(rows.length);
  const folds = Array.from({ length: FOLDS }, () => new Normal(size + 1));
  const foldOf = (i: number): number => Math.floor((i * FOLDS) / Math.max(1, rows.length));
  rows.forEach((row, i) => {
    ys[i] = (outcomes[i] ?? 0) - expected(row);
    folds[foldOf(i)]?.add(scaled(row, x), ys[i] ?? 0);
  });
  const whole = new Normal(size + 1);
  for (const fold of folds) whole.join(fold, 1);
  const slopes = whole.solve();
  const without = folds.map((fold) => {
    const rest = new Normal(size + 1);
    rest.join(whole, 1);
    rest.join(fold, -1);
    return rest.solve();
  });
  return {
    foretell: (row) => expected(row) + dot(slopes, scaled(row, x)),
    leftOver: rows.map(
      (row, i) => (ys[i] ?? 0) - dot(without[foldOf(i)] ?? slopes, scaled(row, x)),
    ),
  };
}

function spreads(
  rows: readonly (readonly number[])[],
  size: number,
): { readonly means: Float64Array; readonly scales: Float64Array } {
  const means = new Float64Array(size);
  const scales = new Float64Array(size);
  const n = Math.max(1, rows.length);
  for (const row of rows) {
    for (let i = 0; i < size; i += 1) means[i] = (means[i] ?? 0) + (row[i] ?? 0) / n;
  }
  for (const row of rows) {
    for (let i = 0; i < size; i += 1) {
      scales[i] = (scales[i] ?? 0) + ((row[i] ?? 0) - (means[i] ?? 0)) ** 2 / n;
    }
  }
  for (let i = 0; i < size; i += 1) scales[i] = Math.sqrt(scales[i] ?? 0) || 1;
  return { means, scales };
}

/** Sums of the normal equations. */
class Normal {
  readonly #size: number;
  readonly #squares: Float64Array;
  readonly #right: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.#squares = new Float64Array(size * size);
    this.#right = new Float64Array(size);
  }

  add(x: Float64Array, y: number): void {
    const size = this.#size;
    for (let i = 0; i < size; i += 1) {
      const xi = x[i] ?? 0;
      this.#right[i] = (this.#right[i] ?? 0) + xi * y;
      for (let j = 0; j <= i; j += 1) {
        this.#squares[i * size + j] = (this.#squares[i * size + j] ?? 0) + xi * (x[j] ?? 0);
      }
    }
  }

  join(other: Normal, sign: 1 | -1): void {
    for (let i = 0; i < this.#squares.length; i += 1) {
      this.#squares[i] = (this.#squares[i] ?? 0) + sign * (other.#squares[i] ?? 0);
    }
    for (let i = 0; i < this.#right.length; i += 1) {
      this.#right[i] = (this.#right[i] ?? 0) + sign * (other.#right[i] ?? 0);
    }
  }

  /** By Cholesky's decomposition; the first weight is the constant and is not drawn to 0. */
  solve(): Float64Array {
    const size = this.#size;
    const lower = Float64Array.from(this.#squares);
    const get = (i: number, j: number): number => lower[i * size + j] ?? 0;
    for (let i = 0; i < size; i += 1) {
      lower[i * size + i] = get(i, i) + (i === 0 ? 1e-9 : PRIOR_ROWS);
    }
    const out = Float64Array.from(this.#right);
    for (let j = 0; j < size; j += 1) {
      for (let i = j; i < size; i += 1) {
        let sum = get(i, j);
        for (let k = 0; k < j; k += 1) sum -= get(i, k) * get(j, k);
        lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / get(j, j);
      }
    }
    for (let i = 0; i < size; i += 1) {
      let sum = out[i] ?? 0;
      for (let k = 0; k < i; k += 1) sum -= get(i, k) * (out[k] ?? 0);
      out[i] = sum / get(i, i);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = out[i] ?? 0;
      for (let k = i + 1; k < size; k += 1) sum -= get(k, i) * (out[k] ?? 0);
      out[i] = sum / get(i, i);
    }
    return out;
  }
}

function dot(weights: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (weights[i] ?? 0) * (x[i] ?? 0);
  return sum;
}
