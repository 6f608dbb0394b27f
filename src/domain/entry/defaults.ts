import { itemPlaces, type Answers } from './answers.ts';
import { NEW_GROUPS } from './new-groups.ts';

/** The words and the day that stand in for what nobody is asked. */
export interface DefaultAnswers {
  /** `YYYY-MM-DD`. */
  today: string;
  /** What the changes of a new entry say; left out where an old one is corrected. */
  added?: string;
  /** Summary of a licence that nobody has put into words yet. */
  unreadLicense: string;
}

/** Completes answers the same way whoever asked: sources were read today, a new entry came in today. What was said stays. */
export function withDefaults(
  answers: Answers,
  { today, added, unreadLicense }: DefaultAnswers,
): Record<string, string> {
  const all: Record<string, string> = { ...answers };
  const dated = ['evidence', ...Object.values(NEW_GROUPS)];
  for (const group of dated)
    for (const place of itemPlaces(answers, group)) {
      const isEmpty = !Object.entries(answers).some(
        ([path, text]) => path.startsWith(`${group}.${place}.`) && !path.endsWith('.accessed') && text.trim() !== '',
      );
      if (!isEmpty) all[`${group}.${place}.accessed`] ||= today;
      if (!isEmpty && group === NEW_GROUPS.licenses) all[`${group}.${place}.summary`] ||= unreadLicense;
    }
  if (added !== undefined && itemPlaces(answers, 'changes').length === 0)
    Object.assign(all, { 'changes.0.date': today, 'changes.0.kind': 'added', 'changes.0.text': added });
  return all;
}
