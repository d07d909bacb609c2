/** Traditional and variant characters of our names, each before its simplified one. */
const SIMPLER =
  '內内區区縣县爾尔烏乌東东錫锡興兴臨临連连遼辽鎮镇開开庫库倫伦魯鲁達达準准額额濟济聯联滿满貝贝納纳諾诺賚赉陳陈黃黄鑲镶' +
  '藍蓝蘇苏寶宝豐丰涼凉崑昆侖仑崙仑雲云礦矿鑛矿陽阳灣湾紅红鬆松賽赛溫温蘭兰裡里裏里寧宁寜宁僕仆彥彦紮扎紥扎札扎託托迴回漢汉' +
  '勝胜騰腾審审卻却錦锦榮荣後后莊庄頭头資资歸归綏绥圖图國国華华個个總总計计數数項项萬万億亿業业員员職职參参險险領领轉转農农離离' +
  '畢毕戶户場场網网絡络崗岗規规電电產产製制採采購购經经註注銷销靈灵擔担貸贷發发勞劳動动調调記记積积當当環环較较減减長长增增' +
  '鄉乡實实現现創创監监測测會会費费類类標标務务歲岁統统龍龙處处師师優优關关運运營营業业繳缴納纳續续辦办學学報报導导團团係系餘余' +
  '從从協协間间過过還还雙双單单無无與与為为對对將将應应進进選选門门際际貿贸財财稅税稱称機机構构屬属屆届義义鐵铁鋼钢熱热點点';
const SIMPLER_OF: ReadonlyMap<string, string> = (() => {
  const pairs = [...SIMPLER];
  return new Map(pairs.flatMap((char, i) => (i % 2 === 0 ? [[char, pairs[i + 1]!] as const] : [])));
})();

/** Nothing in it to even out but case. */
const PLAIN = /^[ -~\u4e00-\u9fff]*$/;

/** Half width, lower case, simplified characters, Latin letters without marks; blanks and signs stay. */
export function plainText(text: string): string {
  const even = PLAIN.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
        .normalize('NFKC');
  const plain = even.toLowerCase();
  let simple = '';
  for (const char of plain) simple += SIMPLER_OF.get(char) ?? char;
  return simple;
}

/** Letters and digits alone: what two spellings of one name have in common. */
export function nameKey(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
