/** A program with its arguments, and what to give `spawn` beside them. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Record<string, string>
}

/**
 * The same command with environment variables added to the inherited ones. Elsewhere than on
 * Windows `env` does that, which then becomes the program itself; on Windows they are all it gets.
 */
export function withVariables(
  variables: Readonly<Record<string, string>>,
  program: string,
  args: readonly string[]
): Command {
  if (Object.keys(variables).length === 0) return { program, args }
  if (process.platform === 'win32') return { program, args, env: { ...variables } }
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
  return { program: 'env', args: [...assignments, program, ...args] }
}

/** Java takes the letters of file names from the locale, and services often run without one. */
export const utf8Locale = process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {}
