/** Sounds of the characters in the names of the region, without tones: each syllable before the characters that have it. */
const SOUNDS =
  'a阿 an安 ao敖 ba巴 bai白 bao包宝 bei贝 bo博勃 bu布 cha察 chen陈 cheng城 chi赤 chuan川 chun春 da达 de德 deng磴 dong东 du都 duo多 e鄂额 ' +
  'er尔二 feng峰丰 ga嘎 ge格 gen根 gu古固 guai拐 guo郭 ha哈 hai海 han罕汉 hang杭 hao浩 he和河合 hong红 hou后 hu呼虎 hua化 huang黄 ' +
  'hui回 huo霍 ji集济 jin锦金 jiu九 ka喀 kai开 kang康 ke克科 kou口 ku库 kuang矿 kun昆 la拉喇 lai赉 lan兰蓝 le勒 li力里 lian联连 ' +
  'liang凉 liao辽 lin林临 lu鲁 lun伦仑 luo洛 man曼满 mao茂 meng蒙盟 min民 ming明 mo默莫 mu穆 na纳 nai奈 nan南 nao淖 nei内 ni尼 ' +
  'ning宁 niu牛 nuo诺 pu仆 qi旗 qian前 qin沁 qing清青 qu区 quan泉 rong荣 sai赛 shan善山 shang商 shen审 sheng胜 shi市石什 shui水 ' +
  'si斯四寺 song松 su苏 tai太 te特 teng腾 tong通 tou头 tu土突 tun屯 tuo托 wa瓦 wan湾 wang王 wen温 weng翁 wo斡 wu乌武五 xi锡西 ' +
  'xian县 xiang镶 xin新 xing兴 ya牙 yan彦 yang阳 yi翼伊 you右 yu玉 yuan原元 yun云 zha扎 zhen镇 zheng正 zhi治 zhong中 zhou洲 zhu珠 ' +
  'zhun准 zhuo卓 zi自资子 zu族 zuo左';
const SOUND_OF: ReadonlyMap<string, string> = new Map(
  SOUNDS.split(' ').flatMap((entry) => {
    const sound = /^[a-z]+/.exec(entry)![0];
    return Array.from(entry.slice(sound.length), (char) => [char, sound] as const);
  }),
);

/** A Chinese name in letters, run together; null when a character is none of ours. */
export function pinyinOf(name: string): string | null {
  let letters = '';
  for (const char of name) {
    const sound = SOUND_OF.get(char);
    if (sound === undefined) return null;
    letters += sound;
  }
  return letters;
}
