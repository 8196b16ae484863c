import { type DragEvent, useState } from 'react'
import classes from './DropZone.module.css'

interface DropZoneProps {
  /** The id of its field, where a refusal leads to. */
  id: string
  title: string
  /** Which files it takes, in words. */
  formats: string
  /** The endings of their names, as a field of a page takes them. */
  accept: string
  isBusy: boolean
  onFile: (file: File) => void
  /** Told when several came at once. */
  onMany: () => void
}

/** Takes a file that is dropped on it; the field within does the same by keyboard. */
export function DropZone({ id, title, formats, accept, isBusy, onFile, onMany }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file, ...others] = [...(files ?? [])]
    if (others.length > 0) onMany()
    else if (file) onFile(file)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop has its twin in the field within.
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      data-drop-zone
      onDragOver={over}
      onDragEnter={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <label htmlFor={id} className={classes.title}>
        {title}
      </label>
      <p id={`${id}-formats`} className={classes.formats}>
        {formats}
      </p>
      <input
        id={id}
        type="file"
        className={classes.file}
        accept={accept}
        aria-describedby={`${id}-formats`}
        disabled={isBusy}
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same file can be chosen again after it was refused.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
