/**
 * A copy of plain data whose typed arrays have buffers of their own, and the list of these: they can be handed over to
 * another thread at no cost there, while the engine keeps its arrays. Small things (texts, issues) stay as they are.
 */
export function ownCopy(value: unknown): { copy: unknown; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const copies = new Map<object, unknown>();

  function copyOf(item: unknown): unknown {
    if (typeof item !== 'object' || item === null) return item;
    const known = copies.get(item);
    if (known !== undefined) return known;
    const copy = copyObject(item);
    copies.set(item, copy);
    return copy;
  }

  function copyObject(item: object): unknown {
    if (ArrayBuffer.isView(item) && !(item instanceof DataView)) {
      const copy = (item as Float64Array).slice();
      buffers.push(copy.buffer as ArrayBuffer);
      return copy;
    }
    if (Array.isArray(item)) return item.some(isObject) ? item.map(copyOf) : item;
    if (item instanceof Map) return new Map([...item].map(([k, v]) => [k, copyOf(v)]));
    const proto: unknown = Object.getPrototypeOf(item);
    if (proto !== Object.prototype && proto !== null) return item;
    return Object.fromEntries(Object.entries(item).map(([k, v]) => [k, copyOf(v)]));
  }

  return { copy: copyOf(value), buffers };
}

function isObject(item: unknown): boolean {
  return typeof item === 'object' && item !== null;
}
