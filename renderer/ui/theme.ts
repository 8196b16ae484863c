import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { BusyButton } from './BusyButton.tsx'

/** Mantine's own colours fail the contrast that public bodies owe; these are the NHS palette in its shape. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 6,
  fontFamily: '"Frutiger W01", Arial, sans-serif',
  headings: { fontFamily: '"Frutiger W01", Arial, sans-serif' },
  respectReducedMotion: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  // The ring in base.css has two colours; Mantine's has one.
  focusRing: 'never',
  // Nothing under 14 px.
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.1875rem', xl: '1.5rem' },
  lineHeights: { xs: '1.43', sm: '1.43', md: '1.5', lg: '1.47', xl: '1.33' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  // Controls are told from the page by their border, at three to one or more.
  components: {
    // Hints and errors too are 14 px at least; Mantine makes them two smaller than the field.
    InputWrapper: {
      vars: () => ({
        label: {},
        description: { '--input-description-size': '0.875rem' },
        error: { '--input-error-size': '0.875rem' },
      }),
    },
    Input: {
      vars: (_theme: unknown, { error }: { error?: unknown }) => ({
        wrapper: { '--input-bd': error ? 'var(--danger)' : 'var(--control-border)', '--input-color': 'var(--text)' },
      }),
    },
    Button: {
      defaultProps: { component: BusyButton },
      vars: (_theme: unknown, { variant }: { variant?: string }) => ({
        root: variant === undefined || variant === 'filled' ? { '--button-bd': '1px solid var(--primary-border)' } : {},
      }),
    },
    Menu: {
      // Without it a menu holds nothing but its items, and its first item has the focus on opening.
      defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } },
      styles: { dropdown: { borderColor: 'var(--control-border)' } },
    },
    SegmentedControl: {
      // What is drawn larger by the reader's own settings is not cut off.
      styles: {
        root: {
          overflow: 'visible',
          padding: 1,
          border: '1px solid var(--control-border)',
          background: 'var(--surface)',
        },
      },
    },
  },
  colors: {
    blue: [
      '#e6f0f9',
      '#d9e9f7',
      '#a8cdee',
      '#7cc0ff',
      '#4a95d9',
      '#1f75c4',
      '#005eb8',
      '#004b93',
      '#003d78',
      '#003087',
    ],
    green: [
      '#e3f3ea',
      '#c8e8d5',
      '#9bd6b4',
      '#63d297',
      '#2fa866',
      '#0d8f4c',
      '#007f3b',
      '#006b32',
      '#00552a',
      '#00401f',
    ],
    red: ['#fbe7e5', '#f7ccc8', '#f5a8a1', '#ff8b80', '#ee5a4d', '#e03b2e', '#d5281b', '#b60c00', '#8f0900', '#6b0700'],
    yellow: [
      '#fff9e0',
      '#fff4c2',
      '#ffe79a',
      '#ffc95c',
      '#ffb81c',
      '#ed8b00',
      '#b86200',
      '#8a4b00',
      '#6b3a00',
      '#4d2a00',
    ],
    gray: [
      '#f0f4f5',
      '#e8edee',
      '#d8dde0',
      '#aeb7bd',
      '#8d9ba6',
      '#768692',
      '#4c6272',
      '#3a4c59',
      '#2b3943',
      '#212b32',
    ],
    dark: [
      '#f0f4f5',
      '#b4bfc6',
      '#8d9ba6',
      '#566572',
      '#33434f',
      '#2a3945',
      '#22303b',
      '#18232c',
      '#0f171e',
      '#0a1016',
    ],
  },
})

/** Puts right the shades that Mantine derives by itself and that are too weak to read. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--combobox-chevron-color': 'var(--muted)' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#212b32',
    '--mantine-color-dimmed': '#4c6272',
    '--mantine-color-placeholder': '#4c6272',
    '--mantine-color-error': '#b60c00',
    '--mantine-color-anchor': '#005eb8',
    '--mantine-color-default-border': '#768692',
    '--mantine-color-blue-light-color': '#004b93',
    '--mantine-color-green-light-color': '#00552a',
    '--mantine-color-red-light-color': '#8f0900',
    '--mantine-color-yellow-light-color': '#6b3a00',
    '--mantine-color-gray-light-color': '#3a4c59',
  },
  dark: {
    '--mantine-color-body': '#18232c',
    '--mantine-color-text': '#f0f4f5',
    '--mantine-color-dimmed': '#b4bfc6',
    '--mantine-color-placeholder': '#b4bfc6',
    '--mantine-color-error': '#ff8b80',
    '--mantine-color-anchor': '#7cc0ff',
    '--mantine-color-default-border': '#8d9ba6',
  },
})
