import type { SearchDialog } from '../client/search-dialog.ts';
import { withDefaults } from '../domain/entry/defaults.ts';
import { idOf } from '../domain/entry/id-of.ts';
import type { FormWords } from '../domain/entry/form-words.ts';
import type { KnownFile } from '../domain/entry/known.ts';
import { similarProjects, type NameSearch } from '../domain/entry/similar.ts';
import { withNewFile } from '../domain/paths.ts';
import type { FormChecker, Outcome, Problem } from './check-form.ts';
import { dropDraft, loadDraft, saveDraft } from './draft.ts';
import { addRow, controlsOf, readAnswers, writeAnswers } from './form-values.ts';
import { addItem, ensureItem, removeItem } from './repeatable.ts';
import { showCard, showFiles } from './show-preview.ts';
import { goTo, showAtFields, showSummary } from './show-problems.ts';
import { showSimilar } from './show-similar.ts';
import { suggestKnown, suggestOwn } from './suggestions.ts';

/** How long after the last key the answers are checked, in milliseconds. */
const PAUSE = 250;

/** Where a reference to something unknown can be answered with a file of its own. */
const MAKES = [
  { path: /^organizations$/, group: 'newOrganizations', word: 'makeOrganization' },
  { path: /^licenses\.|\.license$/, group: 'newLicenses', word: 'makeLicense' },
] as const;

async function fetchJson<Data>(address: string): Promise<Data> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Data;
}

/**
 * The form for a new entry, or with `?from=` for correcting one: checks what is written by the rules of the checker,
 * shows what it becomes, keeps a draft, and hands the file over to GitHub. The rules and the catalogue are fetched
 * when the form is there; until then it takes answers and keeps them.
 */
class EntryForm extends HTMLElement {
  #abort = new AbortController();
  #words!: FormWords;
  #form!: HTMLFormElement;
  #known: KnownFile | undefined;
  #search: NameSearch | undefined;
  #checker: FormChecker | undefined;
  #suggestId: ((name: string, repo: string) => string) | undefined;
  #outcome: Outcome | undefined;
  /** Entry that is being corrected. */
  #from: string | undefined;
  /** Fields that were left: what is wrong with them is told; with the others only when somebody asks. */
  #left = new Set<string>();
  #all = false;
  #isPressed = false;
  #timer = 0;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#words = JSON.parse(this.dataset['words']!) as FormWords;
    this.#form = this.querySelector<HTMLFormElement>('[data-form]')!;
    this.#from = new URLSearchParams(location.search).get('from') ?? undefined;
    this.#form.addEventListener('input', (event) => this.#input(event), { signal });
    this.#form.addEventListener('focusout', (event) => this.#leave(event), { signal });
    this.#form.addEventListener('click', (event) => this.#click(event), { signal });
    this.#form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#verdict();
      },
      { signal },
    );
    document.addEventListener('pointerdown', () => (this.#isPressed = true), { signal });
    for (const end of ['pointerup', 'pointercancel'])
      document.addEventListener(end, () => (this.#isPressed = false), { signal });
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #part<Part extends HTMLElement>(name: string): Part {
    return this.querySelector<Part>(`[data-${name}]`)!;
  }

  #say(text: string): void {
    this.#part('status').textContent = text;
  }

  #today(): string {
    // The checker's day is UTC's: a local date could be tomorrow's there.
    return new Date().toISOString().slice(0, 10);
  }

  #address(name: 'source' | 'project' | 'edit', id: string): string {
    return this.dataset[name]!.replace('*', encodeURIComponent(id));
  }

  async #start(): Promise<void> {
    const draft = loadDraft(this.#from);
    if (this.#from === undefined) this.#fill(draft?.answers ?? {});
    this.#say(this.#words.loading);
    try {
      const [rules, known] = await Promise.all([
        import('./check-form.ts'),
        fetchJson<KnownFile>(this.dataset['known']!),
      ]);
      this.#known = known;
      suggestKnown(known, this.#words.licenseStates);
      this.#suggestId = (name, repo) => rules.suggestId(known, name, repo);
      const original = await this.#original();
      this.#checker = rules.formChecker(known, this.#today(), this.#words.idMissing, original);
      if (original !== undefined) this.#correct(rules.answersFromFile(original) ?? {}, draft?.answers);
      this.#say('');
    } catch {
      this.#say(this.#words.failed);
    }
    if (draft) this.#note(this.#words.restored.replace('{date}', draft.saved.slice(0, 10)));
    if (this.#abort.signal.aborted) return;
    this.#refresh();
    this.dataset['ready'] = '';
    this.#search = await this.#loadSearch().catch(() => undefined);
    this.#similar(readAnswers(this.#form));
  }

  /** The file of the entry that is to be corrected; undefined for a new one. */
  async #original(): Promise<string | undefined> {
    if (this.#from === undefined) return undefined;
    const response =
      /^[a-z0-9.-]+$/.test(this.#from) && this.#known!.projects.some(({ id }) => id === this.#from)
        ? await fetch(this.#address('source', this.#from))
        : undefined;
    if (response?.ok) return response.text();
    this.#note(this.#words.noEntry.replace('{id}', this.#from));
    this.#from = undefined;
    this.#fill({});
    return undefined;
  }

  #note(text: string): void {
    const note = this.#part('note');
    note.textContent = [note.textContent, text].filter(Boolean).join(' ');
  }

  /** Puts answers into the form; a new one begins with a source to name. */
  #fill(answers: Readonly<Record<string, string>>): void {
    writeAnswers(this.#form, answers, (group, place) => ensureItem(this.#form, group, place));
    if (!this.querySelector('[data-repeated="evidence"] [data-item]')) {
      const item = ensureItem(this.#form, 'evidence', 0);
      const day = item?.querySelector<HTMLInputElement>('[name$=".accessed"]');
      if (day) day.value = this.#today();
    }
    // What is answered stands open.
    for (const section of this.#form.querySelectorAll<HTMLDetailsElement>('[data-section]')) {
      const key = section.dataset['section']!;
      if (Object.keys(answers).some((path) => path.split('.')[0] === key)) section.open = true;
    }
  }

  #correct(answers: Readonly<Record<string, string>>, draft: Readonly<Record<string, string>> | undefined): void {
    this.#fill(draft ?? { ...answers, id: this.#from! });
    const [id] = controlsOf(this.#form, 'id') as HTMLInputElement[];
    id!.value = this.#from!;
    id!.readOnly = true;
    this.#note(this.#words.editing.replace('{name}', answers['name'] ?? this.#from!));
    this.#part('submit').textContent = this.#words.edit;
    const title = document.querySelector('[data-title]');
    if (title) title.textContent = this.#words.correcting.replace('{name}', answers['name'] ?? this.#from!);
  }

  #input(event: Event): void {
    const { name } = event.target as HTMLInputElement;
    if (name === 'id') this.#part('form').dataset['ownId'] = '';
    if (name === 'name' || name === 'links.repo') this.#proposeId();
    this.#soon();
  }

  /** Checks a little later: while a button is pressed nothing may move it away from under the pointer. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.#isPressed ? this.#soon() : this.#changed()), PAUSE);
  }

  /** Makes the id from the name for as long as nobody writes one. */
  #proposeId(): void {
    const [id] = controlsOf(this.#form, 'id') as HTMLInputElement[];
    if (this.#from !== undefined || (this.#part('form').dataset['ownId'] === '' && id!.value !== '')) return;
    const { name = '', 'links.repo': repo = '' } = readAnswers(this.#form);
    id!.value = this.#suggestId?.(name, repo) ?? idOf(name);
  }

  #changed(): void {
    clearTimeout(this.#timer);
    const answers = readAnswers(this.#form);
    if (!saveDraft(this.#from, answers, new Date())) this.#note(this.#words.notSaved);
    this.#refresh();
  }

  #leave(event: FocusEvent): void {
    const { name, value } = event.target as HTMLInputElement;
    if (!name || (!value && !this.#left.has(name))) return;
    this.#left.add(name);
    this.#soon();
  }

  /** Checks what is written and shows what it becomes. */
  #refresh(): void {
    const said = readAnswers(this.#form);
    suggestOwn(said);
    this.#similar(said);
    if (!this.#checker || !this.#known) return;
    const { added, unreadLicense } = this.#words;
    const answers = withDefaults(said, {
      today: this.#today(),
      unreadLicense,
      ...(this.#from === undefined ? { added } : {}),
    });
    this.#outcome = this.#checker.check(answers);
    showCard(this, this.#outcome, said, this.#known, this.#words);
    showFiles(this, this.#outcome.files, this.dataset['newFile']!);
    this.#link(this.#outcome);
    this.#showProblems(this.#outcome.problems);
  }

  #showProblems(problems: readonly Problem[]): void {
    const { inFile } = this.#words;
    showAtFields(this.#form, problems, (path) => this.#all || this.#left.has(path), inFile);
    this.#offerFiles(problems);
    if (this.#all) showSummary(this.#form, this.#part('errors'), problems, inFile);
  }

  /** Beside an unknown organisation or licence, offers to write its file. */
  #offerFiles(problems: readonly Problem[]): void {
    for (const { code, path, actual } of problems) {
      const make = MAKES.find((one) => one.path.test(path));
      const place = this.#form.querySelector<HTMLElement>(
        `[data-path="${CSS.escape(path)}"] > [data-error]:not([hidden])`,
      );
      if (!['reference', 'bad-value'].includes(code) || !make || !actual || !place) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'text-button';
      button.textContent = this.#words[make.word].replace('{name}', actual);
      Object.assign(button.dataset, { make: make.group, name: actual });
      place.append(' ', button);
    }
  }

  #makeFile({ make: group, name }: DOMStringMap): void {
    const item = addItem(this.#form, group!)!;
    const set = (key: string, value: string) => {
      item.querySelector<HTMLInputElement>(`[name$=".${key}"]`)!.value = value;
    };
    // Licences keep the case of their SPDX identifier.
    const id = group === 'newLicenses' && /^[A-Za-z0-9.-]+$/.test(name!) ? name! : idOf(name!);
    set('id', id);
    set('name', name!);
    for (const control of this.#form.querySelectorAll<HTMLInputElement>('input'))
      if (control.value.trim() === name && !item.contains(control) && control.name !== 'name') control.value = id;
    goTo(this.#form, `${group!}.${item.dataset['item']}.${id === '' ? 'id' : 'name'}`);
    this.#changed();
  }

  /** Fetches the search's code and names; the form goes on without them where they do not come. */
  async #loadSearch(): Promise<NameSearch> {
    const { findNames, loadNames, nearNames } = await document.querySelector<SearchDialog>('search-dialog')!.code();
    return { index: await loadNames(this.dataset['names']!), findNames, nearNames };
  }

  #similar(answers: Readonly<Record<string, string>>): void {
    if (!this.#known) return;
    const found = similarProjects(this.#known.projects, this.#search, {
      name: answers['name'] ?? '',
      repo: answers['links.repo'] ?? '',
      own: this.#from,
    });
    const project = (id: string) => this.#address('project', id);
    const correct = (id: string) => `${location.pathname}?from=${encodeURIComponent(id)}`;
    showSimilar(this.#part('similar'), found, this.#words, { project, correct });
  }

  /** Where the file goes: GitHub's page for new files with the text in it, or the editor of the old one. */
  #link({ files: [entry] }: Outcome): boolean {
    const link = this.#part<HTMLAnchorElement>('submit');
    if (this.#from !== undefined) {
      link.href = this.dataset['edit']!.replace('*', entry!.path);
      return false;
    }
    const { href, complete } = withNewFile(this.dataset['newFile']!, entry!.path, entry!.text);
    link.href = href;
    return complete;
  }

  /** Tells all that is to be corrected, with the focus on it; true where the file may go. */
  #verdict(): boolean {
    this.#all = true;
    this.#changed();
    if (!this.#outcome) return false;
    const errors = this.#outcome.problems.filter(({ severity }) => severity === 'error');
    this.#say(errors.length === 0 ? this.#words.passed : this.#words.problems.replace('{n}', String(errors.length)));
    if (errors.length > 0) this.#part('errors').focus();
    return errors.length === 0;
  }

  async #copy(done: string): Promise<void> {
    const [entry] = this.#outcome?.files ?? [];
    try {
      await navigator.clipboard.writeText(entry?.text ?? '');
      this.#say(done);
    } catch {
      this.#say(this.#words.notCopied);
    }
  }

  #submit(event: Event): void {
    const ok = this.#verdict();
    if (ok && this.#outcome?.unchanged) this.#say(this.#words.same);
    if (!ok || this.#outcome?.unchanged) event.preventDefault();
    else if (!this.#link(this.#outcome!))
      void this.#copy(this.#from === undefined ? this.#words.tooLong : this.#words.copied);
  }

  #click(event: Event): void {
    const target = (event.target as Element).closest<HTMLElement>('button, a');
    if (!target) return;
    const { dataset } = target;
    if ('add' in dataset) {
      const item = addItem(this.#form, target.closest<HTMLElement>('[data-repeated]')!.dataset['repeated']!);
      item?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    } else if ('remove' in dataset) {
      removeItem(target.closest<HTMLElement>('[data-item]')!).focus();
      this.#say(this.#words.removed);
      this.#changed();
    } else if ('addRow' in dataset) addRow(target.closest<HTMLElement>('[data-rows]')!).focus();
    else if ('goTo' in dataset) goTo(this.#form, dataset['goTo']!);
    else if ('make' in dataset) this.#makeFile(dataset);
    else if ('copy' in dataset) void this.#copy(this.#words.copied);
    else if ('submit' in dataset) this.#submit(event);
    else if ('clear' in dataset && confirm(this.#words.clearSure)) {
      dropDraft(this.#from);
      location.reload();
    }
  }
}

customElements.define('entry-form', EntryForm);
