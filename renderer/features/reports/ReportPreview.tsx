import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../lib/session.ts'
import { useWork } from '../../lib/useWork.ts'
import { Queried } from '../../ui/Queried.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import classes from './Reports.module.css'
import { type AskedReport, makePreview } from './reportCalls.ts'

interface ReportPreviewProps {
  title: string
  asked: AskedReport
  /** What makes the pages others although the same is asked for, as a revision does. */
  of?: number
}

/** The pages of a report as they are printed. They run nothing and ask for nothing. */
export function ReportPreview({ title, asked, of }: ReportPreviewProps) {
  const { role } = useSession()
  const query = useQuery({
    // Who reads it decides what stands in it.
    queryKey: ['report pages', role, asked, of],
    queryFn: () => makePreview({ ...asked, work }),
    gcTime: 0,
    // Not made again after every command: as another role takes over, pages would be asked for that it may not read.
    staleTime: 'static',
    refetchOnWindowFocus: false,
  })
  const { work, ...running } = useWork(query.isFetching)
  return (
    <section aria-label="Pages">
      <WorkProgress words={(done, of) => `Making the pages, step ${done} of ${of}`} {...running} />
      <Queried query={query} doing="Making the pages">
        {(address) => <iframe className={classes.preview} title={`Pages of ${title}`} src={address} sandbox="" />}
      </Queried>
    </section>
  )
}
