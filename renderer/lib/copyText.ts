/** Puts text onto the clipboard by the browser's own copy event, which needs no permission; says whether the browser took it. */
export const copyText = (text: string): boolean => {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  window.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true })
  }
}
