import { defineText } from '../../base/text';

export const PACKAGE_TEXT = defineText({
  backup: {
    zh: '这是整机备份，不是数据包。请在“数据”页面用“恢复备份”打开',
    en: 'this is a backup of a whole browser, not a package; restore it on the screen Data',
  },
  noZip: { zh: '不是数据包，或文件不完整', en: 'this is no package, or the file is not whole' },
  tooLarge: {
    zh: '文件太大：{size}，上限 {limit}',
    en: 'the file is too large: {size}, at most {limit}',
  },
  bomb: {
    zh: '解压后共 {size}，上限 {limit}，不予打开',
    en: 'unpacked it would take {size}, at most {limit}: not opened',
  },
  encrypted: { zh: '压缩包加了密，无法核对', en: 'the archive is encrypted and cannot be checked' },
  badName: {
    zh: '压缩包里有不该有的文件“{name}”',
    en: 'the archive holds a file that does not belong in it: "{name}"',
  },
  twice: { zh: '“{name}”在压缩包里出现两次', en: '"{name}" stands twice in the archive' },
  noManifest: { zh: '缺少清单 manifest.json，或无法读取', en: 'manifest.json is missing or cannot be read' },
  newer: {
    zh: '由更新版本的产品生成（格式 {format}），本机最多读到 {own}。请先更新本机',
    en: 'made by a newer version of the product (format {format}; this one reads up to {own}): update this one first',
  },
  shape: { zh: '清单 {path}：应为{expected}', en: 'manifest {path}: {expected} expected' },
  digest: {
    zh: '清单被改动：总校验码与内容不符',
    en: 'the manifest was changed: its digest does not fit what it says',
  },
  missing: { zh: '缺少“{name}”', en: '"{name}" is missing' },
  unlisted: { zh: '“{name}”不在清单中', en: '"{name}" is not in the manifest' },
  broken: { zh: '“{name}”无法解压', en: '"{name}" cannot be unpacked' },
  changed: {
    zh: '“{name}”被改动：校验码与清单不符',
    en: '"{name}" was changed: its digest is not that of the manifest',
  },
  noJson: { zh: '“{name}”不是完整的 JSON', en: '"{name}" is no JSON, or cut off' },
  part: { zh: '“{name}”{path}：应为{expected}', en: '"{name}" {path}: {expected} expected' },
  regions: { zh: '“regions.csv”第{row}行：{detail}', en: '"regions.csv" line {row}: {detail}' },
  list: { zh: '一个列表', en: 'a list' },
});
