import { allowModernSignIn, fitConditionalAccess, renewSignInOfPc } from '../fixes/outlook-sign-in-loop.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const outlookSignInLoop = defineProblem({
  name: 'outlook-sign-in-loop',
  keywords: [
    { like: /\boutlook\b/i, weight: 2 },
    { like: /\b(password|sign[- ]?in|log[- ]?in|credentials?)\b/i, weight: 1 },
    { like: /\b(asks?|asking|prompts?|prompting|loop\w*|again and again|keeps?|need password)\b/i, weight: 1 },
  ],
  opening: {
    prose: `A loop means that Outlook **gets no token it can keep**: the password itself is rarely the problem. Where the loop ends tells the causes apart: on this PC only (**token broker or saved credentials**), only in Outlook and in an old-style box (**modern sign-in switched off**), or in the browser as well (**the account or a Conditional Access policy**).

Outlook on the web is the quickest split, so start there.`,
    questions: ['web', 'prompt', 'scope'],
    checks: ['broker', 'registry'],
  },
  questions: {
    web: {
      text: 'Does Outlook on the web open with the same account on the same PC?',
      context: 'In a private window, so that an old session does not answer.',
      topic: 'Outlook on the web',
      options: {
        'Yes, it opens': 'Outlook on the web opens with the same account on the same PC',
        'No, it is blocked or loops too': OWN_WORDS,
        'Not tested': null,
      },
    },
    prompt: {
      text: 'Which prompt comes back?',
      topic: 'The prompt',
      options: {
        'Small Windows Security box': OWN_WORDS,
        'Microsoft sign-in page': 'The prompt is the Microsoft sign-in page, which comes back',
        'Blank window, or “Need Password” only': OWN_WORDS,
      },
    },
    scope: {
      text: 'Who has it?',
      topic: 'Who is affected',
      options: {
        'One user on one PC': OWN_WORDS,
        'One user on every device': OWN_WORDS,
        'Several users': OWN_WORDS,
      },
    },
    changed: {
      text: 'What changed on the account lately?',
      topic: 'Change on the account',
      options: {
        'Password was changed': OWN_WORDS,
        'Conditional Access or MFA policy': OWN_WORDS,
        'PC was replaced or rejoined': OWN_WORDS,
        'Nothing known': null,
      },
    },
  },
  checks: {
    broker: {
      label: 'Look at the PC’s sign-in state for this user',
      command: 'dsregcmd /status | Select-String "AzureAdJoined|DomainJoined|AzureAdPrt|WamDefaultSet|AttemptStatus"',
      description: 'In the user’s own session, not elevated. AzureAdPrt must be YES on a joined PC.',
      topic: 'dsregcmd',
      readings: [
        {
          like: /AzureAdPrt\s*:\s*NO|no prt/i,
          fact: 'The PC holds no primary refresh token for the user (AzureAdPrt: NO)',
        },
        { like: /AzureAdPrt\s*:\s*YES/i, fact: 'The PC holds a primary refresh token for the user (AzureAdPrt: YES)' },
        {
          like: /WamDefaultSet\s*:\s*(?:ERROR|NO)/i,
          fact: 'The token broker has no default account (WamDefaultSet is not YES)',
        },
      ],
    },
    registry: {
      label: 'See whether modern sign-in is switched off in the registry',
      command: `Get-ItemProperty 'HKCU:\\Software\\Microsoft\\Office\\16.0\\Common\\Identity' | Format-List EnableADAL, DisableADALatopWAMOverride, DisableAADWAM`,
      description: 'In the user’s own session. All three should be empty.',
      topic: 'Office identity settings',
      readings: [
        { like: /EnableADAL\s*[:=]\s*0/i, fact: 'EnableADAL is 0: modern sign-in is switched off for this user' },
        {
          like: /(DisableADALatopWAMOverride|DisableAADWAM)\s*[:=]\s*1/i,
          fact: '$1 is 1: Office may not use the token broker',
        },
        {
          like: /^\s*$|^(?:all )?(?:empty|none|nothing)\b|cannot find path/i,
          fact: 'No override of modern sign-in is set',
        },
      ],
    },
    sign_in_log: {
      label: 'Read the failed sign-ins of the user in Entra',
      command: `$user = Read-Host 'User principal name'; Get-MgAuditLogSignIn -Filter "userPrincipalName eq '$user'" -Top 20 | Select-Object CreatedDateTime, AppDisplayName, ConditionalAccessStatus, @{ n = 'Error'; e = { $_.Status.ErrorCode } }, @{ n = 'Reason'; e = { $_.Status.FailureReason } }`,
      description: 'After Connect-MgGraph -Scopes AuditLog.Read.All. Or in the Entra admin centre, Sign-in logs.',
      topic: 'Entra sign-in log',
      readings: [
        {
          like: /\b(53000|53001|53002|53003|530032)\b/,
          fact: 'Entra refuses the sign-in with error $1 (Conditional Access)',
        },
        {
          like: /\b(50053|50055|50057|50126)\b/,
          fact: 'Entra refuses the sign-in with error $1 (the account or its password)',
        },
        { like: /no (?:failed|failures|errors)|all success/i, fact: 'Entra shows no failed sign-in' },
      ],
    },
  },
  causes: [
    {
      name: 'a broken token or saved credential on this PC',
      signs: [
        sign(3, /AzureAdPrt\s*:\s*NO|no prt|WamDefaultSet\s*:\s*(?:ERROR|NO)/i, 'broker', 'words'),
        sign(2, /one user on one pc|only (?:on )?(?:this|one|his|her) (?:pc|laptop|machine)/i, 'scope', 'words'),
        sign(1, /blank window|microsoft sign-in page|need password/i, 'prompt', 'words'),
        sign(1, /yes/i, 'web'),
        sign(1, /password was|replaced|rejoined/i, 'changed'),
        sign(1, /no (?:failed|failures|errors)|all success/i, 'sign_in_log'),
        sign(-3, /blocked or loops too/i, 'web'),
        sign(-2, /every device|several/i, 'scope'),
        sign(-2, /AzureAdPrt\s*:\s*YES/i, 'broker'),
      ],
      asks: ['broker', 'changed', 'sign_in_log'],
      suspicion:
        'The account works, the PC does not: that leans towards the **token broker or a saved credential** on this machine. `AzureAdPrt: NO` would settle it.',
      conclusion:
        'The **PC has no valid token for this user**, so Outlook asks, gets nothing it can keep, and asks again. Renewing the broker and clearing Office’s saved credentials ends the loop; the mailbox profile need not be rebuilt.',
      fix: renewSignInOfPc,
    },
    {
      name: 'modern sign-in switched off for Office',
      signs: [
        sign(4, /EnableADAL\s*[:=]\s*0|(?:DisableADALatopWAMOverride|DisableAADWAM)\s*[:=]\s*1/i, 'registry', 'words'),
        sign(2, /windows security box|small box/i, 'prompt', 'words'),
        sign(1, /yes/i, 'web'),
        sign(-4, /^\s*$|^(?:all )?(?:empty|none|nothing)\b|cannot find path/i, 'registry'),
        sign(-2, /blocked or loops too/i, 'web'),
        sign(-1, /microsoft sign-in page/i, 'prompt'),
      ],
      asks: ['registry', 'prompt'],
      suspicion:
        'The small Windows Security box is **legacy sign-in**, which Exchange Online no longer answers. Somebody may have switched modern sign-in off in the registry, often as an old workaround.',
      conclusion:
        'An override in the registry **keeps Office from modern sign-in**. Exchange Online takes no basic authentication from Outlook any more, so this prompt can never succeed, whatever is typed into it.',
      fix: allowModernSignIn,
    },
    {
      name: 'the account or a Conditional Access policy',
      signs: [
        sign(3, /\b(?:53000|53001|53002|53003|530032|50053|50055|50057|50126)\b/, 'sign_in_log', 'words'),
        sign(2, /blocked or loops too/i, 'web'),
        sign(1, /every device|several/i, 'scope'),
        sign(1, /conditional access|mfa policy/i, 'changed', 'words'),
        sign(-3, /no (?:failed|failures|errors)|all success/i, 'sign_in_log'),
        sign(-2, /yes/i, 'web'),
      ],
      asks: ['sign_in_log', 'changed'],
      suspicion:
        'If the browser fails too, the PC is innocent: **the account or a policy refuses**. Entra’s sign-in log names the policy and the error code.',
      conclusion:
        'Entra **refuses the sign-in**, and Outlook only repeats the question. The code says by which rule: 53000 to 53003 is Conditional Access (device state, location or a blocked client), 50053 to 50126 the account itself (locked, expired, disabled, wrong password).',
      fix: fitConditionalAccess,
    },
  ],
  exhausted:
    'A token on the PC, an override of modern sign-in and a refusal by Entra are all out, as recorded. What this practice model has no script for: a proxy that breaks TLS to login.microsoftonline.com, a hybrid Autodiscover that points to an old server, or a damaged Outlook profile. A new profile on the same PC is the next cheap test.',
})
