import * as clack from '@clack/prompts';
import { joinList, splitList } from '../../domain/entry/answers.ts';
import { isUntrained, isWithoutWeights } from '../../domain/catalog/kinds.ts';
import { PROJECT_QUESTIONS } from '../../domain/entry/fields.ts';
import { idOf } from '../../domain/entry/id-of.ts';
import { suggestIds } from '../../domain/entry/ids.ts';
import { similarProjects } from '../../domain/entry/similar.ts';
import { NEW_GROUPS } from '../../domain/entry/new-groups.ts';
import { LICENSE_STATES } from '../../schema/licensing.ts';
import type { ProjectKind } from '../../schema/project.ts';
import { idSchema, licenseIdSchema } from '../../schema/ids.ts';
import { urlSchema } from '../../schema/url.ts';
import { organizationSchema } from '../../schema/organization.ts';
import { t } from '../../i18n/index.ts';
import { fieldHelp, fieldLabel } from '../../outputs/entry-words.ts';
import { answered, askField, askGroup, askOne, askSeveral, askYes, Cancelled, question } from './ask.ts';
import type { Content } from './content.ts';
import { isMoved, withRepository, type Miss, type Repository } from './github-repository.ts';

const words = t.contribute.cli;

/** Stands for "not in the list" among choices; no id has a blank. */
const NEW = ' new';

type Answers = Record<string, string>;

interface Interview {
  content: Content;
  today: string;
  /** Asks GitHub, or says why it did not. */
  lookUp: (url: string) => Promise<Repository | Miss>;
}

/** Shows entries that may be the same project, and stops where the person says that it is. */
async function showSimilar({ content }: Interview, answers: Answers): Promise<void> {
  const named = { name: answers['name'] ?? '', repo: answers['links.repo'] ?? '' };
  const found = similarProjects(content.known.projects, content.names(), named);
  if (found.length === 0) return;
  clack.note(
    found.map(({ id, name, because }) => `${name}（${id}）：${words.because[because]}`).join('\n'),
    words.similar,
  );
  const isSame = found.some(({ because }) => because !== 'alike');
  if (!(await askYes(words.goOn, !isSame))) throw new Cancelled();
}

async function learn(interview: Interview, answers: Answers): Promise<Answers> {
  const repo = answers['links.repo'] ?? '';
  if (repo === '') return answers;
  const spinner = clack.spinner();
  spinner.start(words.asking);
  const found = await interview.lookUp(repo);
  if (typeof found === 'string') {
    spinner.stop(words.offline(words.offlineReasons[found]));
    return answers;
  }
  spinner.stop(words.found(found.full_name));
  if (isMoved(found, repo)) clack.log.info(words.moved(repo, `https://github.com/${found.full_name}`));
  if (found.description) clack.log.info(words.description(found.description));
  return withRepository(answers, found, interview.content.known, interview.today);
}

async function askId({ content }: Interview, answers: Answers): Promise<string> {
  const taken = new Set(content.known.projects.map(({ id }) => id));
  const suggested = suggestIds(answers['name'] ?? '', answers['links.repo'] ?? '', taken);
  const choice = answered(
    await clack.select({
      showInstructions: false,
      message: words.id,
      options: [...suggested.map((id) => ({ value: id, label: id })), { value: NEW, label: words.otherId }],
    }),
  );
  if (choice !== NEW) return choice;
  return answered(
    await clack.text({
      message: t.contribute.idHelp,
      validate(value) {
        if (taken.has(value ?? '')) return words.taken(value ?? '');
        return idSchema.safeParse(value).error?.issues[0]?.message;
      },
    }),
  );
}

async function askLine(path: string, check: (text: string) => string | undefined, initial = ''): Promise<string> {
  const validate = (value: string | undefined) => check((value ?? '').trim());
  return answered(await clack.text({ message: fieldLabel(path), initialValue: initial, validate }));
}

const problemIn = (schema: typeof idSchema | typeof urlSchema) => (text: string) =>
  schema.safeParse(text).error?.issues[0]?.message;
const optional = (check: (text: string) => string | undefined) => (text: string) =>
  text === '' ? undefined : check(text);
const given = (text: string) => (text === '' ? words.required : undefined);

/** Asks for the few facts of a minimal organisation file; gives its id and the answers. */
async function askOrganization(place: number, today: string): Promise<Answers> {
  const group = NEW_GROUPS.organizations;
  const name = await askLine(`${group}.name`, given);
  const id = await askLine(`${group}.id`, problemIn(idSchema), idOf(name));
  const kinds = organizationSchema.shape.kind.options;
  const kind = answered(
    await clack.select({
      showInstructions: false,
      message: fieldLabel(`${group}.kind`),
      options: kinds.map((value) => ({ value: String(value), label: t.organizationKind[value] })),
    }),
  );
  const homepage = await askLine(`${group}.homepage`, optional(problemIn(urlSchema)));
  const facts = { id, name, kind, homepage, accessed: homepage ? today : '' };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [`${group}.${place}.${key}`, value]));
}

async function askOrganizations({ content, today }: Interview, answers: Answers): Promise<Answers> {
  const ids = new Set(content.known.organizations.map(({ id }) => id));
  const initial = splitList(answers['organizations'] ?? '', false).filter((id) => ids.has(id));
  const extra = [{ value: NEW, label: words.newOrganization }];
  const chosen = await askSeveral(words.organizations, content.known.organizations, extra, initial);
  const known = chosen.filter((id) => id !== NEW);
  if (!chosen.includes(NEW)) return { organizations: joinList(known) };
  const made = await askOrganization(0, today);
  return { ...made, organizations: joinList([...known, made[`${NEW_GROUPS.organizations}.0.id`]!]) };
}

async function askLicense(
  { content, today }: Interview,
  path: string,
  place: number,
  initial: string,
): Promise<Answers> {
  const states = LICENSE_STATES.map((value) => ({ value, label: t.licenseState[value] }));
  const extra = [...states, { value: NEW, label: words.newLicense }];
  const chosen = await askOne(fieldLabel(path), content.known.licenses, extra, initial || 'unknown');
  if (chosen !== NEW) return { [path]: chosen };
  const group = NEW_GROUPS.licenses;
  const name = await askLine(`${group}.name`, given);
  const id = await askLine(`${group}.id`, problemIn(licenseIdSchema), idOf(name));
  const text = await askLine(`${group}.text`, problemIn(urlSchema));
  const facts = { id, name, text, summary: t.contribute.unreadLicense, accessed: today };
  return {
    [path]: id,
    ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [`${group}.${place}.${key}`, value])),
  };
}

/** Questions that are asked only of those who have an answer. */
async function askMore(kind: ProjectKind, answers: Answers): Promise<Answers> {
  const needless = new Set([
    ...(isUntrained(kind) ? ['training'] : []),
    ...(isWithoutWeights(kind) ? ['variants', 'languages', 'hardware'] : []),
  ]);
  const asked = new Set(['licenses', 'links', 'evidence', 'changes', ...Object.keys(answers)]);
  const open = PROJECT_QUESTIONS.filter(
    ({ key, required }) => !required && !needless.has(key) && ![...asked].some((path) => path.split('.')[0] === key),
  );
  const chosen = answered(
    await clack.multiselect({
      showInstructions: false,
      message: words.more,
      options: open.map(({ key, path, description }) => ({
        value: key,
        label: fieldLabel(path),
        hint: fieldHelp({ description, path }),
      })),
      required: false,
    }),
  );
  const more: Answers = {};
  for (const one of open.filter(({ key }) => chosen.includes(key)))
    Object.assign(more, one.type === 'group' ? await askGroup(one) : { [one.path]: await askField(one, '', true) });
  return more;
}

/** Asks whatever the command line left open, in the order in which a person knows things. Throws {@link Cancelled}. */
export async function interviewFor(interview: Interview, said: Readonly<Answers>): Promise<Answers> {
  const { content, today } = interview;
  let answers: Answers = { ...said };
  const ask = async (path: string, required?: boolean) => {
    if (said[path] === undefined) answers[path] = await askField(question(path), answers[path], required);
  };
  if (!answers['name'])
    answers['name'] = answered(
      await clack.text({ message: words.name, validate: (value) => given((value ?? '').trim()) }),
    );
  if (said['links.repo'] === undefined)
    answers['links.repo'] = answered(
      await clack.text({
        message: words.repo,
        validate: (value) => optional(problemIn(urlSchema))((value ?? '').trim()),
      }),
    );
  await showSimilar(interview, answers);
  answers = await learn(interview, answers);
  answers['id'] ||= await askId(interview, answers);
  await ask('zhName');
  await ask('kind');
  if (said['categories'] === undefined)
    answers['categories'] = joinList(
      answered(
        await clack.multiselect({
          showInstructions: false,
          message: words.categories,
          options: content.known.categories.map(({ id, name }) => ({ value: id, label: name, hint: id })),
        }),
      ),
    );
  if (said['organizations'] === undefined) Object.assign(answers, await askOrganizations(interview, answers));
  await ask('summary');
  await ask('aliases');
  await ask('released');
  const kind = answers['kind'] as ProjectKind;
  if (!isWithoutWeights(kind)) await ask('links.weights', answers['links.repo'] === '');
  const layers = isWithoutWeights(kind) ? ['code'] : ['code', 'weights', 'data'];
  for (const [place, layer] of layers.entries()) {
    const path = `licenses.${layer}`;
    if (said[path] === undefined) Object.assign(answers, await askLicense(interview, path, place, answers[path] ?? ''));
  }
  Object.assign(answers, await askMore(kind, answers));
  if (!Object.keys(said).some((path) => path.startsWith('evidence.0.'))) {
    const url = await askLineWith(words.evidence, answers['links.repo'] ?? '');
    Object.assign(answers, { 'evidence.0.url': url, 'evidence.0.accessed': today });
  }
  return answers;
}

async function askLineWith(message: string, initial: string): Promise<string> {
  const validate = (value: string | undefined) => problemIn(urlSchema)((value ?? '').trim());
  return answered(await clack.text({ message, initialValue: initial, validate }));
}
