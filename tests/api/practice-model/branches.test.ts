import { describe, expect, it } from 'vitest'
import { PracticeSession } from './practice-session.ts'

type Answers = Record<string, string>
type Branch = [problem: string, fix: string, ...turns: Answers[]]

/** From the engineer's first words, over answers and results, to the fix that they support. */
const branches: Branch[] = [
  [
    'VPN drops after MFA',
    'Re-enable PEAP-MSCHAPv2 on the office VPN policy',
    { 'follow the network': 'Only on the office network', 'How long after': 'About a minute' },
    {
      'NPS refusals': 'Network Policy Server denied access to a user.\n  Reason Code:\t\t\t22\n  Reason: The EAP type',
    },
  ],
  [
    'VPN drops after MFA',
    'Raise the gateway’s RADIUS timeout to 60 seconds',
    { 'How long after': 'Before or right at the approval', 'What changed': 'MFA method or policy' },
    { 'RADIUS timeout': '10 s' },
  ],
  [
    'VPN disconnects users all the time since Monday, MFA is fine',
    'Set the gateway’s session and idle timers to a working day',
    { 'How long after': 'A fixed, longer time', 'follow the network': 'Everyone, everywhere' },
    { 'timers on the gateway': 'idle timeout 30 minutes, session 8 h' },
  ],
  [
    'Outlook asks for password again',
    'Renew the token broker and clear Office’s saved credentials on the PC',
    { 'Outlook on the web': 'Yes, it opens', 'Who has it': 'One user on one PC' },
    { 'sign-in state': '            AzureAdJoined : YES\n               AzureAdPrt : NO' },
  ],
  [
    'Outlook keeps prompting for credentials',
    'Remove the registry override that blocks modern sign-in',
    { 'Which prompt': 'Small Windows Security box', 'modern sign-in': 'EnableADAL : 0' },
  ],
  [
    'Outlook sign-in loop for two users',
    'Clear the refusal that Entra’s sign-in log names',
    { 'Outlook on the web': 'No, it is blocked or loops too', 'Who has it': 'Several users' },
    { 'failed sign-ins': '53003  Access has been blocked by Conditional Access policies' },
  ],
  [
    'Print jobs are stuck in the queue',
    'Empty the blocked print queue and restart the spooler',
    {
      'What does the user see': 'Jobs stay in the queue',
      'queue and the spooler': 'PrinterName Id JobStatus\nHP-2  14 Error, Printing, Retained',
    },
  ],
  [
    'Cannot connect to the printer on the print server, error 0x0000011b',
    'Bring PC and print server to the same update and reconnect the printer',
    { 'What does the user see': 'Error 0x0000011b or 0x00000709', 'Who cannot print': 'Some PCs, one printer' },
  ],
  [
    'The printer in reception is offline for everyone and nothing prints',
    'Move the printer to a standard TCP/IP port with a reserved address',
    {
      'Who cannot print': 'Everyone, one printer',
      'What does the user see': 'Printer shows offline',
      'raw port': 'TcpTestSucceeded : True',
    },
    { 'port with its address': 'The port has the old address, the panel shows 10.20.0.51' },
  ],
  [
    'Scan-to-email stopped on MFP-2',
    'Allow SMTP AUTH for the scanner’s mailbox only',
    {
      'Which error': '535 authentication unsuccessful',
      'How does the device send': 'Signs in to smtp.office365.com',
      'SMTP AUTH': 'SmtpClientAuthenticationDisabled : True\n\nSmtpClientAuthenticationDisabled :',
    },
  ],
  [
    'The scanner cannot send mail any more',
    'Add the office’s new public address to the inbound connector',
    {
      'Which error': '550 5.7.64 TenantAttribution or relay denied',
      'How does the device send': 'Relays through a connector, without sign-in',
    },
  ],
  [
    'Scan to mail fails since the new firewall',
    'Open the device’s way to the mail server',
    {
      'Which error': 'Timeout or cannot connect',
      'way to the mail server': 'RemotePort : 587\nTcpTestSucceeded : False',
    },
  ],
  [
    'C: drive is full on the web server',
    'Remove IIS logs older than 30 days, and keep it that way',
    { 'How did the space go': 'Steadily, over weeks', 'largest folders': '  61.4 C:\\inetpub\n  14.0 C:\\Windows' },
  ],
  [
    'Server is low on disk space',
    'Limit the shadow copy storage of the volume',
    { 'shadow copies use': 'Maximum Shadow Copy Storage space: UNBOUNDED (100%)' },
  ],
  [
    'The system volume of the domain controller is full',
    'Clean the component store with DISM',
    {
      'What does this machine do': 'Domain controller or general server',
      'largest folders': '18.2 C:\\Windows\\WinSxS',
    },
    { 'component store': 'Component Store Cleanup Recommended : Yes' },
  ],
  [
    'User account keeps getting locked out',
    'End the user’s stale sessions on the caller, then unlock',
    {
      'change the password': 'Yes, in the last days',
      'where the lockouts come from': 'TimeCreated Account Caller\n10:02 mreyes WS-042',
    },
    { 'sessions, services and tasks': ' USERNAME ID STATE\n mreyes 3 Disc 4+02:11' },
  ],
  [
    'AD lockouts of one user again and again',
    'Forget the Wi-Fi on the user’s device, then unlock',
    { 'change the password': 'Yes, in the last days', 'where the lockouts come from': '10:02 mreyes NPS01' },
    { 'which device NPS refused': '38 a4-83-e7-11-22-33' },
  ],
  [
    'Several accounts keep getting locked out',
    'Block the guessing addresses and look for a success among them',
    { 'this account only': 'Several accounts', 'change the password': 'No' },
    { 'failed logons by address': '412 203.0.113.77, administrator' },
  ],
  [
    'DNS for internal names fails sometimes',
    'Hand out only the domain’s own DNS servers',
    { 'Which names': 'Internal names, now and then', 'DNS servers an affected': 'Ethernet {10.20.0.10, 8.8.8.8}' },
  ],
  [
    'DNS is slow, outside websites cannot be resolved',
    'Replace the dead forwarder of the DNS server',
    { 'Which names': 'Outside names, for everyone', 'Who has it': 'Everyone' },
    { 'forwarders of the DNS server': '198.51.100.53 False\n9.9.9.9 True' },
  ],
  [
    'DNS resolves the file server to the wrong address',
    'Remove the stale record and register the machine anew',
    { 'Which names': 'One name, with the wrong address' },
    {
      'renumbered, replaced': 'Yes, it has a new address',
      'time stamp on the server': 'the record is old, from last spring',
    },
  ],
  [
    'Nobody can join the company Wi-Fi',
    'Give the Wi-Fi policy a valid RADIUS certificate',
    { 'At which step': 'Cannot join or is refused', 'Which devices': 'All devices, one network name' },
    { 'certificate is still valid': 'it expired last night' },
  ],
  [
    'Wi-Fi connected but no internet for guests',
    'Shorten the leases of the Wi-Fi scope and give it more addresses',
    {
      'At which step': 'Joined, but no internet',
      'full the DHCP scopes': 'ScopeId Free InUse PercentageInUse\n10.30.0.0 0 230 100',
    },
  ],
  [
    'WLAN drops on some laptops',
    'Take power saving from the Wi-Fi adapter and bring its driver up to date',
    { 'At which step': 'Joined, then drops', 'Which devices': 'Some laptops only' },
    {
      'in common': 'Same model or Wi-Fi driver',
      'Wi-Fi report': 'disconnect reason: driver disconnected while associating',
    },
  ],
  [
    'Backup job fails with VSS timeout',
    'Restart the services behind the failed VSS writers',
    {
      'Which VSS error': 'Writer failed or timed out (0x800423F2, 0x800423F4)',
      'VSS writers':
        "Writer name: 'System Writer'\n   State: [1] Stable\n   Last error: No error\nWriter name: 'WMI Writer'\n   State: [9] Failed\n   Last error: Timed out",
    },
  ],
  [
    'VSS snapshot error in the backup',
    'Give shadow copies a sane limit on a volume with room',
    { 'Which VSS error': 'Insufficient storage (0x8004231F)' },
    { 'VSS and volume events': '10:00 volsnap 36 The shadow copies of volume C: were aborted' },
  ],
  [
    'Veeam backup VSS error',
    'Keep one backup product on the machine, or part their windows',
    {
      'Which VSS error': 'Another snapshot in progress (0x80042316)',
      'anything else take snapshots': 'Yes, at about the same time',
    },
    { 'providers and the backup agents': 'there is a left-over agent of Acronis' },
  ],
  [
    'User has a new phone and gets no MFA prompt',
    'Issue a Temporary Access Pass and let the user register the new phone',
    { 'What exactly happens': 'No prompt reaches the phone', 'phone new': 'New or reset phone' },
  ],
  [
    'MFA codes are not accepted',
    'Let the phone set its time by itself',
    { 'What exactly happens': 'Codes are refused', 'phone new': 'Same phone as before' },
    { 'set its time': 'Set by hand, or off' },
  ],
  [
    'User gets unexpected MFA prompts',
    'End all sessions and reset the password now',
    { 'What exactly happens': 'Prompts that the user did not ask for' },
  ],
  [
    'OneDrive sync error, red cross',
    'Rename what OneDrive cannot sync',
    {
      'icon show': 'Red cross: some items can’t sync',
      'names and paths': 'C:\\Users\\mreyes\\OneDrive - Acme Dental\\Scans \\March',
    },
  ],
  [
    'OneDrive does not sync: storage',
    'Raise the user’s OneDrive quota',
    { 'icon show': 'Yellow warning: storage full', 'quota in the cloud': 'the quota is used up' },
  ],
  [
    'OneDrive sync is stuck at processing changes',
    'Reset the OneDrive client on the PC',
    { 'icon show': 'Arrows for ever (processing changes)', 'Who has it': 'One user, one PC' },
    { 'on the web': 'Yes', 'version and the last start': 'it hangs' },
  ],
  [
    'DC02 replication warning',
    'Register the domain controller’s records anew',
    { 'replication summary': 'DC02 8524 The DSA operation is unable to proceed because of a DNS lookup failure.' },
    { 'DNS registration': 'DC02 failed test DNS' },
  ],
  [
    'AD replication fails between the sites',
    'Open the replication ports between the domain controllers',
    { 'replication summary': '1722 The RPC server is unavailable.', 'What happened': 'Firewall or VPN between sites' },
    { 'ports from one': '135 True\n445 False' },
  ],
  [
    'Domain controllers do not replicate',
    'Bring the domain controller’s clock back to the domain’s time',
    { 'clocks of the domain': 'DC02: NTP: +412.1234567s offset from DC01' },
  ],
  [
    'repadmin shows errors on DC02',
    'Reset the domain controller’s machine password against a healthy partner',
    {
      'replication summary': 'The target principal name is incorrect',
      'clocks of the domain': 'NTP: +0.0012s offset',
      'What happened': 'Restored or reverted from a snapshot',
    },
    { 'secure channel': 'Status = 5 0x5 ERROR_ACCESS_DENIED' },
  ],
]

describe('the answers lead to the fix that they support', () => {
  it.each(branches)('%s → %s', async (problem, title, ...turns) => {
    const session = new PracticeSession()
    await session.say(problem)
    expect(session.state.open_questions.length).toBeGreaterThanOrEqual(2)
    expect(session.state.open_checks.length).toBeGreaterThanOrEqual(1)
    expect(session.state.suggested_fix).toBeNull()
    for (const answers of turns) await session.answer(answers)
    expect(session.fix?.title).toBe(title)
    expect(session.fix?.confidence).toBeGreaterThanOrEqual(55)
    expect(session.fix?.script?.body.length).toBeGreaterThan(200)
    const ordinals = session.state.facts.map(({ ordinal }) => ordinal)
    expect(session.fix?.facts?.length).toBeGreaterThan(0)
    expect(ordinals).toEqual(expect.arrayContaining(session.fix?.facts ?? []))
  })
})
