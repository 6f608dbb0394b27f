import { itemPlaces, type Answers } from '../domain/entry/answers.ts';
import { REPEATED_GROUPS } from '../domain/entry/item-line.ts';
import type { Finding } from '../rules/finding.ts';
import type { FactLocation, Source } from '../rules/source.ts';

/** The path that a finding's sentence begins with (`variants[0].name: …`), as steps; empty where it names none. */
function namedPath(message: string): FactLocation {
  const name = /^([A-Za-z]\w*(?:\.\w+|\[\d+\])*): /.exec(message)?.[1];
  return name === undefined ? [] : name.split(/[.[\]]+/).filter(Boolean);
}

/** Finds the fact that stands where a finding points: the deepest one that begins there. */
function pathAt(source: Source, finding: Finding, facts: unknown): FactLocation {
  let found: FactLocation = [];
  const visit = (value: unknown, path: FactLocation): void => {
    const { line, column } = source.locate(path);
    if (path.length > found.length && line === finding.line && column === finding.column) found = path;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(facts, []);
  return found;
}

/** Places of a group's items that have anything in them: those are the items of the file, in order. */
function filledPlaces(answers: Answers, group: string): number[] {
  return itemPlaces(answers, group).filter((place) =>
    Object.entries(answers).some(([path, text]) => path.startsWith(`${group}.${place}.`) && text.trim() !== ''),
  );
}

/** The keys of a path up to the first place in a list: an answer is a whole list. */
function keysOf(path: FactLocation): string[] {
  const keys = path.map(String);
  const end = keys.findIndex((key) => /^\d+$/.test(key));
  return end < 0 ? keys : keys.slice(0, end);
}

/** Writes a fact's path as that of the answer that it came from: `variants.1.name` → `variants.3.name` where items were removed. */
function answerPath(path: FactLocation, answers: Answers): string {
  const [group, second] = path.map(String);
  if (group === undefined) return '';
  if (REPEATED_GROUPS.has(group) && second !== undefined) {
    const place = filledPlaces(answers, group)[Number(second)];
    return place === undefined ? group : [group, place, ...keysOf(path.slice(2))].join('.');
  }
  return [group, ...keysOf(path.slice(1))].join('.');
}

/** Finds which answer a finding is about: a field's path, a group's key, `id`, or empty for the whole. */
export function answerOfFinding(finding: Finding, source: Source, answers: Answers): string {
  if (finding.code === 'file-name' || finding.code === 'duplicate-id') return 'id';
  const named = namedPath(finding.message);
  if (named.length > 0) return answerPath(named, answers);
  if (finding.line > source.bodyOffset && source.bodyOffset > 0) return 'body';
  return answerPath(pathAt(source, finding, source.facts?.read.raw), answers);
}

/** A finding's sentence without the path before it: on the page the field's own name stands there. */
export function withoutPath(message: string): string {
  return message.replace(/^[A-Za-z]\w*(?:\.\w+|\[\d+\])*: /, '');
}
