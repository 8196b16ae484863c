/** What the command line takes; printed where a call does not fit it. */
export const usage = `Usage: npm run -s bcf -- <command>

  sample FILE                             make the Leeds sample programme
  new FILE --name NAME --council NAME     make a programme of your own
      [--partner NAME] [--first-year 2026] [--years 3] [--scheme-number N]
  info FILE [--json]                      what a file holds, and its last hash
  portfolio FILE [--as-at DATE|INSTANT] [--from YEAR] [--to YEAR] [--json]
  tie-out FILE [--as-at DATE|INSTANT] [--json]
                                          what does not tie, and which line explains it
  read-report DOCUMENT [--json] [--into FILE]
                                          what a Word, PDF, Excel or web report says and what does not tie;
                                          --into keeps it, as a programme or beside the one that is there
  import FILE EXTRACT [--mapping NAME] [--total AMOUNT] [--dry-run] [--json]
                                          what each row of a ledger or order extract would do; without
                                          --dry-run what is right is brought in, whole or not at all
  check FILE [--against MANIFEST] [--json]
                                          prove that nothing was altered, and nothing cut off since a backup
  backup FILE [--to FOLDER] [--json]      a backup, opened again and verified before it counts
  restore BACKUP.bcf --out PATH.bcf       a copy of a backup, proven by the manifest beside it
  export FILE REPORT --out PATH [--form docx|pdf|xlsx|csv|json] [--as-at DATE|INSTANT]
      [--scope KIND:REFERENCE] [--from YEAR] [--to YEAR] [--unit £|£000|£m] [--public]
                                          a report of the catalogue; the form is the ending of PATH:
                                          decision-report, funding-and-cash-flow, appendix-a, scheme-summaries,
                                          business-case, board-pack, decision-record, key-decision-notice,
                                          forward-plan, spend, capital-monitoring, carry-forward,
                                          change-register, authority-ledger, bcf-plan, bcf-quarterly, cpr4,
                                          benefits, one-pager, annual-report, closure, tie-out,
                                          major-projects, everything
  verify FILE DOCUMENT [--json]           which report a Word, PDF, Excel or CSV file is, whether it was
                                          altered and where, and what the ledger says now
  export-everything FILE --out PATH.xlsx|PATH.zip|PATH.json|PATH.sqlite
                                          all tables as a workbook, CSV, JSON or SQLite
  recover-password FILE NAME              a new password for an administrator who lost theirs, typed
                                          or piped in; it stays on record
  serve FILE [--port N]                   open the program in a browser

  --as ROLE                               act as this role, for example finance_officer

Exit code: 0 fine, 1 findings or a refusal, 2 the call does not fit. read-report: 2 is a refusal too.`

/** A call that does not fit; its message is one line. */
export class UsageError extends Error {}
