import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { atLeast, type Role } from '../../domain/caller.js'
import { permissions, type Operation } from '../../domain/permissions.js'
import { failureOf, reach, replyOf } from './ask.js'
import { chooseSpace, chosenSpace } from './space.js'

export { roles, type Role } from '../../domain/caller.js'

/** Who is at the page, and which spaces are in sight. */
export interface Session {
  readonly principal: { readonly id: string; readonly name: string; readonly role: Role }
  readonly space: string
  readonly spaces: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

export const sessionKey = ['session'] as const

/** The session, null while nobody is logged in. */
export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 300_000, retry: false })
}

async function readSession({ signal }: { signal: AbortSignal }): Promise<Session | null> {
  const response = await reach('/session', { credentials: 'same-origin', signal })
  if (response.status === 401) return null
  if (!response.ok) throw failureOf((await replyOf(response)).errors?.[0], response.status)
  const session = (await response.json()) as Session
  // Somebody else may have sat here before: a space out of sight would refuse every question.
  const space = chosenSpace()
  if (space !== null && session.spaces.every(({ id }) => id !== space)) chooseSpace(null)
  return session
}

/** Logs in with a key. @throws AskError UNAUTHENTICATED where the key is none */
export async function signIn(key: string): Promise<void> {
  const response = await reach('/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key })
  })
  if (!response.ok) throw failureOf((await replyOf(response)).errors?.[0], response.status)
}

/** Logs out here; the key stays good. */
export function useSignOut() {
  const client = useQueryClient()
  return async () => {
    await reach('/session', { method: 'DELETE', credentials: 'same-origin' })
    chooseSpace(null)
    client.clear()
    client.setQueryData(sessionKey, null)
  }
}

export const SessionContext = createContext<Session | null>(null)

/** The session; only for what is shown to somebody who is logged in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no session here.')
  return session
}

/** Whether the one at the page may do this; what they may not do is not offered. */
export function may(session: Session, operation: Operation): boolean {
  return atLeast(session.principal.role, permissions[operation])
}

/** `may` of the session that is open. */
export function useMay(operation: Operation): boolean {
  return may(useSession(), operation)
}

/** The space that is looked at and written in: the chosen one, else that of the session. */
export function useSpace(): string {
  const { space } = useSession()
  return chosenSpace() ?? space
}
