import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codeFolder } from '../../capture/recordings.js'
import type { EntryForm, Folders, Hook, Scope } from './host-form.js'

/** A file under the project or the user's home. */
export function under(path: { readonly project?: string; readonly user?: string }) {
  return (scope: Scope, { project, home }: Folders): string | null => {
    const name = scope === 'user' ? path.user : path.project
    return name === undefined ? null : join(scope === 'user' ? home : project, name)
  }
}

export function alike(folder: string, file: string) {
  return (scope: Scope, { project, home }: Folders): string =>
    join(scope === 'user' ? home : project, folder, file)
}

/** What an extension of VS Code keeps for the user; of a project a file of its own. */
export function ofExtension(id: string, file: string, project?: string) {
  return (scope: Scope, folders: Folders): string | null => {
    if (scope === 'user') return join(codeFolder(folders), 'globalStorage', id, 'settings', file)
    return project === undefined ? null : join(folders.project, project)
  }
}

/** Of the files in which a host looks that which is there, else the first. */
export function formIn(
  entries: readonly EntryForm[],
  scope: Scope,
  folders: Folders
): { readonly form: EntryForm; readonly file: string } | null {
  const found = filesOf(entries, scope, folders)
  return found.find(({ file }) => existsSync(file)) ?? found[0] ?? null
}

/** All files in which a host looks for its servers. */
export function filesOf(entries: readonly EntryForm[], scope: Scope, folders: Folders) {
  return entries.flatMap((form) => {
    const file = form.file(scope, folders)
    return file === null ? [] : [{ form, file }]
  })
}

/** Claude Code's hooks; Codex has the same, but for failures and the end of a session. */
export const claudeHooks: readonly Hook[] = [
  { on: 'SessionStart', event: 'session-start', seconds: 5 },
  { on: 'UserPromptSubmit', event: 'before-work', seconds: 5 },
  { on: 'PostToolUse', event: 'after-tool', matcher: 'Bash', seconds: 5 },
  { on: 'PostToolUseFailure', event: 'after-tool', matcher: 'Bash', seconds: 5 },
  { on: 'Stop', event: 'after-work', seconds: 5 },
  { on: 'SessionEnd', event: 'session-end', seconds: 20 }
]
