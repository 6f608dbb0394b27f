import { buildDate } from '../build-date.ts';
import { t } from '../i18n/index.ts';
import { runNew } from './entry/run-new.ts';

process.on('SIGINT', () => {
  console.error(t.contribute.cli.cancelled);
  process.exit(130);
});
process.exitCode = await runNew(process.argv.slice(2), {
  env: process.env,
  today: buildDate,
  isTerminal: process.stdin.isTTY === true,
  root: process.cwd(),
  print: (text) => console.log(text),
  say: (text) => console.error(text),
});
