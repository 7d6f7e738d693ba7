import type ts from 'typescript'
import { CairnError } from '../../../errors.js'
import type { PackageRoot } from './package-model.js'
import { typescript } from './typescript.js'

const mostFiles = 6_000
const mostCharacters = 120_000_000

/** Where a package is thought to be installed, so that it is resolved by its name as its users would. */
const virtualFolder = '/.cairn-virtual'

export function compilerOptions(): ts.CompilerOptions {
  const t = typescript()
  return {
    target: t.ScriptTarget.ESNext,
    module: t.ModuleKind.ESNext,
    moduleResolution: t.ModuleResolutionKind.Bundler,
    customConditions: ['node', 'browser', 'worker'],
    // Members of the language's own types are not told of; without the DOM, half the memory is enough.
    lib: ['lib.esnext.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true
  }
}

/** The types of the language itself, which are the same for every package that a thread reads. */
const ofLanguage = new Map<string, ts.SourceFile>()

/** The compiler's program over the entry points. @throws CairnError TOO_LARGE */
export function createProgram(entries: readonly string[]): ts.Program {
  const t = typescript()
  const options = compilerOptions()
  const host = t.createCompilerHost(options, true)
  const read = host.getSourceFile.bind(host)
  const languageFolder = `${host.getDefaultLibLocation?.() ?? ''}/lib.`
  let files = 0
  let characters = 0
  const bounded: ts.CompilerHost = {
    ...host,
    getSourceFile: (...asked) => {
      const [path] = asked
      const source = ofLanguage.get(path) ?? read(...asked)
      if (source !== undefined && path.startsWith(languageFolder)) ofLanguage.set(path, source)
      files += 1
      characters += source?.text.length ?? 0
      if (files > mostFiles || characters > mostCharacters) throw tooLarge(entries[0] ?? '')
      return source
    }
  }
  return t.createProgram([...entries], options, bounded)
}

/** Resolves `subpath` of a package as an import would: `exports`, `typesVersions`, `types`, a declaration beside the code. */
export function createResolver(pkg: PackageRoot): (subpath: string) => string | undefined {
  const t = typescript()
  const options = compilerOptions()
  const inside = `${virtualFolder}/node_modules/${pkg.name}`
  const real = (path: string) =>
    path === inside || path.startsWith(`${inside}/`) ? pkg.root + path.slice(inside.length) : path
  const isAbove = (path: string) => inside.startsWith(`${path.replace(/\/$/, '')}/`)
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => t.sys.fileExists(real(path)),
    readFile: (path) => t.sys.readFile(real(path)),
    directoryExists: (path) =>
      (path.startsWith(virtualFolder) && isAbove(path)) || t.sys.directoryExists(real(path)),
    realpath: (path) => t.sys.realpath?.(real(path)) ?? real(path),
    getCurrentDirectory: () => virtualFolder
  }
  const cache = t.createModuleResolutionCache(virtualFolder, (name) => name, options)
  return (subpath) => {
    const name = subpath === '' ? pkg.name : `${pkg.name}/${subpath}`
    for (const mode of [t.ModuleKind.ESNext, t.ModuleKind.CommonJS] as const) {
      const from = `${virtualFolder}/importer.ts`
      const { resolvedModule } = t.resolveModuleName(
        name,
        from,
        options,
        host,
        cache,
        undefined,
        mode
      )
      const file = resolvedModule?.resolvedFileName
      if (file !== undefined && /\.[cm]?tsx?$/.test(file) && file.startsWith(pkg.root)) return file
    }
    return undefined
  }
}

function tooLarge(file: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${file} and what it imports are more than ${String(mostFiles)} files or ${String(mostCharacters)} characters of declarations, the most that are read of one package; give a smaller package.`,
    { details: { file, limit: mostFiles } }
  )
}
