import { useRouter } from '@tanstack/react-router'
import classes from './Start.module.css'

/** One page back, as the browser's own button goes. */
export function BackLink() {
  const router = useRouter()
  return (
    <p>
      <button type="button" className={classes.back} onClick={() => router.history.back()}>
        <span aria-hidden="true">‹ </span>Back
      </button>
    </p>
  )
}
