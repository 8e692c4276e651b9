const mark = 'vignette-';
const digits = 48;

/**
 * The name of a call in a batch: it follows from the cache key alone, and so from the model, the parameters, the
 * messages, the draw and the attempt. At most 64 letters, digits and dashes, as batch engines ask for.
 */
export function customId(cacheKey: string): string {
  return `${mark}${cacheKey.slice(0, digits)}`;
}
