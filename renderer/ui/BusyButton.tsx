import type { ComponentPropsWithRef, MouseEvent } from 'react'

interface BusyButtonProps extends ComponentPropsWithRef<'button'> {
  'data-loading'?: boolean
}

/** The element of every button. While it is busy it takes no press but keeps the focus, which a disabled one loses. */
export function BusyButton({ disabled, onClick, type = 'button', ...props }: BusyButtonProps) {
  if (!props['data-loading']) return <button {...props} type={type} disabled={disabled} onClick={onClick} />
  return <button {...props} type={type} aria-disabled onClick={(event: MouseEvent) => event.preventDefault()} />
}
