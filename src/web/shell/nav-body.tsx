import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { may, sessionKey, useSession, useSignOut } from '../data/session.js'
import { chooseSpace, chosenSpace } from '../data/space.js'
import { themes, useTheme } from '../data/theme.js'
import { Select } from '../parts/field.js'
import { Stones } from '../parts/states.js'
import { places } from '../places.js'

const paletteKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'

const groups = ['Use', 'Curate', 'Operate'] as const

/** The navigation with the space above and the theme below. */
export function NavBody(props: { onClose?: () => void; onPalette: () => void }) {
  const session = useSession()
  const offered = places.filter((place) => may(session, place.needs))
  return (
    <div className="nav-body">
      <div className="row">
        <span className="brand">
          <Stones size={22} /> Cairn
        </span>
        {props.onClose !== undefined && (
          <button type="button" className="button quiet push" onClick={props.onClose}>
            Close
          </button>
        )}
      </div>
      <button
        type="button"
        className="palette-open"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={props.onPalette}
      >
        Go to… <kbd aria-hidden="true">{paletteKey}</kbd>
      </button>
      <SpaceSwitch />
      <nav aria-label="Pages">
        {groups.map((group) => (
          <div key={group} className="nav-group" role="group" aria-label={group}>
            {offered
              .filter((place) => place.group === group)
              .map(({ path, name, letter }) =>
                name === null ? null : (
                  <NavLink key={path} path={path} name={name} letter={letter} />
                )
              )}
          </div>
        ))}
      </nav>
      <div className="nav-foot">
        <ThemeSwitch />
        <Who />
      </div>
    </div>
  )
}

function NavLink(props: { path: string; name: string; letter: string | null }) {
  const [path] = useLocation()
  const here = path === props.path || path.startsWith(`${props.path}/`)
  return (
    <Link
      href={props.path}
      aria-current={here ? 'page' : undefined}
      title={props.letter === null ? undefined : `g, then ${props.letter}`}
    >
      {props.name}
    </Link>
  )
}

function SpaceSwitch() {
  const session = useSession()
  const client = useQueryClient()
  const [path, go] = useLocation()
  const [space, setSpace] = useState(() => chosenSpace() ?? session.space)
  if (session.spaces.length < 2) return null
  return (
    <Select
      label="Space"
      value={space}
      options={session.spaces.map(({ id, name }) => [id, name] as const)}
      onChange={(event) => {
        chooseSpace(event.target.value)
        setSpace(event.target.value)
        // What was open and chosen is of the other space.
        go(path)
        // Everything shown was of the other space, but for the session itself.
        void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
      }}
    />
  )
}

const themeNames = { system: 'Auto', light: 'Light', dark: 'Dark' } as const

function ThemeSwitch() {
  const { theme, setTheme } = useTheme()
  return (
    <div className="segments" role="group" aria-label="Theme">
      {themes.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={theme === one}
          onClick={() => {
            setTheme(one)
          }}
        >
          {themeNames[one]}
        </button>
      ))}
    </div>
  )
}

function Who() {
  const { principal } = useSession()
  const signOut = useSignOut()
  return (
    <div className="who">
      <span>
        <strong>{principal.name}</strong>
        <span className="muted tiny">{principal.role}</span>
      </span>
      <button type="button" className="button quiet small" onClick={() => void signOut()}>
        Sign out
      </button>
    </div>
  )
}
