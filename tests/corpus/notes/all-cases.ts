import { ad_lockout } from './ad-lockout.ts'
import { ad_replication } from './ad-replication.ts'
import { backup_vss } from './backup-vss.ts'
import { business_app_after_update } from './business-app-after-update.ts'
import { dhcp_scope_exhausted } from './dhcp-scope-exhausted.ts'
import { disk_full } from './disk-full.ts'
import { dns_internal_zone } from './dns-internal-zone.ts'
import { mfa_enrolment } from './mfa-enrolment.ts'
import type { NoteCase } from './note-case.ts'
import { onedrive_sync } from './onedrive-sync.ts'
import { outlook_sign_in_loop } from './outlook-sign-in-loop.ts'
import { phishing_mailbox_rule } from './phishing-mailbox-rule.ts'
import { printing } from './printing.ts'
import { rds_gateway_certificate } from './rds-gateway-certificate.ts'
import { scan_to_mail } from './scan-to-mail.ts'
import { vpn_drops_after_mfa } from './vpn-drops-after-mfa.ts'
import { wifi_radius } from './wifi-radius.ts'

/** Sixteen kinds of problem: two in German, one in terse small letters. The rule was adjusted with all of them in sight. */
export const all_cases: NoteCase[] = [
  vpn_drops_after_mfa,
  outlook_sign_in_loop,
  scan_to_mail,
  disk_full,
  dns_internal_zone,
  backup_vss,
  onedrive_sync,
  phishing_mailbox_rule,
  printing,
  ad_lockout,
  wifi_radius,
  mfa_enrolment,
  ad_replication,
  rds_gateway_certificate,
  dhcp_scope_exhausted,
  business_app_after_update,
]
