import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Principal } from '../../cairn.js'
import { badInput, CairnError } from '../../errors.js'
import { ensureServer, stopServer } from '../background.js'
import { findServer } from '../server-record.js'
import { connect, type CommandContext } from '../run.js'

type Shown = Pick<Principal, 'id' | 'name' | 'role' | 'space' | 'spaces'> & {
  readonly disabledAt: string | null
  readonly keys: readonly {
    readonly id: string
    readonly createdAt: string
    readonly lastUsedAt: string | null
    readonly expiresAt: string | null
    readonly revokedAt: string | null
  }[]
}

const principal =
  'id name role space disabledAt spaces { space can } keys { id createdAt lastUsedAt expiresAt revokedAt }'

export interface MakeKeyFlags {
  readonly role: string
  readonly space: string[]
  readonly expires?: string
  /** Where the key is written in place of being shown. */
  readonly file?: string
}

/** Makes a principal and says its key, once. */
export async function makeKey(
  context: CommandContext,
  name: string,
  flags: MakeKeyFlags
): Promise<void> {
  const kept = flags.file === undefined ? null : newKeyFile(flags.file)
  const ask = await connect(context)
  const { makePrincipal } = await ask<{ makePrincipal: { principal: Shown; key: string } }>(
    `mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key principal { ${principal} } } }`,
    { input: { name, role: flags.role, spaces: flags.space, expiresAt: momentOf(flags.expires) } }
  )
  const { role, space } = makePrincipal.principal
  if (kept !== null) {
    kept.write(makePrincipal.key)
    const { principal: made } = makePrincipal
    context.terminal.answer(
      `The key of ${name} (${role}, writes in ${space}) stands in ${kept.file}, which only its owner reads.`,
      { principal: made, file: kept.file }
    )
    return
  }
  context.terminal.answer(
    `${makePrincipal.key}\n\nThe key of ${name} (${role}, writes in ${space}). It is shown now and never again.\nUse it as CAIRN_KEY, or as Authorization: Bearer.`,
    makePrincipal
  )
}

/** Makes a key for an agent, and the agent where there is none of that name. */
export async function agentKey(
  context: CommandContext,
  name: string,
  flags: { space: string[] }
): Promise<void> {
  const ask = await connect(context)
  const { makeAgentKey } = await ask<{ makeAgentKey: { principal: Shown; key: string } }>(
    `mutation ($name: String!, $spaces: [ID!]!) { makeAgentKey(name: $name, spaces: $spaces) { key principal { ${principal} } } }`,
    { name, spaces: flags.space }
  )
  const { space } = makeAgentKey.principal
  context.terminal.answer(
    `${makeAgentKey.key}\n\nA key of the agent ${name}, which writes in ${space}. It is shown now and never again.\nUse it as CAIRN_KEY in the settings of the agent's host.`,
    makeAgentKey
  )
}

/** Makes another key for a principal. */
export async function addKey(
  context: CommandContext,
  name: string,
  flags: { expires?: string }
): Promise<void> {
  const ask = await connect(context)
  const { makeKey: made } = await ask<{ makeKey: { id: string; key: string } }>(
    'mutation ($principal: ID!, $expiresAt: String) { makeKey(principal: $principal, expiresAt: $expiresAt) { id key } }',
    { principal: name, expiresAt: momentOf(flags.expires) }
  )
  context.terminal.answer(
    `${made.key}\n\n${made.id} of ${name}. It is shown now and never again; \`cairn key revoke\` revokes the old one.`,
    made
  )
}

/** Replaces the admin key of this machine, and starts the server anew with it where it runs. */
export async function recoverKey({ config, terminal }: CommandContext): Promise<void> {
  if (config.adminKey !== null)
    throw new CairnError(
      'NOT_CONFIGURED',
      'CAIRN_ADMIN_KEY gives the admin key here. Set it to another one, cairn_ and 43 random letters and digits, and start Cairn anew.',
      { details: { field: 'CAIRN_ADMIN_KEY', value: null, expected: 'another key' } }
    )
  const { replaceLocalKey } = await import('../../recover-key.js')
  const running = (await findServer(config.home)) !== null
  if (running) await stopServer(config.home)
  replaceLocalKey(config.home)
  if (running)
    await ensureServer(config, (step) => {
      terminal.note(`  ${step} …`)
    })
  const then = running ? 'is in force' : 'is in force from the next start of Cairn on'
  terminal.answer(
    `A new admin key stands in ${config.home}/admin.key and ${then}. The old one opens as much as before: \`cairn key list\` names it, \`cairn key revoke\` revokes it.`,
    { file: `${config.home}/admin.key`, restarted: running }
  )
}

/** Lists who may come in. */
export async function listKeys(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const { principals } = await ask<{ principals: Shown[] }>(`{ principals { ${principal} } }`)
  context.terminal.answer(principals.map((one) => lines(one, context)).join('\n'), principals)
}

/** Revokes a key. */
export async function revokeKey(context: CommandContext, id: string): Promise<void> {
  const ask = await connect(context)
  const { revokeKey: of } = await ask<{ revokeKey: Shown }>(
    `mutation ($id: ID!) { revokeKey(id: $id) { ${principal} } }`,
    { id }
  )
  context.terminal.answer(`Revoked, with the sessions that it opened. ${lines(of, context)}`, of)
}

/** Shuts a principal out, or lets it in again. */
export async function shutOut(context: CommandContext, name: string, out: boolean): Promise<void> {
  const ask = await connect(context)
  const verb = out ? 'disablePrincipal' : 'enablePrincipal'
  const reply = await ask<Record<string, Shown>>(
    `mutation ($id: ID!) { ${verb}(id: $id) { ${principal} } }`,
    { id: name }
  )
  context.terminal.answer(`${name} is ${out ? 'shut out' : 'let in again'}.`, reply[verb])
}

function lines(one: Shown, { terminal }: CommandContext): string {
  const { color } = terminal
  const spaces = one.spaces.map(({ space, can }) => (can === 'write' ? space : `${space} (reads)`))
  const out = one.disabledAt === null ? '' : color.red('  shut out')
  const keys = one.keys.map((key) => {
    const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt.slice(0, 16)}`
    const ends = key.expiresAt === null ? '' : `, ends ${key.expiresAt.slice(0, 10)}`
    const revoked = key.revokedAt === null ? '' : color.red(', taken back')
    return `    ${key.id}  made ${key.createdAt.slice(0, 10)}, ${used}${ends}${revoked}`
  })
  return [
    `${color.bold(one.name)}  ${one.role}, writes in ${one.space}; ${spaces.join(', ')}${out}`,
    ...keys
  ].join('\n')
}

/** Made sure of before the key is, which is told once. @throws CairnError CONFLICT, NOT_CONFIGURED */
function newKeyFile(path: string): { readonly file: string; write(key: string): void } {
  const file = resolve(path)
  if (existsSync(file))
    throw new CairnError('CONFLICT', `${file} is there already; name another file.`, {
      details: { field: '--file', value: path, expected: 'a file that is not there yet' }
    })
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    throw new CairnError('NOT_CONFIGURED', `Nothing can be written to ${dirname(file)}.`, {
      cause: error,
      details: { field: '--file', value: path }
    })
  }
  return {
    file,
    write: (key) => {
      writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    }
  }
}

function momentOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const moment = Date.parse(text)
  if (Number.isFinite(moment)) return new Date(moment).toISOString()
  throw badInput('--expires', text, 'a day or moment, such as 2030-01-31')
}
