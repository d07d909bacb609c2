export function WhatIfPart() {
  return null;
}
