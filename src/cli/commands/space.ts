import type { Space } from '../../cairn.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const space = 'id name kind members { principal name can role }'

/** Lists the spaces in sight. */
export async function listSpaces(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const { spaces } = await ask<{ spaces: Space[] }>(`{ spaces { ${space} } }`)
  context.terminal.answer(spaces.map((one) => line(one, context)).join('\n'), spaces)
}

/** Makes the space of a team. */
export async function makeSpace(
  context: CommandContext,
  id: string,
  flags: { name?: string }
): Promise<void> {
  const ask = await connect(context)
  const { makeSpace: made } = await ask<{ makeSpace: Space }>(
    `mutation ($input: SpaceInput!) { makeSpace(input: $input) { ${space} } }`,
    { input: { id, name: flags.name ?? null } }
  )
  context.terminal.answer(
    `${line(made, context)}\n\`cairn space add ${id} <name>\` lets somebody in.`,
    made
  )
}

interface Membership {
  readonly space: string
  readonly principal: string
}

/** Lets a principal into a space, or gives it a role there. */
export async function addToSpace(
  context: CommandContext,
  of: Membership,
  flags: { readOnly?: boolean; role?: string }
): Promise<void> {
  const ask = await connect(context)
  const { addMember } = await ask<{ addMember: Space }>(
    `mutation ($space: ID!, $principal: ID!, $can: String!, $role: String) {
      addMember(space: $space, principal: $principal, can: $can, role: $role) { ${space} } }`,
    { ...of, can: flags.readOnly === true ? 'read' : 'write', role: flags.role ?? null }
  )
  context.terminal.answer(line(addMember, context), addMember)
}

/** Takes a principal out of a space. */
export async function removeFromSpace(context: CommandContext, of: Membership): Promise<void> {
  const ask = await connect(context)
  const { removeMember } = await ask<{ removeMember: Space }>(
    `mutation ($space: ID!, $principal: ID!) { removeMember(space: $space, principal: $principal) { ${space} } }`,
    { ...of }
  )
  context.terminal.answer(line(removeMember, context), removeMember)
}

function line(one: Space, { terminal }: CommandContext): string {
  const members = one.members.map(({ name, can, role }) => {
    const may = [...(can === 'write' ? [] : ['reads']), ...(role === null ? [] : [role])]
    return may.length === 0 ? name : `${name} (${may.join(', ')})`
  })
  const everybody = ['everybody', ...members].join('; ')
  const who = one.kind === 'public' ? everybody : members.join(', ') || 'nobody yet'
  const title = one.name === one.id ? '' : `  ${printable(one.name)}`
  return `${terminal.color.bold(one.id)}${title}  ${one.kind}: ${who}`
}
