const whole_words = 'pass|pw|pin|psk|otp|cvv|tap|mdp|senha|community'
const endings = [
  'pass(?:word|wd|wort|phrase|code|key)s?|pwd|kennwort|contrase[ñn]a|cpassword|bind_?pw',
  'secret|credentials?|authorization|cookie|connection_?string|community_?(?:string|name)',
  '(?<!public_?key_|cancellation_|page_|next_|continuation_)token',
  '(?:api|private|secret|access|shared|pre_?shared|account|storage|encryption|signing|master|auth|recovery|product|licen[sc]e|activation|wifi|wi_fi|wpa|network)_?key',
  '(?:recovery|backup|verification|one_?time|mfa)_?(?:key|code)s?|temporary_?access_?pass',
].join('|')
const secret_name = new RegExp(
  `(?:(?:^|_)(?:${whole_words})|${endings})(?:_?\\d{1,2}|_(?:value|text|plain|plaintext|old|new|current|confirm|confirmation|prod|dev|test))?$`,
)

/** Whether the name of a field says that its value is a secret: client_secret, AdminPassword, api-key, PIN. */
export function saysSecret(name: string): boolean {
  // No name is longer, and a hostile key costs nothing.
  if (name.length > 100) return false
  const folded = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[\s.-]+/g, '_')
  return secret_name.test(folded.toLowerCase())
}
