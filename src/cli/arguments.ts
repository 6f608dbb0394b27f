/** Reads a command's arguments; a wrong one ends it with the usage instead of a stack trace. */
export function stopKindly<Result>(usage: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error(`看不懂这个参数：${(error as Error).message}\n${usage}`);
    process.exit(1);
  }
}
