import type { Finding } from '../../rules/finding.ts';
import { printGitHub } from './github.ts';
import { printHuman, type ErrorPage } from './human.ts';
import { printJson } from './json.ts';
import { printSarif } from './sarif.ts';

type Reporter = (findings: readonly Finding[], fileCount: number, page?: ErrorPage) => string;

/** Ways to print findings, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Reporter>> = {
  human: printHuman,
  github: printGitHub,
  json: printJson,
  sarif: printSarif,
};
