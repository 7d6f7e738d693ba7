import { badInput } from '../../errors.js'
import type { ReaderKind } from '../reader.js'

/** A package of a registry: `npm:express@4.18.2`, `pypi:requests`; the newest where no version is named. */
export interface PackageAddress {
  readonly ecosystem: 'npm' | 'pypi'
  readonly name: string
  readonly version: string | null
}

/** Which reader reads what a registry holds. */
export const readerOf: Readonly<Record<PackageAddress['ecosystem'], ReaderKind>> = {
  npm: 'npm-package',
  pypi: 'python-package'
}

const names: Readonly<Record<PackageAddress['ecosystem'], RegExp>> = {
  npm: /^(?:@[a-z0-9~-][\w.~-]*\/)?[A-Za-z0-9~_-][\w.~-]*$/,
  pypi: /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/
}

/** The address that a source is, null where it is a folder, a file, a name or an upload. @throws CairnError BAD_INPUT */
export function packageAddress(source: string): PackageAddress | null {
  const [, said, rest = ''] = /^(npm|pypi):(.*)$/.exec(source.trim()) ?? []
  if (said === undefined) return null
  const ecosystem = said === 'npm' ? 'npm' : 'pypi'
  const at = rest.lastIndexOf('@')
  const [name, version] = at > 0 ? [rest.slice(0, at), rest.slice(at + 1)] : [rest, null]
  if (isPackageName(ecosystem, name) && isVersion(version)) return { ecosystem, name, version }
  const example = ecosystem === 'npm' ? 'npm:express@4.18.2' : 'pypi:requests@2.31.0'
  throw badInput('source', source, `a package and, if it matters, its version, such as ${example}`)
}

/** Whether a registry may have a package of that name: never a path. */
export function isPackageName(ecosystem: PackageAddress['ecosystem'], name: string): boolean {
  return name.length <= 214 && names[ecosystem].test(name)
}

function isVersion(version: string | null): boolean {
  return version === null || /^\w[\w.+!-]{0,60}$/.test(version)
}

const upload = /^upload:([0-9a-f]{32})\/([^/\\]{1,120})$/

/** The file of an upload, as POST /uploads named it; null where a source is none. */
export function uploadedFile(
  source: string
): { readonly id: string; readonly name: string } | null {
  const [, id, name] = upload.exec(source.trim()) ?? []
  return id === undefined || name === undefined ? null : { id, name }
}
