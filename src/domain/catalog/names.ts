/** Folds a name so that spellings of one name compare equal: width, case, spaces, hyphens, underscores, dots. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·・]+/g, '');
}

/** Folds a repository URL so that addresses of one repository compare equal: protocol, `www.`, case, `.git`, slashes. */
export function foldRepository(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
