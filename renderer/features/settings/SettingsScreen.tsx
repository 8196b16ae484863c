import { useState } from 'react'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { announce } from '../../lib/status.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { AboutSection } from './AboutSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { BackupSections } from './BackupSections.tsx'
import { DataSection } from './DataSection.tsx'
import { KeysSection } from './KeysSection.tsx'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'

/** What holds on this computer, and the file that is open. Each setting acts at once. */
export function SettingsScreen() {
  const [errors, setErrors] = useState<FieldError[]>([])
  const outcome: Outcome = {
    begin: () => setErrors([]),
    refuse(error) {
      // What somebody stopped themselves went as they wished.
      if (findFailure(error)?.code === 'work-cancelled') announce(messageOf(error))
      else setErrors([{ message: messageOf(error) }])
    },
    sayAt: (fieldId, message) => setErrors([{ fieldId, message }]),
    sentenceAt: (fieldId) => errors.find((error) => error.fieldId === fieldId)?.message,
  }
  return (
    <Page title="Settings" errors={errors}>
      <div className={classes.sections}>
        <AppearanceSection />
        <BackupSections outcome={outcome} />
        <DataSection outcome={outcome} />
        <KeysSection />
        <AboutSection />
      </div>
    </Page>
  )
}
