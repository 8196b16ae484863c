import { NativeSelect } from '@mantine/core'
import type { ReportVersion } from '../../../domain/report/reportOrder.ts'

interface VersionChoiceProps {
  version: ReportVersion
  onVersion: (version: ReportVersion) => void
}

/** Whose pages are shown: those with what is exempt, or those that the public gets. */
export function VersionChoice({ version, onVersion }: VersionChoiceProps) {
  return (
    <NativeSelect
      label="Pages of"
      maw="20rem"
      value={version}
      data={[
        { value: 'full', label: 'The full version' },
        { value: 'public', label: 'The public version' },
      ]}
      onChange={(event) => onVersion(event.currentTarget.value === 'public' ? 'public' : 'full')}
    />
  )
}
