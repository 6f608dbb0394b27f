import type { KnownFile } from '../domain/entry/known.ts';

interface Choice {
  value: string;
  label: string;
}

function fill(id: string, choices: readonly Choice[]): void {
  document.getElementById(id)?.replaceChildren(
    ...choices.map(({ value, label }) => {
      const option = document.createElement('option');
      option.value = value;
      option.label = label;
      return option;
    }),
  );
}

/** Puts what the catalogue knows into the lists that fields suggest from. `states` are the answers that are no licence. */
export function suggestKnown(
  { projects, organizations, licenses }: KnownFile,
  states: Readonly<Record<string, string>>,
): void {
  const label = ({ name, zhName }: { name: string; zhName?: string | undefined }) =>
    zhName ? `${name} ${zhName}` : name;
  fill(
    'known-projects',
    projects.map((one) => ({ value: one.id, label: label(one) })),
  );
  fill(
    'known-organizations',
    organizations.map((one) => ({ value: one.id, label: label(one) })),
  );
  fill('known-licenses', [
    ...Object.entries(states).map(([value, word]) => ({ value, label: word })),
    ...licenses.map(({ id, name }) => ({ value: id, label: name })),
  ]);
}

/** Puts the entry's own variants and evidence into theirs. */
export function suggestOwn(answers: Readonly<Record<string, string>>): void {
  const own = (pattern: RegExp) =>
    Object.entries(answers)
      .filter(([path]) => pattern.test(path))
      .map(([, value]) => ({ value, label: '' }));
  fill('known-variants', own(/^variants\.\d+\.name$/));
  fill('known-evidence', own(/^evidence\.\d+\.id$/));
}
