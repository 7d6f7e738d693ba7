import type { ButtonHTMLAttributes } from 'react'

type Kind = 'primary' | 'plain' | 'quiet' | 'danger'

/** A button; `busy` says that what it started goes on. */
export function Button(
  props: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind; small?: boolean; busy?: boolean }
) {
  const { kind = 'plain', small = false, busy = false, className, disabled, ...rest } = props
  const classes = ['button', kind, small ? 'small' : '', className ?? ''].join(' ').trim()
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled === true || busy}
      aria-busy={busy}
      {...rest}
    />
  )
}
