/** The beginning of a digest in groups of four, to be read out on the telephone: 64 bits that nobody changes unseen by chance. */
export function shortCode(digest: string): string {
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
