import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { printHuman } from '../cli/reporters/human.ts';
import { buildDate } from '../build-date.ts';
import { readContent } from '../files/read-content.ts';
import { checkSources } from '../rules/check.ts';

/**
 * Stops a build whose content has findings, listing every one with file and line, before Astro looks at it:
 * Astro alone logs a dangling reference and goes on. In development the findings are a warning.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const sources = await readContent(fileURLToPath(config.root));
        const findings = checkSources(sources, buildDate);
        if (findings.length === 0) return;
        const report = printHuman(findings, sources.length);
        if (command === 'build' && findings.some(({ severity }) => severity === 'error')) {
          const error = new Error(`内容没有通过检查，不生成网站。\n${report}`);
          // The mistake is in the content: where this code stands helps nobody.
          error.stack = '';
          throw error;
        }
        logger.warn(`\n${report}`);
      },
    },
  };
}
