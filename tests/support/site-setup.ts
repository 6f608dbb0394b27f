import { execFileSync } from 'node:child_process';
import { BUILDS, ROOT, SITE_URL } from './built.ts';
import { ensureChromium } from './chromium.ts';
import { outsideOfTests } from './environment.ts';

/** Builds the site twice, at the root and under a base path, and makes sure that there is a browser. */
export function setup(): void {
  ensureChromium();
  for (const { base, folder } of BUILDS)
    execFileSync('astro', ['build', '--outDir', folder, '--silent'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...outsideOfTests(), SITE_URL, BASE_PATH: base, GITHUB_REPOSITORY: 'owner/catalogue' },
    });
}
