import type { Relation } from '../schema/lineage.ts';
import { isBefore } from './dates.ts';
import { findingAt, type Rule } from './rule.ts';

/** Relations that can only begin once the other exists. Two entries of one architecture may come in either order. */
const LATER: readonly Relation[] = [
  'finetune',
  'continued-pretraining',
  'distillation',
  'vocabulary-extension',
  'delta-weights',
  'component',
];

/**
 * Nothing is made from what did not exist yet. An entry's date is that of its first version, so an edge that names
 * the versions it is about says nothing against it.
 */
export const lineageDateRule: Rule = {
  code: 'lineage-date',
  title: '后代不能比上游先公开',
  check({ projects }) {
    const released = new Map(projects.map(({ id, data }) => [id, data.released]));
    return projects.flatMap((source) =>
      (source.data.lineage ?? []).flatMap((edge, i) => {
        const own = source.data.released;
        const upstream = released.get(edge.from);
        if (!own || !upstream || edge.variants || !LATER.includes(edge.relation) || !isBefore(own, upstream)) return [];
        return [
          findingAt(
            source,
            'lineage-date',
            ['lineage', i, 'from'],
            `lineage[${i}].from: 本条目公开于 ${own}，上游 ${edge.from} 到 ${upstream} 才公开。`,
            '检查两边的 released；只有后来的版本才用它时，在这条边的 variants 里写出是哪些版本',
            { actual: own, expected: `${upstream} 以后` },
          ),
        ];
      }),
    );
  },
};
