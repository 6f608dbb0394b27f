import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { projectsCsv } from '../../../src/outputs/csv.ts';
import { projectJsonLd, scriptJson } from '../../../src/outputs/json-ld.ts';
import { jsonSchema } from '../../../src/outputs/json-schema.ts';
import { publishedProjectSchema } from '../../../src/schema/published.ts';
import { publishProject } from '../../../src/outputs/published.ts';
import type { RepositoryRecord } from '../../../src/schema/github-snapshot.ts';
import { record } from '../../support/github-record.ts';
import { catalogOf } from '../../support/make.ts';

const address = (id: string) => `https://example.org/projects/${id}/`;

function publish(facts: Record<string, unknown>, repository: RepositoryRecord | null = null) {
  const catalog = catalogOf({ sample: facts });
  return publishProject(catalog, catalog.projects[0]!, address, repository);
}

const FULL = {
  zhName: '样本',
  aliases: ['样本模型'],
  released: '2023-03',
  variants: [{ name: '7B', parameters: '6.7B', contextLength: 2048 }],
  lineage: [{ from: 'external:GPT-4', relation: 'data-from', note: '一句说明' }],
  languages: ['zh', 'en'],
  modalities: { input: ['text'], output: ['text'] },
  training: { sft: 'released' },
  hardware: [{ task: 'inference', precision: 'int4', vramGb: 6, basis: 'measured' }],
  status: { state: 'archived', since: '2023-07' },
  claims: [{ text: '一句话', verdict: 'self-reported', evidence: 'readme' }],
  changes: [{ date: '2023-04-19', kind: 'released', text: '发布' }],
};

describe('published project', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(jsonSchema(publishedProjectSchema, 'https://example.org/schema.json'));

  it.each([
    ['everything known', FULL],
    ['as little as allowed', { lineage: undefined, licenses: {} }],
  ])('fits its JSON Schema with %s', (_, facts) => {
    const project = publish(facts);
    expect(validate(JSON.parse(JSON.stringify(project))) || validate.errors).toBe(true);
  });

  it('carries what GitHub said with its day, and not what only the next refresh needs', () => {
    const project = publish(FULL, record({ pushed: null, license: null }));
    expect(validate(JSON.parse(JSON.stringify(project))) || validate.errors).toBe(true);
    expect(project.repository).toEqual({
      id: 1,
      fullName: 'lab/sample',
      stars: 12_345,
      pushed: null,
      archived: false,
      license: null,
      checked: '2026-11-24',
    });
    expect(publish(FULL).repository).toBeNull();
  });

  it('does not fit with a field missing or unknown', () => {
    const project = JSON.parse(JSON.stringify(publish(FULL))) as Record<string, unknown>;
    expect(validate({ ...project, extra: 1 })).toBe(false);
    delete project['status'];
    expect(validate(project)).toBe(false);
  });

  it('gives counts as integers, unknown as null or "unknown", reasons as sentences', () => {
    expect(publish(FULL).variants![0]!.parameters).toBe(6_700_000_000);
    const thin = publish({ lineage: undefined, licenses: {} });
    expect(thin).toMatchObject({
      zhName: null,
      released: null,
      variants: null,
      lineage: null,
      languages: null,
      hardware: null,
      training: { sft: 'unknown' },
      licenses: { code: 'unknown', weights: 'unknown', data: 'unknown' },
      status: { state: 'unknown' },
      commercialUse: {
        verdict: 'unknown',
        because: ['代码的许可证没有查到。', '权重的许可证没有查到。', '上游未知，可能带有别人的条款。'],
      },
    });
  });
});

describe('CSV', () => {
  const nasty = publish({ name: '=HYPERLINK("x")', aliases: ['+1', '引号"和,逗号', '@a'], zhName: '-1+1' });
  const text = projectsCsv([nasty, publish(FULL)]);

  it('begins with a byte-order mark and ends its lines with CRLF', () => {
    expect(text.startsWith('\uFEFFid,name,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('reads back to the same cells, formulas neutralised', () => {
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength(2);
    expect(rows[0]!['name']).toBe(`'=HYPERLINK("x")`);
    expect(rows[0]!['zhName']).toBe("'-1+1");
    expect(rows[0]!['aliases']).toBe(`'+1; 引号"和,逗号; @a`);
    expect(rows[1]!['parameters']).toBe('6700000000');
    expect(rows[1]!['hardware']).toBe('inference int4 6 GB (measured)');
    expect(rows[0]!['parameters']).toBe('unknown');
  });
});

describe('JSON-LD', () => {
  it('describes code and leaves out what is not known', () => {
    const catalog = catalogOf({ sample: { aliases: ['样本'] } });
    const data = projectJsonLd(catalog, catalog.projects[0]!, address('sample'));
    expect(data).toMatchObject({
      '@type': 'SoftwareSourceCode',
      codeRepository: 'https://github.com/lab/sample',
      alternateName: ['样本'],
    });
    expect(data).not.toHaveProperty('datePublished');
  });
  it('cannot be closed by its content', () => expect(scriptJson({ a: '</script>' })).not.toContain('</script>'));
});
