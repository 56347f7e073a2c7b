import { createSignal } from 'solid-js'

export type ThemeChoice = 'dark' | 'light' | 'system'

// The same key and rule as ui/public/theme.js, which runs before the first paint.
const KEY = 'flowpilot:theme'
const prefersLight = matchMedia('(prefers-color-scheme: light)')

const isChoice = (value: string | null): value is ThemeChoice =>
  value === 'dark' || value === 'light' || value === 'system'
const stored = localStorage.getItem(KEY)

const [theme, setTheme] = createSignal<ThemeChoice>(isChoice(stored) ? stored : 'dark')

export { theme }

export const themeChoices = [
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'system', label: 'Like this device', icon: 'monitor' },
] as const

/** Shows the theme at once and remembers it in this browser. */
export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice)
  setTheme(choice)
  showTheme()
}

function showTheme(): void {
  const light = theme() === 'light' || (theme() === 'system' && prefersLight.matches)
  document.documentElement.dataset.theme = light ? 'light' : 'dark'
}

prefersLight.addEventListener('change', showTheme)
