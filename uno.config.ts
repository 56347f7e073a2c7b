import { defineConfig, presetWind3, transformerVariantGroup } from 'unocss'

/** One family of a meaning colour: the colour, what is written on it, its tint, its outline. */
const meaning = (name: string) => ({
  DEFAULT: `var(--${name})`,
  ink: `var(--${name}-ink)`,
  dim: `var(--${name}-dim)`,
  border: `var(--${name}-border)`,
})

/** Utilities speak the tokens of ui/styles/tokens.css, so both themes follow from the variables alone. */
export default defineConfig({
  presets: [presetWind3({ preflight: 'on-demand' })],
  transformers: [transformerVariantGroup()],
  // Only the size: the preset's own rule would set the line height too, which headings and prose decide for themselves.
  rules: [[/^text-(xs|sm|md|lg|xl|2xl)$/, ([, size]) => ({ 'font-size': `var(--text-${size})` })]],
  shortcuts: {
    btn: 'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium leading-none whitespace-nowrap no-underline disabled:(opacity-50 cursor-not-allowed)',
  },
  theme: {
    colors: {
      sidebar: 'var(--bg-sidebar)',
      page: 'var(--bg-page)',
      card: 'var(--bg-card)',
      elevated: 'var(--bg-elevated)',
      inset: 'var(--bg-inset)',
      line: { DEFAULT: 'var(--border-default)', hover: 'var(--border-hover)', strong: 'var(--border-strong)' },
      heading: 'var(--text-heading)',
      primary: 'var(--text-primary)',
      secondary: 'var(--text-secondary)',
      faint: 'var(--text-faint)',
      accent: meaning('accent'),
      success: meaning('success'),
      warning: meaning('warning'),
      danger: meaning('danger'),
      info: meaning('info'),
      code: {
        text: 'var(--code-text)',
        keyword: 'var(--code-keyword)',
        string: 'var(--code-string)',
        comment: 'var(--code-comment)',
        value: 'var(--code-value)',
      },
    },
    fontFamily: { body: 'var(--font-body)', heading: 'var(--font-heading)', mono: 'var(--font-mono)' },
    spacing: {
      '1': 'var(--s1)',
      '2': 'var(--s2)',
      '3': 'var(--s3)',
      '4': 'var(--s4)',
      '5': 'var(--s5)',
      '6': 'var(--s6)',
      '8': 'var(--s8)',
    },
    borderRadius: { sm: 'var(--r-sm)', md: 'var(--r-md)', lg: 'var(--r-lg)', full: 'var(--r-full)' },
    width: { sidebar: 'var(--sidebar-width)', lane: 'var(--lane-width)' },
    height: { header: 'var(--header-height)' },
    maxWidth: { measure: 'var(--chat-measure)' },
    boxShadow: { pop: 'var(--shadow-pop)' },
    // From `lane` up the task lane stands beside the conversation and the sidebar beside both.
    breakpoints: { sm: '640px', md: '768px', lane: '1200px' },
  },
})
