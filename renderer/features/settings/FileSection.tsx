import { Link } from '@tanstack/react-router'
import { useSession } from '../../lib/session.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Which file is open, and where copies of it are. */
export function FileSection() {
  const { programme } = useSession()
  return (
    <SettingsSection title="File">
      <CheckAnswers answers={[{ label: 'Programme file', value: programme?.file }]} />
      <p>
        <Link to="/file/copy">Save a copy</Link>
      </p>
    </SettingsSection>
  )
}
