/** What a piece of code imports: the modules, and what each local name stands for. */
export interface Imports {
  /** First parts of imported modules and whole package names: `sklearn`, `@apollo/server`. */
  readonly modules: ReadonlySet<string>
  readonly aliases: ReadonlyMap<string, string>
}

/** Names that the field uses without an import; a real import in the text wins. */
const customary: ReadonlyMap<string, string> = new Map([
  ['np', 'numpy'],
  ['pd', 'pandas'],
  ['plt', 'matplotlib.pyplot'],
  ['tf', 'tensorflow'],
  ['nn', 'torch.nn'],
  ['df', 'DataFrame']
])

const pyImport = /^[\t >]*import\s+([\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+(?:\s+as\s+\w+)?)*)/gm
const pyFrom = /^[\t >]*from\s+([\w.]+)\s+import\s+\(?([\w\s,*]+)/gm
const jsImport = /\bimport\s+(?:type\s+)?([\w*{}\s,$]+?)\s+from\s+['"]([^'"\n]+)['"]/g
const jsRequire =
  /(?:const|let|var)\s+([\w{}\s,:$]+?)\s*=\s*(?:await\s+)?(?:require|import)\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** Finds imports in Python and JavaScript by their form; whatever else the text holds is passed over. */
export function importsIn(text: string): Imports {
  const found = { modules: new Set<string>(), aliases: new Map(customary) }
  pythonImports(text, found)
  scriptImports(text, found)
  return found
}

interface Found {
  readonly modules: Set<string>
  readonly aliases: Map<string, string>
}

function pythonImports(text: string, found: Found): void {
  const add = (module: string) => {
    found.modules.add(module).add(module.split('.')[0] ?? module)
  }
  for (const [, list = ''] of text.matchAll(pyImport)) {
    for (const entry of list.split(',')) {
      const [module = '', alias] = entry.trim().split(/\s+as\s+/)
      add(module)
      if (alias !== undefined) found.aliases.set(alias, module)
    }
  }
  for (const [, module = '', list = ''] of text.matchAll(pyFrom)) {
    add(module)
    for (const [name, alias] of namedList(list, /\s+as\s+/))
      found.aliases.set(alias, `${module}.${name}`)
  }
}

function scriptImports(text: string, found: Found): void {
  for (const pattern of [jsImport, jsRequire]) {
    for (const [, binding = '', module = ''] of text.matchAll(pattern)) {
      const name = packageOf(module)
      found.modules.add(module).add(name)
      for (const [exported, alias] of namedList(binding, /\s+as\s+|\s*:\s*/)) {
        found.aliases.set(alias, `${name}.${exported}`)
      }
    }
  }
}

function namedList(list: string, as: RegExp): [string, string][] {
  const braces = /\{([^}]*)/.exec(list)?.[1] ?? list
  return braces
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => /^[\w$]+(?:(?:\s+as\s+|\s*:\s*)[\w$]+)?$/.test(entry))
    .map((entry): [string, string] => {
      const [name = '', alias = name] = entry.split(as)
      return [name, alias]
    })
}

function packageOf(module: string): string {
  const pieces = module.split('/')
  return pieces.slice(0, module.startsWith('@') ? 2 : 1).join('/')
}
