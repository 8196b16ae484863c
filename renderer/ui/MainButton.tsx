import { Button, type ButtonProps } from '@mantine/core'
import { type ComponentPropsWithoutRef, useRef } from 'react'
import { useAction } from '../lib/useAction.ts'

interface MainButtonProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  children: string
}

/** The main act of a page, which has a key as well. */
export function MainButton({ children, ...props }: MainButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useAction('main', () => button.current?.click(), { words: children, when: !props.disabled && !props.loading })
  return (
    <Button ref={button} {...props}>
      {children}
    </Button>
  )
}
