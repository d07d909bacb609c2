/**
 * Makes a fresh clone ready: Node checked, packages installed exactly as locked, and with `--browser` a Chromium
 * found or installed. Runs before anything is installed, so it uses nothing but Node's own modules until then.
 * All words go to stderr: stdout belongs to the command that called.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules/.fengsui-stamp');
const browserFile = join(root, 'node_modules/.cache/fengsui/browser.json');
const isWindows = process.platform === 'win32';

export async function ensure({ browser = false, quiet = false } = {}) {
  const say = quiet ? () => {} : (text) => console.error(text);
  checkNode();
  installPackages(say);
  if (browser) await ensureBrowser(say);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `烽燧需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`,
    `Fengsui needs Node.js 20.19 or later; this is ${process.versions.node}.`,
  );
}

/** The stamp lies in node_modules, which `npm ci` removes first: an interrupted install is never taken for a whole one. */
function installPackages(say) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('正在安装依赖 / Installing packages …');
  const ci = ['ci', '--no-audit', '--no-fund', '--prefer-offline'];
  const npmCli = process.env.npm_execpath;
  const ran = npmCli?.endsWith('.js') ? run(process.execPath, [npmCli, ...ci]) : run('npm', ci, { shell: isWindows });
  if (!ran)
    stop(
      '依赖安装失败（npm ci），原因见上。请检查网络或 npm 镜像设置后重试。',
      'Packages could not be installed (npm ci); the reason stands above. Check the network or the npm registry setting, then try again.',
    );
  writeFileSync(stampFile, wanted);
}

async function ensureBrowser(say) {
  ensureChineseFonts(say);
  let path = findBrowser();
  if (canApt() && !(path && findShell())) {
    say('正在安装 Chromium / Installing Chromium with apt …');
    aptInstall(...(path ? [] : ['chromium']), SHELL);
    path = findBrowser();
  }
  if (!path) {
    const { chromium } = await import('@playwright/test');
    const own = chromium.executablePath();
    if (!existsSync(own)) {
      say('正在下载 Chromium / Downloading Chromium …');
      run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', '--no-shell', 'chromium']);
    }
    if (existsSync(own)) path = own;
  }
  if (!path)
    stop(
      '浏览器测试需要 Chromium、Chrome 或 Edge：请安装其一，或用环境变量 FENGSUI_CHROMIUM 指明可执行文件。',
      'The browser tests need Chromium, Chrome or Edge: install one of them, or name its executable in FENGSUI_CHROMIUM.',
    );
  mkdirSync(join(browserFile, '..'), { recursive: true });
  const shellPath = process.env.FENGSUI_CHROMIUM ? undefined : findShell();
  writeFileSync(browserFile, JSON.stringify({ executablePath: path, shellPath }));
  say(`浏览器 / Browser: ${path}${shellPath ? ` · ${shellPath}` : ''}`);
}

/** Chromium without its own windows: the same pages for two thirds of the processor time. */
const SHELL = 'chromium-headless-shell';

function findShell() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, SHELL))
    .find((path) => existsSync(path));
}

function findBrowser() {
  const { FENGSUI_CHROMIUM, CHROME_PATH, PATH = '', LOCALAPPDATA, PROGRAMFILES } = process.env;
  if (FENGSUI_CHROMIUM && !existsSync(FENGSUI_CHROMIUM))
    stop(
      `FENGSUI_CHROMIUM 指向的文件不存在：${FENGSUI_CHROMIUM}`,
      `FENGSUI_CHROMIUM names a file that does not exist: ${FENGSUI_CHROMIUM}`,
    );
  const places = [FENGSUI_CHROMIUM, CHROME_PATH];
  if (isWindows) {
    for (const base of [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA])
      if (base)
        for (const app of ['Google/Chrome', 'Chromium', 'Microsoft/Edge'])
          places.push(join(base, app, 'Application', app === 'Microsoft/Edge' ? 'msedge.exe' : 'chrome.exe'));
  } else if (process.platform === 'darwin') {
    for (const app of ['Google Chrome', 'Chromium', 'Microsoft Edge'])
      places.push(`/Applications/${app}.app/Contents/MacOS/${app}`);
  } else {
    const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];
    for (const name of names) for (const folder of PATH.split(delimiter)) places.push(join(folder, name));
  }
  // On Linux a place may hold a stub that only says "install the snap": it must answer.
  const answers = (path) =>
    process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
  return places.find((path) => path && existsSync(path) && answers(path));
}

/** Without a Chinese font every screenshot shows boxes, and text is measured wrongly. */
function ensureChineseFonts(say) {
  if (process.platform !== 'linux') return;
  if (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()) return;
  if (!canApt()) return say('未找到中文字体，截图会显示方框 / No Chinese font found: screenshots will show boxes.');
  say('正在安装中文字体 / Installing a Chinese font with apt …');
  aptInstall('fontconfig', 'fonts-noto-cjk');
}

/** Debian only: on its derivatives the package `chromium` may be an empty pointer to another store. */
function canApt() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

let aptUpdated = false;
function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!aptUpdated) aptUpdated = run('apt-get', ['-qq', 'update'], { env });
  // apt's own progress is hundreds of lines; what goes wrong it says on stderr.
  return run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 2],
  });
}

/** Everything the child says goes to stderr. */
function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options }).status === 0;
}

function stop(chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await ensure({ browser: process.argv.includes('--browser'), quiet: process.argv.includes('--quiet') });
