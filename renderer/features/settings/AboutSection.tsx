import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** The versions, the licences, how the program stands to the rules for accessibility, and where its log is. */
export function AboutSection() {
  const query = useQuery(trpc.about.screen.queryOptions())
  return (
    <SettingsSection title="About">
      <Queried query={query} doing="Reading the versions">
        {({ program, fileFormat, sqlite, node, electron, logFolder }) => (
          <CheckAnswers
            answers={[
              { label: 'BCF digital tracker', value: `version ${program}` },
              { label: 'File format', value: String(fileFormat) },
              { label: 'SQLite', value: sqlite },
              { label: electron ? 'Electron' : 'Node', value: electron ?? node },
              { label: 'Log folder', value: logFolder },
            ]}
          />
        )}
      </Queried>
      <details className={classes.details}>
        <summary>Accessibility statement</summary>
        <div className={classes.detailsBody}>
          <p className="reading">
            This program is made to meet WCAG 2.2 at level AA, which public bodies owe. Every screen can be used by
            keyboard alone, at 400% zoom, with wider text spacing, with less motion, and with the colours of your
            system. No state is told by colour alone.
          </p>
          <p className="reading">
            Each screen is checked by program (axe, in light and dark) before a release. It has not been audited by
            others yet, and no user of a screen reader has tried all of it. Charts are pictures with a name: their
            figures are in the table beside them.
          </p>
          <p className="reading">
            If something keeps you from working, tell the administrator of your programme, with the name of the screen
            and what you use.
          </p>
        </div>
      </details>
      <details className={classes.details}>
        <summary>Licences</summary>
        <div className={classes.detailsBody}>
          <p className="reading">
            This program is under the MIT licence. It is built from these packages, each under its own licence.
          </p>
          <DataTable
            caption="Packages"
            isCaptionHidden
            rows={BUILT_FROM}
            keyOf={({ name, version }) => `${name} ${version}`}
            empty={null}
            columns={[
              { id: 'name', heading: 'Package', isRowHeading: true, cell: ({ name }) => name },
              { id: 'version', heading: 'Version', cell: ({ version }) => version },
              { id: 'licence', heading: 'Licence', cell: ({ licence }) => licence },
            ]}
          />
        </div>
      </details>
    </SettingsSection>
  )
}
