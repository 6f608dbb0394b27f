import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { foldRepository } from '../../src/domain/catalog/names.ts';
import type { PublishedDataset, PublishedLeaderboard } from '../../src/schema/published-resources.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import { readSnapshot } from '../../src/files/github-snapshot.ts';
import { attributes, BUILDS, DIST, elementsOf, filesBelow, read, readJson, ROOT, SITE_URL } from '../support/built.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');

/** The systems of the article's first version: id → repository, as its own pages name it. */
const ARTICLE = {
  chatyuan: 'github.com/clue-ai/chatyuan',
  'colossalai-chat': 'github.com/hpcaitech/colossalai',
  'chatglm-6b': 'github.com/thudm/chatglm-6b',
  'palm-rlhf-pytorch': 'github.com/lucidrains/palm-rlhf-pytorch',
  gptrillion: 'huggingface.co/banana-dev/gptrillion',
  openflamingo: 'github.com/mlfoundations/open_flamingo',
  llava: 'github.com/haotian-liu/llava',
  moss: 'github.com/openlmlab/moss',
  'minigpt-4': 'github.com/vision-cair/minigpt-4',
  llama: 'github.com/facebookresearch/llama',
  redpajama: 'github.com/togethercomputer/redpajama-data',
  'stanford-alpaca': 'github.com/tatsu-lab/stanford_alpaca',
  chatllama: 'github.com/nebuly-ai/nebullvm',
  openchatkit: 'github.com/togethercomputer/openchatkit',
  belle: 'github.com/lianjiatech/belle',
  'alpaca-lora': 'github.com/tloen/alpaca-lora',
  luotuo: 'github.com/lc1332/chinese-alpaca-lora',
  dolly: 'github.com/databrickslabs/dolly',
  vicuna: 'github.com/lm-sys/fastchat',
  'chinese-vicuna': 'github.com/facico/chinese-vicuna',
} as const;

describe.each(Object.entries(ARTICLE))('%s', (id, repository) => {
  const project = projects.find((other) => other.id === id)!;

  it('is an entry that leads to its repository, by its address now or before', () => {
    const { repo, movedFrom, weights } = project.links;
    const addresses = [repo, ...movedFrom, ...(repo ? [] : weights)].filter((url) => url !== null);
    expect(addresses.map(foldRepository)).toContain(repository);
    const html = read(DIST, `/projects/${id}/index.html`);
    const hrefs = elementsOf(html).map((element) => attributes(element)['href']);
    expect(hrefs).toContain(repo ?? weights[0]);
  });

  it('stands on the page of each of its categories', () => {
    for (const category of project.categories) {
      const hrefs = elementsOf(read(DIST, `/categories/${category}/index.html`)).map((e) => attributes(e)['href']);
      expect(hrefs).toContain(`/projects/${id}/`);
    }
  });
});

it.each([
  [
    'independent',
    [
      'chatglm-6b',
      'chatyuan',
      'colossalai-chat',
      'gptrillion',
      'llava',
      'minigpt-4',
      'moss',
      'openflamingo',
      'palm-rlhf-pytorch',
    ],
  ],
  [
    'alpaca',
    [
      ...['llava', 'minigpt-4', 'openflamingo', 'llama', 'redpajama', 'stanford-alpaca', 'chatllama', 'openchatkit'],
      ...['belle', 'alpaca-lora', 'luotuo', 'dolly', 'vicuna', 'chinese-vicuna'],
    ],
  ],
])('category %s has the systems that the article puts there', (category, ids) => {
  const here = projects.filter(({ categories }) => categories.includes(category)).map(({ id }) => id);
  expect(here).toEqual(expect.arrayContaining(ids));
});

describe('the whole field', () => {
  const datasets = readJson<PublishedDataset[]>(DIST, '/api/v1/datasets.json');
  const leaderboards = readJson<PublishedLeaderboard[]>(DIST, '/api/v1/leaderboards.json');
  const pagesOf = (folder: string) => filesBelow(DIST).filter((path) => path.startsWith(`/${folder}/`)).length - 1;

  it('is covered: projects, datasets, leaderboards, organisations, licences', () => {
    expect(projects.length).toBeGreaterThanOrEqual(150);
    expect(datasets.length).toBeGreaterThanOrEqual(25);
    expect(leaderboards.length).toBeGreaterThanOrEqual(8);
    expect(pagesOf('organizations')).toBeGreaterThanOrEqual(40);
    expect(pagesOf('licenses')).toBeGreaterThanOrEqual(20);
  });

  it('has loud claims weighed in at least 25 entries', () => {
    expect(projects.filter(({ claims }) => claims.length > 0).length).toBeGreaterThanOrEqual(25);
  });

  it('fills every category', () => {
    for (const path of filesBelow(DIST).filter((file) => /^\/categories\/[^/]+\/index\.html$/.test(file))) {
      const id = path.split('/')[2]!;
      const count = projects.filter(({ categories }) => categories.includes(id)).length;
      expect(count, id).toBeGreaterThanOrEqual(6);
    }
  });
});

it('calls the April fool a hoax', () => {
  expect(projects.find(({ id }) => id === 'gptrillion')!.status.state).toBe('hoax');
});

describe.each(BUILDS)('the site $name', ({ base, folder }) => {
  it.each([
    '/index.html',
    '/404.html',
    '/projects/index.html',
    '/categories/independent/index.html',
    '/categories/alpaca/index.html',
    '/organizations/index.html',
    '/licenses/index.html',
    '/search/index.html',
    '/categories/llama-2/index.html',
    '/categories/agents/index.html',
    '/datasets/index.html',
    '/leaderboards/index.html',
    '/guides/index.html',
    '/guides/three-steps/index.html',
    '/guides/reading-licenses/index.html',
    '/guides/choosing/index.html',
    '/guides/llama-family/index.html',
    '/lineage/index.html',
    '/about/index.html',
    '/contribute/index.html',
    '/contribute/fields/index.html',
    '/api/v1/projects.json',
    '/api/v1/projects.csv',
    '/api/v1/schema/project.json',
    '/api/v1/datasets.json',
    '/api/v1/schema/dataset.json',
    '/api/v1/leaderboards.json',
    '/api/v1/schema/leaderboard.json',
    '/sitemap-index.xml',
    '/robots.txt',
    '/favicon.svg',
    '/pagefind/pagefind.js',
  ])('has %s', (path) => expect(filesBelow(folder)).toContain(path));

  it('has a page and a data file for every entry, organisation and licence that is named', () => {
    const files = filesBelow(folder);
    for (const { id, organizations, licenses } of projects) {
      expect(files).toContain(`/projects/${id}/index.html`);
      expect(files).toContain(`/api/v1/projects/${id}.json`);
      for (const organization of organizations) expect(files).toContain(`/organizations/${organization}/index.html`);
      for (const license of Object.values(licenses))
        if (!['unknown', 'unlicensed', 'not-released'].includes(license))
          expect(files).toContain(`/licenses/${license}/index.html`);
    }
  });

  it('lists every page but the 404 page in the sitemap, by its full address', () => {
    const sitemap = read(folder, '/sitemap-0.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!).sort();
    const pages = filesBelow(folder)
      .filter((path) => path.endsWith('/index.html'))
      .map((path) => `${SITE_URL}${base}${path.replace(/index\.html$/, '')}`);
    expect(listed).toEqual(pages.sort());
    expect(read(folder, '/sitemap-index.xml')).toContain(`<loc>${SITE_URL}${base}/sitemap-0.xml</loc>`);
    expect(read(folder, '/robots.txt')).toContain(`Sitemap: ${SITE_URL}${base}/sitemap-index.xml`);
  });
});

describe('published data', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(readJson<object>(DIST, '/api/v1/schema/project.json'));

  it('fits its schema, in the list and one by one', () => {
    for (const project of projects) {
      expect(validate(project), `${project.id}: ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(readJson(DIST, `/api/v1/projects/${project.id}.json`)).toEqual(project);
    }
  });

  it('says of repositories what the snapshot says, and nothing where there is none', async () => {
    const { repositories } = await readSnapshot(ROOT);
    for (const { id, repository } of projects) {
      const record = repositories[id];
      expect(repository, id).toEqual(record ? expect.objectContaining({ id: record.id, stars: record.stars }) : null);
      const html = read(DIST, `/projects/${id}/index.html`);
      expect(/GitHub（[\d-]+ 的快照）：/.test(html), id).toBe(record !== undefined);
    }
  });

  it.each(['dataset', 'leaderboard'])('fits its schema: every %s, each with a page', (kind) => {
    const fits = ajv.compile(readJson<object>(DIST, `/api/v1/schema/${kind}.json`));
    const files = filesBelow(DIST);
    for (const item of readJson<{ id: string }[]>(DIST, `/api/v1/${kind}s.json`)) {
      expect(fits(item), `${item.id}: ${JSON.stringify(fits.errors)}`).toBe(true);
      expect(files).toContain(`/${kind}s/${item.id}/index.html`);
    }
  });

  it('has every row in the CSV, readable as UTF-8 with a byte-order mark', () => {
    const text = read(DIST, '/api/v1/projects.csv');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows.map((row) => row['id'])).toEqual(projects.map(({ id }) => id));
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});

describe('evidence', () => {
  const covers = (supports: readonly string[], fact: string) =>
    supports.some((path) => path === fact || fact.startsWith(`${path}.`));

  it.each(projects.map((project) => [project.id, project] as const))(
    '%s: every known key fact has a source',
    (_, project) => {
      const known = [
        project.links.repo && 'links.repo',
        project.variants && 'variants',
        project.lineage && 'lineage',
        project.released && 'released',
        project.hardware && 'hardware',
        ...Object.entries(project.licenses).map(([layer, value]) => value !== 'unknown' && `licenses.${layer}`),
        ...Object.entries(project.training).map(([stage, value]) => value !== 'unknown' && `training.${stage}`),
      ].filter((fact): fact is string => Boolean(fact));
      const bare = known.filter((fact) => !project.evidence.some(({ supports }) => covers(supports, fact)));
      expect(bare).toEqual([]);
    },
  );

  it('marks the facts of a page with numbers that jump to their source', () => {
    const elements = elementsOf(read(DIST, '/projects/chatglm-6b/index.html'));
    const ids = new Set(elements.map((element) => attributes(element)['id']));
    const marks = elements.map(attributes).filter((a) => a['class'] === 'mark');
    expect(marks.length).toBeGreaterThan(10);
    for (const mark of marks) expect(ids).toContain(mark['href']!.slice(1));
  });
});
