import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionKey, signIn } from '../data/session.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { useTitle } from '../parts/page.js'
import { ErrorBox, Stones } from '../parts/states.js'

/** For whoever is not logged in: a key, or the one-time link that `cairn open` prints. */
export function SignIn() {
  useTitle('Sign in')
  const client = useQueryClient()
  const [key, setKey] = useState('')
  const enter = useMutation({
    mutationFn: () => signIn(key.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey })
  })
  return (
    <main className="sign-in">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate()
        }}
      >
        <div className="sign-in-head">
          <Stones size={44} />
          <h1>Cairn</h1>
          <p className="muted">The memory that coding agents share.</p>
        </div>
        {new URLSearchParams(window.location.search).get('link') === 'used' && (
          <p className="notice">
            This link was used or is older than ten minutes. <code>cairn open</code> prints another.
          </p>
        )}
        <TextField
          label="Key"
          type="password"
          value={key}
          required
          autoFocus
          placeholder="Paste your key"
          onChange={(event) => {
            setKey(event.target.value)
          }}
        />
        {enter.isError && <ErrorBox error={enter.error} />}
        <Button type="submit" kind="primary" busy={enter.isPending} disabled={key.trim() === ''}>
          Sign in
        </Button>
        <p className="muted small">
          On the machine where Cairn runs, <code>cairn open</code> prints a link that signs you in
          once, without a key.
        </p>
      </form>
    </main>
  )
}
