import { useEffect, useState } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'cairn.theme'

function isTheme(text: string | null): text is Theme {
  return themes.some((theme) => theme === text)
}

/** The theme that was chosen, `system` unless told. */
export function chosenTheme(): Theme {
  const saved = localStorage.getItem(key)
  return isTheme(saved) ? saved : 'system'
}

/** Puts the theme on the page, before the first paint and after each choice. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.dataset['theme'] = theme
}

export function useTheme() {
  const [theme, setTheme] = useState(chosenTheme)
  useEffect(() => {
    applyTheme(theme)
    localStorage.setItem(key, theme)
  }, [theme])
  return { theme, setTheme }
}
