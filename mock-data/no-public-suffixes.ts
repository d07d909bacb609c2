/**
 * Stands in for the package `tldts` in the page (an alias in vite.config.ts). msw's cookie store asks it for the
 * registrable domain of a host, to refuse cookies that are set for a whole public suffix; its list of all suffixes is
 * three quarters of msw's weight (112 of 160 kB gzip). The demonstration sets no cookie, so the answer is "none known",
 * with which a host's cookies stay its own.
 */
export function getDomain(): null {
  return null;
}
