/** Key of a library as people say it: `pypi/pandas@1.4.0` is `pandas 1.4.0`. */
export function libraryName(key: string): string {
  return key.replace(/^[^/]+\//, '').replace(/@([^@]*)$/, ' $1')
}
