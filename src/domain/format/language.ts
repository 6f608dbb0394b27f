/** Gives `en` for a name written without Chinese characters, so that it is read and hyphenated as Latin text; undefined otherwise. */
export function latinLang(text: string): 'en' | undefined {
  return /\p{Script=Han}/u.test(text) ? undefined : 'en';
}
