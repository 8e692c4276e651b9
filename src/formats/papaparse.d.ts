/** The part of papaparse that is used here, so that its own types do not bring Node into the pure rooms. */
declare const papaparse: { readonly Parser: unknown };
export default papaparse;
