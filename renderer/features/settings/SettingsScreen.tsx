import { Page } from '../../ui/Page.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { FileSection } from './FileSection.tsx'
import { KeysSection } from './KeysSection.tsx'
import classes from './Settings.module.css'

/** What holds on this computer, and the file that is open. Each setting acts at once. */
export function SettingsScreen() {
  return (
    <Page title="Settings">
      <div className={classes.sections}>
        <AppearanceSection />
        <FileSection />
        <KeysSection />
      </div>
    </Page>
  )
}
