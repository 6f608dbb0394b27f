import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CANDIDATES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Debian's packages for the browser and for a font that has Chinese characters. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

function find(): string | undefined {
  return CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));
}

/** Tells whether some font has Chinese characters. Where nothing can be asked (no fontconfig), the system brings its own. */
function hasChineseFont(): boolean {
  try {
    return (
      execFileSync('fc-list', [':lang=zh', 'family'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() !== ''
    );
  } catch {
    return process.platform !== 'linux';
  }
}

function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(): void {
  const run = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run('update', '--quiet');
  run('install', '--quiet', '--yes', '--no-install-recommends', ...PACKAGES);
}

/** Finds the system's Chromium, installing it and a Chinese font where that is possible. Throws one sentence that says what to do otherwise. */
export function ensureChromium(): string {
  if ((!find() || !hasChineseFont()) && mayInstall()) install();
  const path = find();
  if (path) return path;
  throw new Error(
    `浏览器测试要用系统里的 Chromium，没有找到：请安装它（Debian 和 Ubuntu：sudo apt-get install ${PACKAGES.join(' ')}），或者用环境变量 CHROMIUM_PATH 指出它在哪里。`,
  );
}

/** Starts the browser without a profile of its own and without talking to anybody. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
