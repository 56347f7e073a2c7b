import { correctPhoneClock, lockOutIntruder, registerNewPhone } from '../fixes/mfa.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const mfa = defineProblem({
  name: 'mfa',
  keywords: [
    { like: /\bmfa\b|\b2fa\b|two[- ]factor|multi-?factor|authenticator|verification codes?/i, weight: 2 },
    {
      like: /\b(?:prompts?|push|codes?|approv\w+|notifications?|new phone|lost phone|locked out|can['’]?t|cannot|doesn['’]?t|not|never|fails?|rejected|unexpected)\b/i,
      weight: 1,
    },
    { like: /\bnew (?:phone|iphone|mobile)\b|lost (?:his|her|the|my)? ?phone/i, weight: 1 },
  ],
  opening: {
    prose: `First the one that is not a help-desk matter: **are there prompts that nobody asked for?** Then somebody has the password. Otherwise it is the **registration** (a new, reset or lost phone still stands in the account) or the **phone itself** (codes refused because its clock is off, or pushes that never show).

Verify the person by a call-back before anything is reset: MFA resets are what attackers ask help desks for.`,
    questions: ['what', 'phone'],
    checks: ['methods', 'attempts'],
  },
  questions: {
    what: {
      text: 'What exactly happens?',
      topic: 'What happens',
      options: {
        'No prompt reaches the phone': OWN_WORDS,
        'Codes are refused': OWN_WORDS,
        'Prompts that the user did not ask for': OWN_WORDS,
        'Asked to register, but cannot': OWN_WORDS,
      },
    },
    phone: {
      text: 'Is the phone new, reset or lost?',
      topic: 'The phone',
      options: {
        'New or reset phone': OWN_WORDS,
        'Lost phone': OWN_WORDS,
        'Same phone as before': OWN_WORDS,
      },
    },
    clock: {
      text: 'Does the phone set its time by itself, and is it right to the second?',
      context: 'Compare with time.is on a computer. Codes are valid for thirty seconds.',
      topic: 'Time of the phone',
      options: {
        'Set by hand, or off': OWN_WORDS,
        'Automatic and right': OWN_WORDS,
      },
    },
    call_back: {
      text: 'Was the user’s identity confirmed by a call-back to a known number?',
      topic: 'Call-back',
      options: {
        'Yes, confirmed': 'The user’s identity was confirmed by a call-back',
        'Not yet': null,
      },
    },
  },
  checks: {
    methods: {
      label: 'List the sign-in methods that stand in the account',
      command:
        'Get-MgUserAuthenticationMethod -UserId (Read-Host "User principal name") | ForEach-Object { [pscustomobject]@{ Type = $_.AdditionalProperties["@odata.type"]; Device = $_.AdditionalProperties["displayName"]; Created = $_.AdditionalProperties["createdDateTime"] } }',
      description:
        'After Connect-MgGraph -Scopes UserAuthenticationMethod.Read.All. Compare the device names with the phone in hand.',
      topic: 'Registered methods',
      readings: [
        {
          like: /\bold (?:phone|device)|previous phone|only the old|not (?:the|his|her) (?:new|present) phone/i,
          fact: 'Only the old phone is registered for MFA',
        },
        {
          like: /unknown (?:device|phone)|does(?:n['’]t| not) (?:know|own)|not (?:his|hers|theirs)/i,
          fact: 'A device that the user does not know is registered for MFA',
        },
        {
          like: /microsoftAuthenticator|softwareOath|right phone|present phone/i,
          fact: 'An authenticator is registered in the account',
        },
        {
          like: /^\s*$|passwordAuthenticationMethod|only (?:a |the )?password|^none\b/i,
          fact: 'No second factor is registered in the account',
        },
      ],
    },
    attempts: {
      label: 'Read where the last sign-ins came from',
      command: `$user = Read-Host 'User principal name'; Get-MgAuditLogSignIn -Filter "userPrincipalName eq '$user'" -Top 30 | Select-Object CreatedDateTime, IPAddress, AppDisplayName, @{ n = 'Country'; e = { $_.Location.CountryOrRegion } }, @{ n = 'Error'; e = { $_.Status.ErrorCode } }`,
      description:
        'After Connect-MgGraph -Scopes AuditLog.Read.All. 50074, 50076 and 500121 mean that the password was right and MFA was not passed.',
      topic: 'Last sign-ins',
      readings: [
        {
          like: /unknown|foreign|abroad|another country|not (?:his|her|the user['’]s)/i,
          fact: 'Sign-ins come from a place that is not the user’s',
        },
        { like: /\b500121\b/, fact: 'Entra logs 500121: the MFA request was denied or ran out' },
        {
          like: /only (?:the )?(?:office|known|his|her)|all (?:from )?(?:known|the office)/i,
          fact: 'All sign-ins come from known places',
        },
      ],
    },
  },
  causes: [
    {
      name: 'somebody who has the user’s password',
      signs: [
        sign(
          4,
          /did not ask for|(?:unexpected|unknown|strange) (?:mfa |push )?(?:prompts?|requests?|notifications?)/i,
          'what',
          'words',
        ),
        sign(3, /unknown|foreign|abroad|another country|not (?:his|her|the user['’]s)/i, 'attempts'),
        sign(3, /unknown (?:device|phone)|does(?:n['’]t| not) (?:know|own)|not (?:his|hers|theirs)/i, 'methods'),
        sign(1, /\b500121\b/, 'attempts'),
        sign(-2, /only (?:the )?(?:office|known|his|her)|all (?:from )?(?:known|the office)/i, 'attempts'),
        sign(-2, /codes are refused|asked to register/i, 'what'),
      ],
      asks: ['attempts', 'methods'],
      suspicion:
        'That would mean that **somebody else passes the password step**. Where the sign-ins come from, and which devices are registered, decides whether this is an incident.',
      conclusion:
        '**Treat this as a compromised password.** A prompt only appears after the right password was given. End the sessions and change the password now; look at sign-ins, mailbox rules and registered devices before you call it harmless.',
      fix: lockOutIntruder,
    },
    {
      name: 'a registration that belongs to the old phone',
      signs: [
        sign(
          3,
          /\bold (?:phone|device)|previous phone|only the old|^\s*$|^none\b|only (?:a |the )?password/i,
          'methods',
        ),
        sign(3, /new or reset|lost phone|new (?:phone|iphone|mobile)|lost (?:his|her|the) phone/i, 'phone', 'words'),
        sign(1, /no prompt|asked to register/i, 'what'),
        sign(1, /confirmed/i, 'call_back'),
        sign(-3, /same phone/i, 'phone'),
        sign(-3, /did not ask for/i, 'what'),
      ],
      asks: ['call_back', 'methods'],
      suspicion:
        'A new, reset or lost phone leans towards the **registration**: the account still calls the old device. The list of methods shows it; the call-back has to come before any reset.',
      conclusion:
        'The account **still asks the old phone**. A Temporary Access Pass lets the user register the new one himself, without a password over the phone; the old device is removed afterwards. Only after the call-back.',
      fix: registerNewPhone,
    },
    {
      name: 'the phone’s clock or notifications',
      signs: [
        sign(3, /set by hand|\boff\b/i, 'clock'),
        sign(3, /clock (?:is )?(?:off|wrong)|minutes? (?:fast|slow|ahead|behind)/i, 'clock', 'words'),
        sign(2, /codes are refused|codes? (?:is|are) (?:wrong|refused|rejected|invalid)/i, 'what', 'words'),
        sign(1, /same phone/i, 'phone'),
        sign(-4, /automatic/i, 'clock'),
        sign(-3, /new or reset|lost/i, 'phone'),
        sign(-3, /did not ask for/i, 'what'),
      ],
      asks: ['clock', 'methods'],
      suspicion:
        'Refused codes on the same phone lean towards its **clock**: a code is only right for thirty seconds. A push that comes through at the same time would confirm it.',
      conclusion:
        'The **phone’s clock is off**, so its codes belong to another half minute. Nothing in the account needs a reset.',
      fix: correctPhoneClock,
    },
  ],
  exhausted:
    'Neither an intruder, nor the registration, nor the phone’s clock explains it, as recorded. Without a script here: notification or battery settings of the phone (open the app, then sign in again), a method that the authentication methods policy has switched off, or a Conditional Access policy that wants a stronger one. The error code of a failed sign-in in Entra is the next evidence.',
})
