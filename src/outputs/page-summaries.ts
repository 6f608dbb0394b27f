import type { Organization, Project } from '../domain/catalog/model.ts';
import { t } from '../i18n/index.ts';

/** How many names a summary tells. */
const NAMED = 3;

/** Describes an organisation's page in one sentence: what it is, how many entries, the newest of them; else its datasets and leaderboards. */
export function organizationSummary(
  organization: Organization,
  projects: readonly Project[],
  resources: readonly { name: string }[],
): string {
  const name = organization.zhName ?? organization.name;
  const kind = t.organizationKind[organization.kind];
  const entries = projects.length > 0 ? projects : resources;
  const some = entries.slice(0, NAMED).map((entry) => entry.name);
  const list = some.length > 0 ? `：${some.join('、')}${entries.length > some.length ? ' 等' : ''}` : '';
  const count = projects.length > 0 ? `，收录 ${t.list.count(projects.length)}` : '';
  return `${name}（${kind}）${count}${list}。`;
}
