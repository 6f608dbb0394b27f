/**
 * The day of the build, `YYYY-MM-DD` in UTC. `SOURCE_DATE_EPOCH` (seconds, as reproducible builds define it)
 * sets it, so that the same content can be built into the same bytes.
 */
export const buildDate = new Date(
  process.env['SOURCE_DATE_EPOCH'] ? Number(process.env['SOURCE_DATE_EPOCH']) * 1000 : Date.now(),
)
  .toISOString()
  .slice(0, 10);
