import type { NamesFile } from '../../../src/domain/search/names-file.ts';
import { pick, seeded } from './random.ts';

/**
 * Grows the names file to `count` targets with names put together from its own, so that lengths, scripts and the
 * share of aliases stay as they are. The first targets are the real ones.
 */
export function grow(file: NamesFile, count: number, seed: number): NamesFile {
  const random = seeded(seed);
  const real = file.ids.length;
  const words = file.titles.flatMap((title) => title.split(/[\s-]+/)).filter((word) => word.length > 1);
  const zhWords = file.zhNames.filter((name) => name.length > 1);
  const grown: NamesFile = structuredClone(file);
  for (let i = real; i < count; i++) {
    const like = Math.floor(random() * real);
    const make = () => `${pick(random, words)}${pick(random, ['-', ' ', ''])}${pick(random, words)}${i % 97}`;
    grown.kinds += file.kinds[like]!;
    grown.ids.push(`synthetic-${i}`);
    grown.titles.push(make());
    grown.zhNames.push(file.zhNames[like] ? pick(random, zhWords) + pick(random, zhWords) : '');
    const aliases = file.aliases[like] ? file.aliases[like].split('|').map(make) : [];
    grown.aliases.push(aliases.join('|'));
    grown.slugs.push(file.slugs[like] ? `owner${i}/${make().replaceAll(' ', '-')}` : '');
    grown.organizations.push(file.organizations[like]!);
    grown.noteOf.push(file.noteOf[like]!);
    grown.hiddenOf.push(file.hiddenOf[like]!);
    grown.verdicts += file.verdicts[like]!;
  }
  return grown;
}
