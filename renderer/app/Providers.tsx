import { isMantineColorScheme, type MantineColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { choiceOf, keepChoice } from '../lib/choices.ts'
import { queryClient } from '../lib/trpc.ts'
import { cssVariablesResolver, theme } from '../ui/theme.ts'
import { router } from './router.tsx'

const colorSchemeManager: MantineColorSchemeManager = {
  get: (usual) => {
    const kept = choiceOf('appearance')
    return isMantineColorScheme(kept) ? kept : usual
  },
  set: (value) => keepChoice('appearance', value),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => keepChoice('appearance', 'auto'),
}

/** Everything that stands around the screens: look, data and addresses. */
export function Providers() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
