/** Sends the form in which the reader is, or the only one that there is; false where there is none to send. */
export const submitForm = (): boolean => {
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form')]
  const form =
    document.activeElement?.closest<HTMLFormElement>('main form') ?? (forms.length === 1 ? forms[0] : undefined)
  form?.requestSubmit()
  return form !== undefined
}
