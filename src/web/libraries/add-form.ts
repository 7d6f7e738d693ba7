import { useState } from 'react'

/** Where a library may come from. */
export const places = [
  ['registry', 'By name'],
  ['upload', 'Upload'],
  ['folder', 'Folder']
] as const

export type Place = (typeof places)[number][0]

/** What was typed of a library to be added; it outlives a failure, and a reload of the page. */
export interface AddForm {
  readonly place: Place
  readonly ecosystem: 'npm' | 'pypi'
  /** Package of a registry. */
  readonly package: string
  /** Of the package; the newest where it is empty. */
  readonly packageVersion: string
  /** What an upload is called by the server, and the file by its owner. */
  readonly upload: string
  readonly file: string
  readonly folder: string
  /** Which reader; '' for the one that fits. */
  readonly reader: string
  /** Name and version, where the source does not say. */
  readonly name: string
  readonly version: string
}

const blank: AddForm = {
  place: 'registry',
  ecosystem: 'npm',
  package: '',
  packageVersion: '',
  upload: '',
  file: '',
  folder: '',
  reader: '',
  name: '',
  version: ''
}

const kept = 'cairn.add-library'

/** The source as the server takes it; '' where it is not named yet. */
export function sourceOf(form: AddForm): string {
  if (form.place === 'upload') return form.upload
  if (form.place === 'folder') return form.folder.trim()
  const name = form.package.trim()
  const version = form.packageVersion.trim()
  return name === '' ? '' : `${form.ecosystem}:${name}${version === '' ? '' : `@${version}`}`
}

/** What is asked of a preview, and taken in after it. */
export function questionOf(form: AddForm) {
  const said = (value: string) => (value.trim() === '' ? null : value.trim())
  const own = form.place !== 'registry'
  return {
    source: sourceOf(form),
    reader: own ? said(form.reader) : null,
    name: own ? said(form.name) : null,
    version: own ? said(form.version) : null
  }
}

/** A form for what an address names, such as `npm:express`; what was typed before where it names nothing. */
function formFor(address: string): AddForm {
  const [, ecosystem, name = ''] = /^(npm|pypi):(.+)$/.exec(address) ?? []
  if (ecosystem !== undefined)
    return { ...blank, ecosystem: ecosystem === 'npm' ? 'npm' : 'pypi', package: name }
  try {
    return { ...blank, ...(JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<AddForm>) }
  } catch {
    return blank
  }
}

/** The form, kept in this tab until what it names was taken in. */
export function useAddForm(address: string) {
  const [form, setForm] = useState(() => formFor(address))
  const change = (changes: Partial<AddForm>) => {
    setForm((before) => {
      const next = { ...before, ...changes }
      sessionStorage.setItem(kept, JSON.stringify(next))
      return next
    })
  }
  const forget = () => {
    sessionStorage.removeItem(kept)
  }
  return { form, change, forget }
}
