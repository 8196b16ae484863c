import { Button } from '@mantine/core'
import { useSession } from '../lib/session.ts'
import { Page } from './Page.tsx'

interface ExemptPageProps {
  title: string
  reason: string
}

/** Takes the place of what is kept from its reader: what it is called, why, and who reads it. */
export function ExemptPage({ title, reason }: ExemptPageProps) {
  const { door } = useSession()
  return (
    <Page title={title} lead="Exempt: kept from the public.">
      <p className="reading">Why: {reason}.</p>
      <p className="reading">
        The boards that it is before read it, whoever wrote it, and those with a part in checking or deciding it.{' '}
        {door.asksForSignIn
          ? 'Ask the board secretary if you should be one of them.'
          : 'You can choose whom you act as at the top of the page.'}
      </p>
      <div>
        <Button variant="default" onClick={() => history.back()}>
          Go back
        </Button>
      </div>
    </Page>
  )
}
