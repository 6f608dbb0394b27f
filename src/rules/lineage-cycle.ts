import { EXTERNAL_PREFIX } from '../schema/lineage.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';

/** Nothing descends from itself. Each cycle is reported once, at the edge that closes it. */
export const lineageCycleRule: Rule = {
  code: 'lineage-cycle',
  title: '谱系不能绕回自己',
  check({ projects }) {
    const byId = new Map(projects.map((project) => [project.id, project]));
    const done = new Set<string>();
    const findings: Finding[] = [];
    const visit = (id: string, trail: readonly string[]): void => {
      const project = byId.get(id);
      if (!project || done.has(id)) return;
      (project.data.lineage ?? []).forEach((edge, i) => {
        if (edge.from.startsWith(EXTERNAL_PREFIX)) return;
        const path = [...trail, id];
        const start = path.indexOf(edge.from);
        if (start < 0) return visit(edge.from, path);
        const cycle = [...path.slice(start), edge.from].join(' → ');
        findings.push(
          findingAt(
            project,
            'lineage-cycle',
            ['lineage', i, 'from'],
            `谱系绕成了圈：${cycle}。`,
            '删掉方向反了的那条边',
          ),
        );
      });
      done.add(id);
    };
    for (const project of projects) visit(project.id, []);
    return findings;
  },
};
