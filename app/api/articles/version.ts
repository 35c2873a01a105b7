/** A path's version; what is no number is no version. */
export function versionOf(param: string): number {
  return /^\d{1,9}$/.test(param) ? Number(param) : -1;
}
