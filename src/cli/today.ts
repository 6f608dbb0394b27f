/** The day of the run, `YYYY-MM-DD` in UTC. `SOURCE_DATE_EPOCH` (seconds) sets it, as it does for a build. */
export function today(now = Date.now()): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return new Date(epoch ? Number(epoch) * 1000 : now).toISOString().slice(0, 10);
}
