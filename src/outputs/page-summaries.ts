import type { Organization, Project } from '../domain/catalog/model.ts';
import { t } from '../i18n/index.ts';

/** Describes an organisation's page in one sentence: what it is, how many entries, the newest of them. */
export function organizationSummary(organization: Organization, projects: readonly Project[]): string {
  const name = organization.zhName ?? organization.name;
  const kind = t.organizationKind[organization.kind];
  const some = projects.slice(0, 3).map((project) => project.name);
  const list = some.length > 0 ? `：${some.join('、')}${projects.length > some.length ? ' 等' : ''}` : '';
  return `${name}（${kind}），收录 ${t.list.count(projects.length)}${list}。`;
}
