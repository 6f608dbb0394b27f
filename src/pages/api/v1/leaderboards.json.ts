import { getCatalog } from '../../../data/catalog.ts';
import { publishLeaderboard } from '../../../outputs/published-resources.ts';
import { absolute, paths } from '../../../site.config.ts';

/** All leaderboards, v1. */
export async function GET(): Promise<Response> {
  const { catalog } = await getCatalog();
  const published = catalog.leaderboards.map((board) =>
    publishLeaderboard(board, absolute(paths.leaderboard(board.id))),
  );
  return Response.json(published);
}
