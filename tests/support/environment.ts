/**
 * The environment without what the test runner adds (`NODE_ENV=test`, `DEV=1`, …). With it the site's tools believe to
 * be in development or in a test: the server serves nothing, and a build reads the catalogue anew for each page.
 */
export function outsideOfTests(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:NODE_ENV|VITEST|TEST|MODE|DEV|PROD|SSR|BASE_URL)/.test(name),
  );
  return Object.fromEntries(kept);
}
