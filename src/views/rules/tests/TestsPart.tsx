export function TestsPart() {
  return null;
}
