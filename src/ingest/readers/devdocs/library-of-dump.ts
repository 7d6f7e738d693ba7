import type { LibraryRecord } from '../../../domain/documentation.js'

export interface DumpMeta {
  readonly name: string
  readonly slug: string
  readonly type: string
  readonly release: string | null
  readonly version: string | null
  readonly home: string | null
}

type Package = Pick<LibraryRecord, 'ecosystem' | 'name' | 'importNames'>

function pypi(name: string, ...importNames: string[]): Package {
  return { ecosystem: 'pypi', name, importNames: importNames.length > 0 ? importNames : [name] }
}

function npm(name: string): Package {
  return { ecosystem: 'npm', name, importNames: [name] }
}

function generic(name: string): Package {
  return { ecosystem: 'generic', name, importNames: [] }
}

/** Which package a dump documents, by its slug without the version. */
const packages: Readonly<Record<string, Package | undefined>> = {
  django: pypi('Django', 'django'),
  django_rest_framework: pypi('djangorestframework', 'rest_framework'),
  fastapi: pypi('fastapi'),
  flask: pypi('Flask', 'flask'),
  jinja: pypi('Jinja2', 'jinja2'),
  matplotlib: pypi('matplotlib', 'matplotlib', 'mpl_toolkits'),
  networkx: pypi('networkx'),
  numpy: pypi('numpy'),
  pandas: pypi('pandas'),
  pygame: pypi('pygame'),
  python: generic('python'),
  pytorch: pypi('torch'),
  requests: pypi('requests'),
  scikit_image: pypi('scikit-image', 'skimage'),
  scikit_learn: pypi('scikit-learn', 'sklearn'),
  scipy: pypi('scipy'),
  sqlalchemy: pypi('SQLAlchemy', 'sqlalchemy'),
  statsmodels: pypi('statsmodels'),
  tensorflow: pypi('tensorflow'),
  axios: npm('axios'),
  d3: npm('d3'),
  eslint: npm('eslint'),
  express: npm('express'),
  jest: npm('jest'),
  lodash: npm('lodash'),
  next_js: npm('next'),
  node: generic('node'),
  puppeteer: npm('puppeteer'),
  react: npm('react'),
  redux: npm('redux'),
  socketio: npm('socket.io'),
  svelte: npm('svelte'),
  typescript: npm('typescript'),
  vite: npm('vite'),
  vue: npm('vue'),
  bash: generic('bash'),
  c: generic('c'),
  cpp: generic('cpp'),
  git: generic('git'),
  go: generic('go'),
  postgresql: generic('postgresql'),
  ruby: generic('ruby'),
  rust: generic('rust')
}

/** The library that a dump documents; one that is not known is named by its slug among `docs`. */
export function libraryOfDump(
  meta: DumpMeta,
  overrides: Partial<Pick<LibraryRecord, 'name' | 'version' | 'ecosystem'>> = {}
): LibraryRecord {
  const slug = meta.slug.replace(/~.*$/, '')
  const known = packages[slug] ?? { ecosystem: 'docs', name: slug, importNames: [] }
  return {
    ...known,
    version: meta.release ?? meta.version ?? '0',
    title: meta.name,
    homepage: meta.home,
    ...overrides
  }
}
