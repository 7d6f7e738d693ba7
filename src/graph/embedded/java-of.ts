import { join } from 'node:path'

/** The program of a Java home. */
export function javaOf(home: string): string {
  return join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java')
}
