/**
 * Puts a table onto the clipboard as text and as HTML, under its heading. It answers the browser's own copy event, which
 * needs no permission, and says whether the browser took it.
 */
export const copyTable = (heading: string, rows: readonly (readonly string[])[]): boolean => {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', rows.map((fields) => fields.join('\t')).join('\r\n'))
    event.clipboardData?.setData('text/html', htmlOf(heading, rows))
  }
  window.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true })
  }
}

/** Made of elements, so that no text is read as markup. */
function htmlOf(heading: string, rows: readonly (readonly string[])[]): string {
  const table = document.createElement('table')
  table.createCaption().textContent = heading
  for (const fields of rows) {
    const row = table.insertRow()
    for (const field of fields) row.insertCell().textContent = field
  }
  return table.outerHTML
}
