const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * log Γ(x) − [(x − ½) log x − x + ½ log 2π] for x > 0: what Stirling's formula leaves out.
 * Asymptotic series (Abramowitz & Stegun 6.1.41) after shifting x to 15 or more; error below 1e-15.
 */
export function stirlingRemainder(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  const square = shifted * shifted;
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / shifted;
  if (shifted === x) return series;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + series - Math.log(product) - ((x - 0.5) * Math.log(x) - x)
  );
}

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRemainder(x);
}

/** log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for a, b > 0, without the cancellation of large arguments. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const remainders = stirlingRemainder(small) + stirlingRemainder(large) - stirlingRemainder(small + large);
  return (
    halfLogTwoPi +
    remainders -
    0.5 * Math.log(large) +
    (small - 0.5) * Math.log(small / (small + large)) +
    large * Math.log1p(-small / (small + large))
  );
}
