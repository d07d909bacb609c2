/**
 * Writes THIRD-PARTY.md from the installed packages that the product runs with; `--check` only compares.
 * Fails on a licence that a government office could not simply use.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const accepted =
  /^\(?(MIT|BSD-[23]-Clause|Apache-2\.0|ISC|0BSD|CC0-1\.0|Zlib|BlueOak-1\.0\.0|Python-2\.0|Unlicense|MIT-0)\b/;
const target = join(root, 'THIRD-PARTY.md');

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const rows = new Map();
const refused = [];
for (const [folder, { dev, optional, devOptional, version }] of Object.entries(packages)) {
  const file = join(root, folder, 'package.json');
  // Optional ones are another system's binaries, @types are peers that only the compiler reads.
  if (folder === '' || dev || optional || devOptional || folder.includes('node_modules/@types/')) continue;
  const { name, license } = JSON.parse(readFileSync(file, 'utf8'));
  const licence = typeof license === 'string' ? license : (license?.type ?? 'unknown');
  const choices = licence.replace(/[()]/g, '').split(' OR ');
  if (!choices.some((choice) => choice.split(' AND ').every((part) => accepted.test(part))))
    refused.push(`${name}@${version}: ${licence}`);
  rows.set(`${name}@${version}`, `| ${name} | ${version} | ${licence} |`);
}

// Outlines, fonts and the like carry their licence beside them.
const besides = readdirSync(join(root, 'public'), { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => /licen[cs]e/i.test(path))
  .sort()
  .map((path) => `- [public/${path}](public/${path})`);

const text = `# 第三方组件 / Third-party components

由 \`npm run third-party\` 从已安装的包生成，请勿手改。Made by \`npm run third-party\` from the installed packages; not edited by hand.
构建结果中另附各组件的许可全文（\`dist/licenses.md\`）。The build carries the full licence texts of what it bundles (\`dist/licenses.md\`).

| package | version | licence |
| --- | --- | --- |
${[...rows.keys()]
  .sort()
  .map((key) => rows.get(key))
  .join('\n')}
${besides.length > 0 ? `\n## 数据与素材 / Data and assets\n\n${besides.join('\n')}\n` : ''}`;

if (refused.length > 0)
  stop(`Licences that are not on the accepted list (scripts/third-party.mjs):\n${refused.join('\n')}`);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, 'utf8').replaceAll('\r\n', '\n') !== text)
  stop('THIRD-PARTY.md is out of date: run npm run third-party.');
console.log(`${rows.size} packages, every licence accepted`);

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
