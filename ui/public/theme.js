// Runs before the first paint, so that a light screen never flashes dark; ui/shell/theme.ts changes the choice later.
{
  const choice = localStorage.getItem('flowpilot:theme') ?? 'dark'
  const light = choice === 'light' || (choice === 'system' && matchMedia('(prefers-color-scheme: light)').matches)
  document.documentElement.dataset.theme = light ? 'light' : 'dark'
}
