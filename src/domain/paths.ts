/** Builds every address of the site. `base` is the path it is served under, `/` or `/catalogue`. */
export function createPaths(base: string) {
  const root = base.replace(/\/+$/, '');
  const at = (path: string) => `${root}${path}`;
  return {
    /** Any file or page by its path from the site's root, with the leading slash. */
    file: at,
    home: () => at('/'),
    projects: () => at('/projects/'),
    project: (id: string) => at(`/projects/${id}/`),
    categories: () => at('/categories/'),
    category: (id: string) => at(`/categories/${id}/`),
    organizations: () => at('/organizations/'),
    organization: (id: string) => at(`/organizations/${id}/`),
    licenses: () => at('/licenses/'),
    license: (id: string) => at(`/licenses/${id}/`),
    datasets: () => at('/datasets/'),
    dataset: (id: string) => at(`/datasets/${id}/`),
    leaderboards: () => at('/leaderboards/'),
    leaderboard: (id: string) => at(`/leaderboards/${id}/`),
    guides: () => at('/guides/'),
    guide: (id: string) => at(`/guides/${id}/`),
    timeline: () => at('/timeline/'),
    openness: () => at('/openness/'),
    /** The question which models fit a card; `query` is the state of the page, `?` included. */
    hardware: (query = '') => at(`/hardware/${query}`),
    hardwareFormula: () => at('/hardware/formula/'),
    /** The family trees, with the relatives of one entry shown where one is named. */
    lineage: (focus?: string) => at(focus ? `/lineage/?focus=${encodeURIComponent(focus)}` : '/lineage/'),
    about: () => at('/about/'),
    contribute: () => at('/contribute/'),
    /** What the content checker can find, and what one of its codes means. */
    errorPages: () => at('/contribute/errors/'),
    errorPage: (code: string) => at(`/contribute/errors/${code}/`),
    /** The comparison of any entries. `query` is what domain/compare/state.ts writes; without one, the page to choose them on. */
    compare: (query = '') => at(`/compare/${query}`),
    /** The page of a popular pair, ids in alphabetical order. */
    comparePair: (first: string, second: string) => at(`/compare/${first}-vs-${second}/`),
    /** What can be written in the content's files; an anchor is a folder's name or a field's. */
    fields: (anchor?: string) => at(anchor ? `/contribute/fields/#${anchor}` : '/contribute/fields/'),
    /** The form for a new entry, or for correcting one. */
    newEntry: (from?: string) => at(from ? `/contribute/new/?from=${encodeURIComponent(from)}` : '/contribute/new/'),
    search: (query?: string) => at(query ? `/search/?q=${encodeURIComponent(query)}` : '/search/'),
    api: {
      projectsJson: () => at('/api/v1/projects.json'),
      projectJson: (id: string) => at(`/api/v1/projects/${id}.json`),
      projectsCsv: () => at('/api/v1/projects.csv'),
      projectSchema: () => at('/api/v1/schema/project.json'),
      datasetsJson: () => at('/api/v1/datasets.json'),
      datasetSchema: () => at('/api/v1/schema/dataset.json'),
      leaderboardSchema: () => at('/api/v1/schema/leaderboard.json'),
      leaderboardsJson: () => at('/api/v1/leaderboards.json'),
    },
    /** What the lists' script knows of every entry. */
    listData: () => at('/data/list.json'),
    /** What the hardware page reckons with. */
    hardwareData: () => at('/data/hardware.json'),
    /** Names of what an entry refers to, for the comparison. */
    compareNames: (id: string) => at(`/data/compare/${id}.json`),
    /** The names layer of the search. */
    namesData: () => at('/data/names.json'),
    /** What the form for a new entry checks against. */
    contributeData: () => at('/data/contribute.json'),
    /** The file of an entry as it is in the repository. */
    entrySource: (id: string) => at(`/data/entries/${id}.md`),
    pagefind: () => at('/pagefind/'),
    sitemap: () => at('/sitemap-index.xml'),
  };
}

export type Paths = ReturnType<typeof createPaths>;

/** Builds addresses on GitHub for one repository (`owner/name`) and branch. */
export function createGitHubPaths(repository: string, branch: string) {
  const root = `https://github.com/${repository}`;
  return {
    repository: () => root,
    /** GitHub's editor for a file of the repository. */
    edit: (file: string) => `${root}/edit/${branch}/${file}`,
    /** GitHub's page for a new file; {@link withNewFile} says which. */
    newFile: () => `${root}/new/${branch}`,
    source: (file: string) => `${root}/blob/${branch}/${file}`,
    /** A new issue with title and body filled in. */
    newIssue: (title: string, body: string) => `${root}/issues/new?${new URLSearchParams({ title, body }).toString()}`,
  };
}

/** Longest address that GitHub takes for a prefilled file; a longer one it answers with an error. */
const MAX_ADDRESS = 8000;

/** Puts a new file's path and text into the address of GitHub's page for new files. `complete` is false where the text did not fit and has to be pasted. */
export function withNewFile(page: string, path: string, text: string): { href: string; complete: boolean } {
  const address = (entries: Record<string, string>) => `${page}?${new URLSearchParams(entries).toString()}`;
  const whole = address({ filename: path, value: text });
  return whole.length <= MAX_ADDRESS
    ? { href: whole, complete: true }
    : { href: address({ filename: path }), complete: false };
}
