import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { readSnapshot, SNAPSHOT_FILE } from './github-snapshot.ts';

/** Id of the one entry that {@link snapshotLoader} makes. */
export const SNAPSHOT_ID = 'snapshot';

/** Astro's loader for the snapshot of GitHub: one entry, which knows nothing where there is no file yet. */
export function snapshotLoader(): Loader {
  return {
    name: 'github-snapshot',
    async load({ config, store, watcher, logger }) {
      const root = fileURLToPath(config.root);
      const reload = async () => store.set({ id: SNAPSHOT_ID, data: await readSnapshot(root) });
      store.clear();
      await reload();
      const file = join(root, SNAPSHOT_FILE);
      watcher?.add(file);
      watcher?.on('all', (_event, path) => {
        if (path === file) reload().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
