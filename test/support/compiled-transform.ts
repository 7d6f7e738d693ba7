import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/**
 * What jest runs in place of a TypeScript file: what `tsc` has made of it in `dist`, with its source map. The pages, of which
 * tests read a module here and there, are bundled in `dist` and compiled anew.
 * @throws Error where that is missing or was made of another text
 */
function transformed(source: string, path: string): { code: string } {
  if (relative('src/web', path).startsWith('..')) return { code: compiledBefore(source, path) }
  const { outputText } = ts.transpileModule(source, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      inlineSourceMap: true
    }
  })
  return { code: outputText }
}

function compiledBefore(source: string, path: string): string {
  const compiled = compiledOf(path)
  const text = existsSync(`${compiled}.map`) ? readFileSync(`${compiled}.map`, 'utf8') : '{}'
  const map = JSON.parse(text) as { sourcesContent?: readonly string[] }
  if (map.sourcesContent?.[0] !== source)
    throw new Error(`${relative('.', path)} has changed since it was compiled: npm run build`)
  const inline = Buffer.from(JSON.stringify({ ...map, sources: [path] })).toString('base64')
  return readFileSync(compiled, 'utf8').replace(
    /\/\/# sourceMappingURL=.*$/m,
    () => `//# sourceMappingURL=data:application/json;base64,${inline}`
  )
}

/** A file's text and what was made of it. */
function cacheKeyOf(source: string, path: string): string {
  const map = `${compiledOf(path)}.map`
  const made = existsSync(map) ? readFileSync(map, 'utf8') : ''
  return createHash('sha256').update(`${path}\n${source}\n${made}`).digest('hex')
}

function compiledOf(path: string): string {
  return join('dist', relative('.', path)).replace(/\.ts$/, '.js')
}

// Jest knows a transformer by its default export.
// eslint-disable-next-line no-restricted-syntax
export default { process: transformed, getCacheKey: cacheKeyOf }
