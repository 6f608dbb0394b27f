import * as clack from '@clack/prompts';
import type { Answers } from '../../domain/entry/answers.ts';
import { entryFile, type NewFile } from '../../domain/entry/entry-file.ts';
import { factsOf } from '../../domain/entry/facts.ts';
import { suggestIds } from '../../domain/entry/ids.ts';
import { withDefaults } from '../../domain/entry/defaults.ts';
import { withIds } from '../../domain/entry/resolve.ts';
import { similarProjects } from '../../domain/entry/similar.ts';
import { vocabularyFiles } from '../../domain/entry/vocabulary.ts';
import { t } from '../../i18n/index.ts';
import { LICENSE_STATES } from '../../schema/licensing.ts';
import { Cancelled } from './ask.ts';
import { openContent, type Content } from './content.ts';
import { parseCommand, usage, UsageError, type Command } from './flags.ts';
import { lookUp, withRepository } from './github-repository.ts';
import { interviewFor } from './interview.ts';
import { FileExistsError, isAllowedPath, writeAnswered } from './write-files.ts';
import { printHuman } from '../reporters/human.ts';

const words = t.contribute.cli;

/** Where the command runs: what it reads of the environment, and where its words go. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** The day, `YYYY-MM-DD`. */
  today: string;
  /** True where somebody can be asked. */
  isTerminal: boolean;
  root: string;
  /** The file itself, for `--dry-run` to be piped on. */
  print: (text: string) => void;
  /** Everything else. */
  say: (text: string) => void;
}

const ask =
  (command: Command, { env }: Surroundings) =>
  (url: string) =>
    command.offline
      ? Promise.resolve('skipped' as const)
      : lookUp(url, { api: env['GITHUB_API_URL'], token: env['GITHUB_TOKEN'] });

/** Fills what the command line left open without asking anybody: from GitHub, from names. */
async function fill(command: Command, content: Content, here: Surroundings): Promise<Record<string, string>> {
  const { say, today } = here;
  let answers: Record<string, string> = { ...command.answers };
  const named = { name: answers['name'] ?? '', repo: answers['links.repo'] ?? '' };
  const alike = similarProjects(content.known.projects, content.names(), named);
  if (alike.length > 0)
    say(`${words.similar}\n${alike.map(({ id, because }) => `  ${id}（${words.because[because]}）`).join('\n')}`);
  if (named.repo !== '') {
    const found = await ask(command, here)(named.repo);
    if (typeof found === 'string') say(words.offline(words.offlineReasons[found]));
    else {
      say(words.found(found.full_name));
      answers = withRepository(answers, found, content.known, today);
    }
  }
  const taken = new Set(content.known.projects.map(({ id }) => id));
  answers['id'] ??= suggestIds(named.name, named.repo, taken)[0] ?? '';
  return answers;
}

async function write(files: readonly NewFile[], { root, say }: Surroundings): Promise<boolean> {
  let complete = true;
  for (const file of files)
    try {
      await writeAnswered(root, file);
      say(words.wrote(file.path));
    } catch (error) {
      if (!(error instanceof FileExistsError)) throw error;
      say(words.exists(file.path));
      complete = false;
    }
  return complete;
}

/** Says which files an unknown organisation or licence needs, and how to have them written. */
function missingFiles(answers: Answers, files: readonly NewFile[], { known }: Content): string[] {
  const written = new Set(files.map(({ path }) => path));
  const facts = factsOf(answers) as { organizations?: string[]; licenses?: Record<string, string> };
  const named = {
    organizations: facts.organizations ?? [],
    licenses: Object.values(facts.licenses ?? {}).filter((id) => !(LICENSE_STATES as readonly string[]).includes(id)),
  };
  return (['organizations', 'licenses'] as const).flatMap((folder) =>
    named[folder]
      .filter((id) => !known[folder].some((one) => one.id === id) && !written.has(`content/${folder}/${id}.yml`))
      .flatMap((id) => [
        words.missingFile(`content/${folder}/${id}.yml`),
        words.makeFile(`new-${folder.slice(0, -1)}`, id),
      ]),
  );
}

/** Makes the files and checks them; gives the exit code. */
async function make(command: Command, here: Surroundings): Promise<number> {
  const { root, say, print, today } = here;
  const isTalking = !command.yes && here.isTerminal;
  if (isTalking) clack.intro(words.title);
  else if (!command.yes) say(words.notTerminal);
  const content = await openContent(root, today);
  const answers = isTalking
    ? await interviewFor({ content, today, lookUp: ask(command, here) }, command.answers)
    : await fill(command, content, here);
  const all = withIds(withDefaults(answers, { ...t.contribute, today }), content.known);
  const entry = entryFile(all);
  const files = [entry, ...vocabularyFiles(all)];
  const unwritable = files.find(({ path }) => !isAllowedPath(path));
  if (unwritable) {
    say(words.badId(unwritable.path.replace(/^.*\/|\.\w+$/g, '')));
    return 1;
  }
  const findings = content.check(files);
  if (command.dryRun)
    for (const file of files) {
      say(words.wouldWrite(file.path));
      print(file.text);
    }
  else if (!(await write(files, here))) return 1;
  say(printHuman(findings, files.length));
  if (findings.some(({ severity }) => severity === 'error')) {
    for (const line of missingFiles(all, files, content)) say(line);
    if (!command.dryRun) say(words.fix);
    return 1;
  }
  if (!command.dryRun)
    say([`${words.nextTitle}：`, ...words.next(entry.path).map((step, i) => `  ${i + 1}. ${step}`)].join('\n'));
  return 0;
}

/** Runs the command; gives the exit code: 0 done, 1 something to correct, 2 not understood, 130 stopped. */
export async function runNew(args: readonly string[], here: Surroundings): Promise<number> {
  const { print, say } = here;
  try {
    const command = parseCommand(args);
    if (command.help) {
      print(usage());
      return 0;
    }
    return await make(command, { ...here, root: command.root ?? here.root });
  } catch (error) {
    if (error instanceof Cancelled) {
      clack.cancel(words.cancelled);
      return 130;
    }
    if (error instanceof UsageError) {
      say(error.message);
      return 2;
    }
    // The file system said no: its own sentence names the file. Anything else is a mistake of ours and may say so.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    say(words.failed((error as Error).message));
    return 1;
  }
}
