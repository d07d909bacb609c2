export function BacktestPart() {
  return null;
}
