/** Marks of a footnote at the end; told apart before width is evened out, since ① would become 1. */
const TAIL =
  /(?:\s*(?:[*＊※†‡§¶☆★△▲°#＃①-⑳❶-❿⓪⁰¹²³⁴-⁹ª]|[[［〔【(（]\s*注?\s*[0-9０-９①-⑳一二三四五六七八九十*]{1,2}\s*[\]］〕】)）]|\s注\s*\d*|(?<![\d\-–—~～至(（.])\d{1,2}[)）]|[:：、，,。.;；]))+\s*$/u;
/** What lists put before a name. */
const HEADS: readonly RegExp[] = [
  /^[\s\-–—·•●○■□◆◇▲▶>*＊#＃|├└─┣┗]+/u,
  /^其\s*中\s*[:：]?\s*/u,
  /^[(（]\s*(?:\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]\s*/u,
  /^(?:\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[)）.．、:：]\s*/u,
  /^[①-⑳]\s*/u,
];

/** A name without what surrounds it in a list: numbers with a separator, bullets, 其中, footnote marks. */
export function withoutMarks(text: string): string {
  let bare = text.trim();
  for (let before = ''; before !== bare; ) {
    before = bare;
    for (const head of HEADS) bare = bare.replace(head, '');
    bare = bare.replace(TAIL, '').trim();
  }
  return bare;
}
