import { assess, FITS, type Assessment, type Fit } from './assess.ts';
import { GB } from './memory.ts';
import type { ProjectRow } from './rows.ts';
import type { HardwareState } from './state.ts';

/** Versions of one entry for which everything comes out the same, under all their names. */
export interface AnswerLine extends Assessment {
  names: string[];
}

/** An entry with those of its versions that share a fate. */
export interface AnswerItem {
  project: ProjectRow;
  versions: AnswerLine[];
}

/** Everything asked about, each version in exactly one group. */
export type Answer = Record<Fit, AnswerItem[]>;

function isAskedFor({ id, u, zh }: ProjectRow, state: HardwareState): boolean {
  if (state.model) return id === state.model;
  if (state.chineseOnly && zh !== 1) return false;
  return state.use === 'any' || u === 'allowed' || (state.use === 'conditional' && u === 'conditional');
}

const largest = ({ versions }: AnswerItem) => Math.max(...versions.map(({ version }) => version.p ?? 0));
const nearest = ({ versions }: AnswerItem) => Math.max(...versions.map(({ spare }) => spare ?? -Infinity));

/** Orders a group: what misses by how little it misses, the rest as chosen; ties stay in the order of names. */
function sorted(items: AnswerItem[], fit: Fit, { order }: HardwareState): AnswerItem[] {
  if (fit === 'misses' || fit === 'unsure') return items.sort((a, b) => nearest(b) - nearest(a));
  if (order === 'name' || fit === 'unknown') return items;
  if (order === 'released')
    return items.sort((a, b) => ((a.project.r ?? '') < (b.project.r ?? '') ? 1 : a.project.r === b.project.r ? 0 : -1));
  return items.sort((a, b) => largest(b) - largest(a));
}

/** Answers a question: which versions fit, which miss and by how much, which cannot be told. `projects` are in the order of names. */
export function answer(projects: readonly ProjectRow[], state: HardwareState): Answer {
  const groups: Answer = { fits: [], unsure: [], open: [], misses: [], unknown: [] };
  for (const project of projects) {
    if (!isAskedFor(project, state)) continue;
    const all = project.vs.map((_, i) => assess(project, i, state));
    for (const fit of FITS) {
      const versions = all.filter((one) => one.fit === fit);
      if (versions.length > 0) groups[fit].push({ project, versions: merged(bySize(versions, fit)) });
    }
  }
  for (const fit of FITS) groups[fit] = sorted(groups[fit], fit, state);
  return groups;
}

/** Within an entry: the largest that fits first, and of those that do not the one that misses least. */
function bySize(versions: Assessment[], fit: Fit): Assessment[] {
  const size = ({ version }: Assessment) => version.p ?? 0;
  const isShort = fit === 'misses' || fit === 'unsure';
  return versions.sort((a, b) => (isShort ? size(a) - size(b) : size(b) - size(a)));
}

/** Puts versions of one size, shape and answer into one line, in the order of the first of each. */
function merged(versions: readonly Assessment[]): AnswerLine[] {
  const lines = new Map<string, AnswerLine>();
  for (const one of versions) {
    const { n: name, ...numbers } = one.version;
    const key = JSON.stringify([numbers, one.format, one.measured]);
    const line = lines.get(key);
    if (line) line.names.push(name);
    else lines.set(key, { ...one, names: [name] });
  }
  return [...lines.values()];
}

/** Counts the versions of a group. */
export function versionCount(items: readonly AnswerItem[]): number {
  return items.reduce((sum, { versions }) => sum + versions.reduce((n, { names }) => n + names.length, 0), 0);
}

/** The most GB that any version of a group is calculated to need; 0 where nothing is calculated. */
export function largestNeed(items: readonly AnswerItem[]): number {
  return Math.max(0, ...items.flatMap(({ versions }) => versions.map(({ need }) => (need?.total ?? 0) / GB)));
}
