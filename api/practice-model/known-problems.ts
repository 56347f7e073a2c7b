import { adLockout } from './problems/ad-lockout.ts'
import { adReplication } from './problems/ad-replication.ts'
import { backupVss } from './problems/backup-vss.ts'
import { diskFull } from './problems/disk-full.ts'
import { dns } from './problems/dns.ts'
import { mfa } from './problems/mfa.ts'
import { onedriveSync } from './problems/onedrive-sync.ts'
import { outlookSignInLoop } from './problems/outlook-sign-in-loop.ts'
import { printing } from './problems/printing.ts'
import { scanToMail } from './problems/scan-to-mail.ts'
import { vpnAfterMfa } from './problems/vpn-after-mfa.ts'
import { wifi } from './problems/wifi.ts'

/** The problems that the practice model can walk; of two equally likely ones the first is taken. */
export const knownProblems = [
  vpnAfterMfa,
  adReplication,
  backupVss,
  outlookSignInLoop,
  onedriveSync,
  scanToMail,
  printing,
  adLockout,
  mfa,
  wifi,
  diskFull,
  dns,
]
