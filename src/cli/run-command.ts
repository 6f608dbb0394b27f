/** The command was called in a way that it does not understand; the message says how to call it. */
export class UsageError extends Error {}

/**
 * Runs a command and sets the exit code that it gives. Whatever goes wrong is told in one sentence on the error stream,
 * never as a stack trace: 2 for a wrong call (the help follows), 1 for what could not be read or written.
 */
export async function runCommand(help: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const wrongCall = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
    const sentence = error instanceof Error ? error.message : String(error);
    console.error(wrongCall ? `看不懂这个参数：${sentence}\n${help}` : sentence);
    process.exitCode = wrongCall ? 2 : 1;
  }
}
