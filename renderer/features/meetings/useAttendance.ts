import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Attendance } from '../../../domain/board/meeting.ts'
import { trpc } from '../../lib/trpc.ts'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'

/** The attendance as it is ticked. Each tick is saved by itself, one after the other, so that quick ones do not overtake each other. */
export const useAttendance = ({ meeting }: Pick<MeetingFacts, 'meeting'>, forms: MeetingForms) => {
  const [wanted, setWanted] = useState<Attendance[] | null>(null)
  const latest = useRef<Attendance[] | null>(null)
  // The end of a save comes before the page is drawn with it, and the next tick stands on it all the same.
  const saved = useRef<Pick<MeetingFacts['meeting'], 'id' | 'revision' | 'attendance'> | null>(null)
  const { mutateAsync, isPending } = useMutation(trpc.meetings.recordAttendance.mutationOptions())

  const known = () => {
    const own = saved.current
    return own !== null && own.id === meeting.id && own.revision > meeting.revision ? own : meeting
  }

  const save = async () => {
    const { id } = meeting
    let { revision } = known()
    try {
      let sent: Attendance[] | null = null
      while (latest.current !== null && latest.current !== sent) {
        sent = latest.current
        const { value } = await mutateAsync({ id, revision, attendance: sent })
        revision = value?.revision ?? revision
        saved.current = { id, revision, attendance: sent }
      }
      forms.setErrors([])
    } catch (error) {
      forms.refuse()(error)
    }
    latest.current = null
    setWanted(null)
  }

  return {
    attendance: wanted ?? known().attendance,
    isSaving: isPending,
    record: (next: Attendance[]) => {
      const isRunning = latest.current !== null
      latest.current = next
      setWanted(next)
      if (!isRunning) void save()
    },
  }
}
